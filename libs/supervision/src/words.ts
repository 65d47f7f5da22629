/** Closed lists of the supervision subject. Wire, database and screens use these very strings. */

export const PARTIES = ['supervisor', 'coach'] as const;
export type Party = (typeof PARTIES)[number];

export const CONTRACT_STATES = [
  'draft',
  'proposed',
  'changes-requested',
  'partially-signed',
  'signed',
  'active',
  'suspended',
  'notice-given',
  'ended',
  'completed',
  'expired',
  'declined',
  'withdrawn',
  'lapsed',
  'rescinded',
] as const;
export type ContractState = (typeof CONTRACT_STATES)[number];

/** A version has a life of its own: an amendment is proposed and signed while the contract stays active. */
export const VERSION_STATES = [
  'draft',
  'proposed',
  'changes-requested',
  'partially-signed',
  'signed',
  'in-force',
  'superseded',
  'declined',
  'withdrawn',
  'lapsed',
  'rescinded',
] as const;
export type VersionState = (typeof VERSION_STATES)[number];

/** What an entry of a contract's event chain can say. */
export const EVENT_TYPES = [
  'created',
  'frozen',
  'viewed',
  'commented',
  'changes-requested',
  'declined',
  'withdrawn',
  'lapsed',
  'signed',
  'fully-signed',
  'sealed',
  'timestamped',
  'timestamp-pending',
  'copy-sent',
  'started',
  'amendment-opened',
  'amendment-in-force',
  'suspended',
  'resumed',
  'notice-given',
  'notice-cancelled',
  'agreement-asked',
  'ended',
  'completed',
  'expired',
  'rescinded',
  'renewal-opened',
] as const;
export type EventType = (typeof EVENT_TYPES)[number];

/** The highlighted clauses: each has its own box, unticked, when signing. */
export const CONSENTS = ['fees', 'cancellation', 'confidentiality-limits', 'data', 'evidence'] as const;
export type Consent = (typeof CONSENTS)[number];

/** Clauses in the order of the document. */
export const CLAUSES = [
  'amendment',
  'parties',
  'purpose',
  'format',
  'fees',
  'cancellation',
  'responsibilities',
  'confidentiality',
  'ethics',
  'relationships',
  'data-protection',
  'records',
  'review',
  'ending',
  'consumer',
  'law',
  'evidence',
  'additional',
] as const;
export type Clause = (typeof CLAUSES)[number];

export const LEGAL_STATUSES = [
  'sole-trader',
  'micro-entrepreneur',
  'eurl',
  'sarl',
  'sasu',
  'sas',
  'association',
  'umbrella-company',
  'employee',
  'private-person',
  'other',
] as const;
export type LegalStatus = (typeof LEGAL_STATUSES)[number];

export const CAPACITIES = ['professional', 'consumer'] as const;
export type Capacity = (typeof CAPACITIES)[number];

export const FUNCTIONS = ['formative', 'normative', 'restorative'] as const;
export type SupervisionFunction = (typeof FUNCTIONS)[number];

export const FORMATS = ['individual', 'group', 'team-of-coaches', 'supervision-of-supervision'] as const;
export type Format = (typeof FORMATS)[number];

export const FREQUENCY_UNITS = ['week', 'month'] as const;
export type FrequencyUnit = (typeof FREQUENCY_UNITS)[number];

export const PLACES = ['in-person', 'video', 'phone', 'hybrid'] as const;
export type Place = (typeof PLACES)[number];

export const MEDIUMS = ['in-person', 'video', 'phone'] as const;
export type Medium = (typeof MEDIUMS)[number];

export const FEE_UNITS = ['session', 'package'] as const;
export type FeeUnit = (typeof FEE_UNITS)[number];

export const VAT_MODES = ['charged', 'franchise-293b', 'reverse-charge', 'not-applicable'] as const;
export type VatMode = (typeof VAT_MODES)[number];

export const EXCEPTIONS = [
  'imminent-serious-danger',
  'abuse-of-minor-or-vulnerable-person',
  'legal-order',
  'own-supervision-anonymised',
  'accreditation-audit-attendance-only',
  'written-consent',
  'serious-breach-of-ethics-after-dialogue',
] as const;
export type Exception = (typeof EXCEPTIONS)[number];

export const RELATIONSHIPS = [
  'trainer',
  'assessor',
  'therapist',
  'line-manager',
  'business-associate',
  'peer-same-firm',
  'client-or-supplier',
  'family-or-intimate',
  'co-supervisor-of-same-case',
  'mentor-coach',
] as const;
export type Relationship = (typeof RELATIONSHIPS)[number];

/** With any of these no supervision contract is proposed; the others need a note on how they are handled. */
export const BLOCKING_RELATIONSHIPS: readonly Relationship[] = [
  'line-manager',
  'therapist',
  'family-or-intimate',
];

export const SPONSOR_VIEWS = ['nothing', 'attendance', 'attendance-and-agreed-themes'] as const;
export type SponsorView = (typeof SPONSOR_VIEWS)[number];

export const UNUSED_MINUTES = ['refund-pro-rata', 'forfeit-after-expiry'] as const;
export type UnusedMinutes = (typeof UNUSED_MINUTES)[number];

export const NOTICE_GROUNDS = ['ordinary', 'conflict-of-interest', 'supervisor-change', 'other'] as const;
export type NoticeGround = (typeof NOTICE_GROUNDS)[number];

/** Reasons to end at once; `mutual` needs both. */
export const END_GROUNDS = ['mutual', 'ethical-breach', 'incapacity'] as const;
export type EndGround = (typeof END_GROUNDS)[number];

export const SESSION_STATES = [
  'planned',
  'running',
  'took-place',
  'agreed',
  'locked',
  'cancelled-in-time',
  'cancelled-late',
  'no-show',
  'cancelled-by-supervisor',
  'disputed',
] as const;
export type SessionState = (typeof SESSION_STATES)[number];

export const LEDGER_KINDS = ['granted', 'reserved', 'consumed', 'released', 'corrected'] as const;
export type LedgerKind = (typeof LEDGER_KINDS)[number];
