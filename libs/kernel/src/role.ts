/** What a member may be in a practice; one person may be several, the widest first. */
export const ROLES = ['owner', 'supervisor', 'coach'] as const;
export type Role = (typeof ROLES)[number];
