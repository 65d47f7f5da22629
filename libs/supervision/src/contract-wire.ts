import { LANGUAGES } from '@visavis/kernel';
import * as z from 'zod';
import { contractContent } from './contract-content';
import { contractDraft } from './contract-draft';
import { GAP_CODES } from './missing-for-proposal';
import {
  CLAUSES,
  CONSENTS,
  CONTRACT_STATES,
  EVENT_TYPES,
  PARTIES,
  SPONSOR_VIEWS,
  VERSION_STATES,
} from './words';
import { instant } from './wire-text';

const whole = z.number().int();
const date = z.string();
const person = z.object({ memberId: z.string(), name: z.string(), email: z.string() });

/**
 * How far the seal of a version is. `timestamp-pending` is tried again until an authority answers; there is no sealed
 * file before that.
 */
export const SEAL_STATES = ['none', 'pending', 'sealed', 'timestamp-pending', 'timestamped'] as const;
export type SealState = (typeof SEAL_STATES)[number];

/** What a person may do with a contract now; buttons come from this list and from nothing else. */
export const CONTRACT_ACTIONS = [
  'edit',
  'propose',
  'comment',
  'request-changes',
  'decline',
  'withdraw',
  'sign',
  'amend',
  'suspend',
  'resume',
  'give-notice',
  'cancel-notice',
  'end',
  'complete',
  'rescind',
  'renew',
  'book',
] as const;
export type ContractAction = (typeof CONTRACT_ACTIONS)[number];

export const WAITS_FOR = ['supervisor', 'coach', 'both', 'nobody'] as const;
export type WaitsFor = (typeof WAITS_FOR)[number];

/** A contract in a list. */
export const contractSummary = z.object({
  id: z.string(),
  state: z.enum(CONTRACT_STATES),
  supervisor: person,
  /** A coach who was invited and has no account yet has no member id. */
  coach: person.extend({ memberId: z.string().nullable() }),
  versionInForce: whole.nullable(),
  /** The version being written, proposed or signed. */
  openVersion: z
    .object({ number: whole, state: z.enum(VERSION_STATES), lapsesAt: instant.nullable() })
    .nullable(),
  /** Whose turn it is, and since when. */
  waitsFor: z.enum(WAITS_FOR),
  since: instant,
  startsOn: date.nullable(),
  endsOn: date.nullable(),
  /** null without a package, and before the start. */
  minutesLeft: whole.nullable(),
  updatedAt: instant,
});
export type ContractSummary = z.output<typeof contractSummary>;

/** `GET /api/contracts` */
export const contractsReply = z.object({
  contracts: z.array(contractSummary),
  next: z.string().nullable(),
});
export type ContractsReply = z.output<typeof contractsReply>;

export const renderedClause = z.object({
  id: z.enum(CLAUSES),
  title: z.string(),
  markdown: z.string(),
});

/** A highlighted clause to agree to, in the words that are hashed. */
export const consentAsked = z.object({
  clause: z.enum(CONSENTS),
  title: z.string(),
  text: z.string(),
  textSha256: z.string(),
});
export type ConsentAsked = z.output<typeof consentAsked>;

/** A version that was frozen: proposed, signed, in force or past. */
export const frozenVersion = z.object({
  number: whole,
  state: z.enum(VERSION_STATES),
  content: contractContent,
  clauses: z.array(renderedClause),
  canonicalSha256: z.string(),
  pdfSha256: z.string(),
  proposedAt: instant,
  lapsesAt: instant,
  /** When it takes or took the place of the one before; null while unsigned. */
  effectiveOn: date.nullable(),
  signatures: z.array(
    z.object({ party: z.enum(PARTIES), fullName: z.string(), signedAt: instant, method: z.string() }),
  ),
  /** What the person who asks would have to agree to; empty when they have signed or cannot sign. */
  consents: z.array(consentAsked),
  seal: z.enum(SEAL_STATES),
  sealedSha256: z.string().nullable(),
});
export type FrozenVersion = z.output<typeof frozenVersion>;

export const gapReply = z.object({ field: z.string(), code: z.enum(GAP_CODES) });

export const draftVersion = z.object({
  number: whole,
  state: z.enum(['draft', 'changes-requested']),
  revision: whole,
  content: z.record(z.string(), z.unknown()) as unknown as typeof contractDraft,
  gaps: z.array(gapReply),
});
export type DraftVersion = z.output<typeof draftVersion>;

export const BOOKING_OBSTACLES = [
  'contract-not-in-force',
  'outside-term',
  'not-enough-minutes',
  'insurance-expired',
  'supervisor-away',
] as const;
export type BookingObstacle = (typeof BOOKING_OBSTACLES)[number];

/** What the version in force computes; null before there is one. */
export const computedReply = z.object({
  mayBook: z.boolean(),
  bookingObstacle: z.enum(BOOKING_OBSTACLES).nullable(),
  minutesLeft: whole.nullable(),
  /** The earliest date a notice given today could name. */
  earliestEnd: date,
  /** Until when a consumer may withdraw; null without that right. */
  withdrawalEndsAt: instant.nullable(),
  sponsorSees: z.object({ name: z.string(), sees: z.enum(SPONSOR_VIEWS) }).nullable(),
});
export type ComputedReply = z.output<typeof computedReply>;

