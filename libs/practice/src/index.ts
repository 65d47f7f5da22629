export { AUDIT_ACTORS, AUDIT_ACTS, auditQuery, auditReply } from './audit-wire';
export type { AuditAct, AuditActor, AuditQuery, AuditReply } from './audit-wire';
export { ACCENTS, type Accent } from './branding';
export { changeMember, type ChangedMember, type MemberState } from './change-member';
export {
  ERASURE_DAYS,
  practiceErasureReply,
  practiceErasureWish,
  RETENTION_KINDS,
  retentionReply,
} from './data-wire';
export type { PracticeErasureReply, PracticeErasureWish, RetentionKind, RetentionReply } from './data-wire';
export { mayInvite } from './may-invite';
export {
  acceptedInvitationReply,
  INVITATION_DAYS,
  INVITATION_STATES,
  invitationAcceptance,
  invitationPageReply,
  invitationPath,
  invitationReply,
  invitationsQuery,
  invitationsReply,
  invitationWish,
} from './invitation-wire';
export type {
  AcceptedInvitationReply,
  InvitationAcceptance,
  InvitationPageReply,
  InvitationReply,
  InvitationsQuery,
  InvitationsReply,
  InvitationState,
  InvitationWish,
} from './invitation-wire';
export {
  accountErasureWish,
  DIRECTIONS,
  MEMBER_SORTS,
  MEMBER_STATUSES,
  memberChange,
  memberErasureWish,
  memberReply,
  membersQuery,
  membersReply,
} from './member-wire';
export type {
  Direction,
  MemberChange,
  MemberErasureWish,
  MemberReply,
  MemberSort,
  MembersQuery,
  MembersReply,
  MemberStatus,
  OpenWork,
} from './member-wire';
export { ownPageReply, ownPageWish, type OwnPageReply, type OwnPageWish } from './own-page-wire';
export { PRACTICE_REFUSALS, refuse, type PracticeRefusal } from './practice-refusal';
export { embedOrigin, legalMentions, practiceSettingsReply, practiceWish } from './practice-wire';
export type { LegalMentions, PracticeSettingsReply, PracticeWish } from './practice-wire';
export { setupPath, setupReply, setupWish } from './setup-wire';
export type { SetupReply, SetupWish } from './setup-wire';
export { isReservedSlug, RESERVED_SLUGS, slugLike, slugText } from './slug';
