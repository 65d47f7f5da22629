import { LANGUAGES } from '@visavis/kernel';
import * as z from 'zod';
import { contractDraft } from './contract-draft';
import { CLAUSES, CONSENTS, CONTRACT_STATES, END_GROUNDS, NOTICE_GROUNDS } from './words';
import { dateText, freeText, neededText, oneLine, oneOf, wholeNumber } from '@visavis/typed-text';
import { emailText, list, sha256Text } from './wire-text';

/** Raised at every saved change of a draft; sent back with the next one, so that a stale screen is told. */
const revision = wholeNumber(0, 1_000_000);
const versionNumber = wholeNumber(1, 10_000);
const id = z.uuid({ error: 'invalid' });

/** `GET /api/contracts`: newest change first; `after` is the `next` of the page before. */
export const contractsQuery = z.strictObject({
  state: oneOf(CONTRACT_STATES).optional(),
  /** Part of the other person's name. */
  search: oneLine(100).optional(),
  /** `me`: only what waits for the person who asks. */
  waitsFor: oneOf(['me']).optional(),
  after: z.string().max(200, { error: 'too-long' }).optional(),
});
export type ContractsQuery = z.output<typeof contractsQuery>;

/** `POST /api/contracts` (supervisors): a draft from a template. */
export const createContractWish = z.strictObject({
  coachMemberId: id,
  templateId: z.string().min(1, { error: 'required' }).max(80, { error: 'too-long' }),
});
export type CreateContractWish = z.output<typeof createContractWish>;

/** `POST /api/appointments/:id/invite`: from a discovery call to an invitation and a draft. */
export const inviteCallerWish = z.strictObject({
  /** When the caller's address has changed since. */
  email: emailText.optional(),
  language: oneOf(LANGUAGES),
  templateId: z.string().min(1, { error: 'required' }).max(80, { error: 'too-long' }),
});
export type InviteCallerWish = z.output<typeof inviteCallerWish>;

/** `PUT /api/contracts/:id/draft` */
export const draftWish = z.strictObject({ revision, content: contractDraft });
export type DraftWish = z.output<typeof draftWish>;

/** `POST /api/contracts/:id/propose` */
export const proposeWish = z.strictObject({ revision });
export type ProposeWish = z.output<typeof proposeWish>;

/** `POST /api/contracts/:id/comments`; null: about the whole. */
export const commentWish = z.strictObject({
  clause: oneOf(CLAUSES).nullable(),
  text: neededText(2000),
});
export type CommentWish = z.output<typeof commentWish>;

/** `POST /api/contracts/:id/request-changes` (the coach, while nobody has signed). */
export const requestChangesWish = z.strictObject({
  number: versionNumber,
  reason: neededText(2000),
  comments: list(commentWish, 50).default([]),
});
export type RequestChangesWish = z.output<typeof requestChangesWish>;

/** `POST /api/contracts/:id/decline` */
export const declineWish = z.strictObject({ number: versionNumber, reason: freeText(2000).default('') });
export type DeclineWish = z.output<typeof declineWish>;

/** `POST /api/contracts/:id/withdraw` (the supervisor: takes a draft or proposal back). */
export const withdrawWish = z.strictObject({ number: versionNumber, reason: freeText(2000).default('') });
export type WithdrawWish = z.output<typeof withdrawWish>;

/** `POST /api/contracts/:id/viewed` (a party, once a proposed text is before them). */
export const viewWish = z.strictObject({ number: versionNumber, pdfSha256: sha256Text });
export type ViewWish = z.output<typeof viewWish>;

/**
 * `POST /api/contracts/:id/sign`. The hashes are those of the text that was shown: of another text nothing
 * is signed. `consents` are the boxes ticked, each with the hash of the words beside it; an amendment asks
 * only for the clauses that change.
 */
export const signWish = z.strictObject({
  number: versionNumber,
  canonicalSha256: sha256Text,
  pdfSha256: sha256Text,
  fullName: oneLine(200),
  consents: list(z.strictObject({ clause: oneOf(CONSENTS), textSha256: sha256Text }), CONSENTS.length),
});
export type SignWish = z.output<typeof signWish>;

/** `POST /api/contracts/:id/amend` (the supervisor): opens a draft of the next version. */
export const amendWish = z.strictObject({ why: neededText(2000), effectiveOn: dateText });
export type AmendWish = z.output<typeof amendWish>;

/** `POST /api/contracts/:id/suspend` */
export const suspendWish = z.strictObject({ until: dateText, reason: freeText(2000).default('') });
export type SuspendWish = z.output<typeof suspendWish>;

/** `POST /api/contracts/:id/resume` */
export const resumeWish = z.strictObject({});

/** `POST /api/contracts/:id/give-notice` */
export const giveNoticeWish = z.strictObject({
  endsOn: dateText,
  ground: oneOf(NOTICE_GROUNDS),
  /** Seen by the other party. */
  reason: freeText(2000).default(''),
});
export type GiveNoticeWish = z.output<typeof giveNoticeWish>;

/** `POST /api/contracts/:id/cancel-notice`: the first asks, the other agrees by the same call. */
export const cancelNoticeWish = z.strictObject({});

/** `POST /api/contracts/:id/end`: at once; with ground `mutual` the first asks, the other agrees. */
export const endWish = z.strictObject({ ground: oneOf(END_GROUNDS), reason: neededText(2000) });
export type EndWish = z.output<typeof endWish>;

/** `POST /api/contracts/:id/complete`: the first asks, the other agrees. */
export const completeWish = z.strictObject({
  /** The closing review was held. */
  reviewed: z.literal(true, { error: 'not-accepted' }),
});

/** `POST /api/contracts/:id/rescind` (a consumer, within fourteen days). */
export const rescindWish = z.strictObject({ confirmed: z.literal(true, { error: 'not-accepted' }) });

/** `POST /api/contracts/:id/renew` (the supervisor): a new contract, drafted from this one. */
export const renewWish = z.strictObject({});

/** `POST /api/public/verify`: hashes computed where the file is, of all of it and of the part that was signed. */
export const verifyWish = z.strictObject({ sha256: sha256Text, frozenSha256: sha256Text.optional() });
export type VerifyWish = z.output<typeof verifyWish>;
