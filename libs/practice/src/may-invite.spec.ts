import { mayInvite } from './may-invite';

describe('inviting', () => {
  it('lets owners invite anybody and supervisors coaches only', () => {
    expect(mayInvite(['owner'], ['owner', 'supervisor', 'coach'])).toBe(true);
    expect(mayInvite(['supervisor'], ['coach'])).toBe(true);
    for (const roles of [['owner'], ['supervisor'], ['coach', 'supervisor']] as const)
      expect(mayInvite(['supervisor', 'coach'], roles)).toBe(false);
    expect(mayInvite(['coach'], ['coach'])).toBe(false);
  });
});
