import type { Role } from '@visavis/kernel';

/** Nobody gives what they do not have: owners invite anybody, supervisors coaches only, coaches nobody. */
export function mayInvite(inviter: readonly Role[], wanted: readonly Role[]): boolean {
  if (inviter.includes('owner')) return true;
  return inviter.includes('supervisor') && wanted.every((role) => role === 'coach');
}
