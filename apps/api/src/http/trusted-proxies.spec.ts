import Fastify from 'fastify';
import { trustedProxies } from './trusted-proxies';

const callerSeen = async (proxies: readonly string[], connecting: string, said?: string) => {
  const server = Fastify({ trustProxy: trustedProxies(proxies) });
  server.get('/', (request) => request.ip);
  const ask = () =>
    server.inject({
      url: '/',
      remoteAddress: connecting,
      headers: said === undefined ? {} : { 'x-forwarded-for': said },
    });
  const answers = [(await ask()).body, (await ask()).body]; // the second time from memory
  await server.close();
  expect(answers[1]).toBe(answers[0]);
  return answers[0];
};

describe('the caller behind a proxy', () => {
  const ours = ['10.0.0.0/24', '::1'];

  it('is whom our proxy names, however its own address is written', async () => {
    expect(await callerSeen(ours, '10.0.0.7', '198.51.100.1')).toBe('198.51.100.1');
    expect(await callerSeen(ours, '::ffff:10.0.0.7', '198.51.100.1')).toBe('198.51.100.1');
    expect(await callerSeen(ours, '::1', '198.51.100.1')).toBe('198.51.100.1');
  });

  it('is who connects when nobody of ours does', async () => {
    expect(await callerSeen(ours, '10.0.1.7', '198.51.100.1')).toBe('10.0.1.7');
    expect(await callerSeen([], '10.0.0.7', '198.51.100.1')).toBe('10.0.0.7');
    expect(await callerSeen(ours, '10.0.0.7')).toBe('10.0.0.7');
  });

  it('is the last that a chain of ours vouches for', async () => {
    expect(await callerSeen(ours, '10.0.0.7', '203.0.113.9, 198.51.100.1, 10.0.0.8')).toBe('198.51.100.1');
  });
});
