import type { Role } from '@visavis/kernel';

export { ROLES, type Role } from '@visavis/kernel';

/** Roles whose members cannot work without a passkey or codes of an authenticator. */
const NEEDING_SECOND_FACTOR: ReadonlySet<Role> = new Set(['owner', 'supervisor']);

export function needsSecondFactor(roles: readonly Role[]): boolean {
  return roles.some((role) => NEEDING_SECOND_FACTOR.has(role));
}