export const commentReply = z.object({
  id: z.string(),
  versionNumber: whole,
  clause: z.enum(CLAUSES).nullable(),
  author: z.enum(PARTIES),
  authorName: z.string(),
  text: z.string(),
  at: instant,
});
export type CommentReply = z.output<typeof commentReply>;

/** `GET /api/contracts/:id`, and the reply of everything that changes one. */
export const contractReply = contractSummary.extend({
  /** What the person who asks is in it; an owner who is neither reads only. */
  mine: z.enum(PARTIES).nullable(),
  may: z.array(z.enum(CONTRACT_ACTIONS)),
  language: z.enum(LANGUAGES),
  timeZone: z.string(),
  inForce: frozenVersion.nullable(),
  /** Set while a version is written; the coach sees it only once it was proposed. */
  draft: draftVersion.nullable(),
  /** Set while a version is proposed or signed and not in force yet. */
  proposed: frozenVersion.nullable(),
  /** Every version that was ever frozen, newest first. */
  versions: z.array(
    z.object({
      number: whole,
      state: z.enum(VERSION_STATES),
      proposedAt: instant.nullable(),
      effectiveOn: date.nullable(),
      seal: z.enum(SEAL_STATES),
      /** When a seal that is not there yet is tried again; null when nothing is to be tried. */
      sealTriedAgainAt: instant.nullable(),
    }),
  ),
  comments: z.array(commentReply),
  suspension: z.object({ by: z.enum(PARTIES), since: instant, until: date, reason: z.string() }).nullable(),
  notice: z.object({ by: z.enum(PARTIES), endsOn: date, reason: z.string() }).nullable(),
  /** Who asked for what needs both. */
  asked: z.object({
    'cancel-notice': z.enum(PARTIES).nullable(),
    end: z.enum(PARTIES).nullable(),
    complete: z.enum(PARTIES).nullable(),
  }),
  computed: computedReply.nullable(),
  renewsId: z.string().nullable(),
  /** Of a package, once its contract is over: minutes left, and what is owed back for them. */
  unused: z
    .object({
      minutes: whole,
      refund: z
        .object({ netCents: whole, vatCents: whole, totalCents: whole, currency: z.string() })
        .nullable(),
    })
    .nullable(),
});
export type ContractReply = z.output<typeof contractReply>;

/** 201 of `POST /api/appointments/:id/invite`. */
export const inviteCallerReply = z.object({ invitationId: z.string(), contractId: z.string() });
export type InviteCallerReply = z.output<typeof inviteCallerReply>;

/** `GET /api/contracts/:id/versions/:number/difference`: against the version it amends. */
export const differenceReply = z.object({
  from: whole,
  to: whole,
  clauses: z.array(
    z.object({
      clause: z.enum(CLAUSES),
      title: z.string(),
      /** Markdown; empty when the clause is new or gone. */
      before: z.string(),
      after: z.string(),
      /** Word by word, of the text without marks; joined without `removed` it reads as after. */
      changes: z.array(z.object({ kind: z.enum(['same', 'added', 'removed']), text: z.string() })),
    }),
  ),
  /** Which highlighted clauses are to be agreed to again. */
  consents: z.array(z.enum(CONSENTS)),
});
export type DifferenceReply = z.output<typeof differenceReply>;

/** `GET /api/contracts/:id/evidence`: the chain of events, oldest first. */
export const evidenceReply = z.object({
  events: z.array(
    z.object({
      seq: whole,
      type: z.enum(EVENT_TYPES),
      by: z.enum([...PARTIES, 'clock']),
      at: instant,
      versionNumber: whole.nullable(),
      /** Facts of the event, as they are hashed. */
      payload: z.record(z.string(), z.unknown()),
      previousHash: z.string(),
      hash: z.string(),
    }),
  ),
  head: z.string(),
  /** The first entry whose hash does not follow from the one before; null when all do. */
  brokenAt: whole.nullable(),
});
export type EvidenceReply = z.output<typeof evidenceReply>;

/** `POST /api/public/verify`: nothing personal. Everything but `known` is null for a file that is not known. */
export const verifyReply = z.object({
  known: z.enum(['frozen-document', 'sealed-document', 'canonical-text']).nullable(),
  /** Only the first part of the file is known: behind the signed text something was changed or added. */
  beginningOnly: z.boolean(),
  /** Name of the practice whose document it is. */
  practice: z.string().nullable(),
  state: z.enum(VERSION_STATES).nullable(),
  versionNumber: whole.nullable(),
  frozenAt: instant.nullable(),
  sealedAt: instant.nullable(),
  /** When a time-stamp authority said that the seal existed; null without one. */
  timestampedAt: instant.nullable(),
});
export type VerifyReply = z.output<typeof verifyReply>;
