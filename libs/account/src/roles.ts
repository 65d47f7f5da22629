/** What a member may be in a practice: one to three of these. */
export const ROLES = ['owner', 'supervisor', 'coach'] as const;
export type Role = (typeof ROLES)[number];

/** Roles whose members cannot work without a passkey or codes of an authenticator. */
const NEEDING_SECOND_FACTOR: ReadonlySet<Role> = new Set(['owner', 'supervisor']);

export function needsSecondFactor(roles: readonly Role[]): boolean {
  return roles.some((role) => NEEDING_SECOND_FACTOR.has(role));
}
