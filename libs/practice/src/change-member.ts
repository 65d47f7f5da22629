import type { Role } from '@visavis/kernel';
import type { AuditAct } from './audit-wire';
import type { MemberChange, MemberStatus } from './member-wire';
import { refuse } from './practice-refusal';

export interface MemberState {
  readonly roles: readonly Role[];
  readonly status: MemberStatus;
}

export interface ChangedMember extends MemberState {
  /** What is noted in the audit trail; empty when everything is as it was. */
  readonly acts: readonly AuditAct[];
  /** Whether they have a booking page now. */
  readonly supervises: boolean;
}

/**
 * A member with other roles, or no longer working here, or working here again.
 *
 * @param otherOwners how many other members are active owners
 * @throws Refusal last-owner
 */
export function changeMember(member: MemberState, change: MemberChange, otherOwners: number): ChangedMember {
  const roles = change.roles ?? member.roles;
  const status = change.status ?? member.status;
  if (owns(member) && !owns({ roles, status }) && otherOwners === 0) throw refuse('last-owner');
  const acts: AuditAct[] = [];
  if (roles.length !== member.roles.length || roles.some((role) => !member.roles.includes(role)))
    acts.push('member-roles-changed');
  if (status !== member.status) acts.push(status === 'active' ? 'member-reactivated' : 'member-deactivated');
  return { roles, status, acts, supervises: status === 'active' && roles.includes('supervisor') };
}

function owns({ roles, status }: MemberState): boolean {
  return status === 'active' && roles.includes('owner');
}
