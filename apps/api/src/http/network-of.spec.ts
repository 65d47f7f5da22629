import { callerOf, networkOf } from './network-of';

describe('who counts as one for limits', () => {
  it('is an IPv4 address, and its /24 as a network', () => {
    expect([callerOf('203.0.113.9'), networkOf('203.0.113.9')]).toEqual(['203.0.113.9', '203.0.113']);
    expect(callerOf('::ffff:203.0.113.9')).toBe(callerOf('203.0.113.9'));
    expect(networkOf('::FFFF:203.0.113.9')).toBe(networkOf('203.0.113.9'));
  });

  it('is the /64 of an IPv6 address, however it is written, and its /48 as a network', () => {
    const same = ['2001:db8:7:1::1', '2001:db8:7:1:ffff::', '2001:0DB8:0007:0001:0:0:0:2'];
    expect(same.map(callerOf)).toEqual(Array(3).fill('2001:db8:7:1'));
    expect(networkOf('2001:db8:7:2::1')).toBe(networkOf('2001:db8:7:1::1'));
    expect(callerOf('2001:db8:7:2::1')).not.toBe(callerOf('2001:db8:7:1::1'));
    expect(networkOf('2001:db8:8::1')).not.toBe(networkOf('2001:db8:7::1'));
    expect([callerOf('::1'), callerOf('2001:db8::1')]).toEqual(['0:0:0:0', '2001:db8:0:0']);
  });
});
