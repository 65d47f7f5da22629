/**
 * What a clause may leave to the contract's own figures. A fixed list and no language: a name in double
 * braces, replaced once; what is put in is never read again.
 */
export const PLACEHOLDERS = [
  'supervisorName',
  'coachName',
  'coachEmail',
  'format',
  'frequency',
  'sessionMinutes',
  'place',
  'startDate',
  'term',
  'fee',
  'vat',
  'paymentDays',
  'latePenalty',
  'noticeHours',
  'latePercent',
  'lateFee',
  'noShowPercent',
  'noShowFee',
  'functionWeights',
  'sponsorView',
  'complaintRoute',
  'controller',
  'rightsContact',
  'notesKept',
  'evidenceKept',
  'accountingKept',
  'recording',
  'reviewMonths',
  'suspensionWeeks',
  'noticeDays',
  'closingSession',
  'unusedMinutes',
  'mediator',
  'earlyStart',
  'law',
  'courts',
  'amendedVersion',
  'effectiveDate',
] as const;
export type Placeholder = (typeof PLACEHOLDERS)[number];

/** These become paragraphs or lists and stand alone on their line. */
export const BLOCK_PLACEHOLDERS = [
  'supervisorIdentity',
  'coachIdentity',
  'purpose',
  'exceptions',
  'codes',
  'relationships',
  'amendmentReason',
] as const;
export type BlockPlaceholder = (typeof BLOCK_PLACEHOLDERS)[number];

/** `{{name}}`; anything else in braces is text. Backslashes before it make it text too. */
export const PLACEHOLDER_PATTERN = /(?<!\\)\{\{([A-Za-z][A-Za-z0-9]{0,40})\}\}/g;

const KNOWN: ReadonlySet<string> = new Set([...PLACEHOLDERS, ...BLOCK_PLACEHOLDERS]);

/** Names in a clause that no contract can fill, each once, in order. */
export function unknownPlaceholders(markdown: string): string[] {
  const names = [...markdown.matchAll(PLACEHOLDER_PATTERN)].map(([, name]) => name ?? '');
  return [...new Set(names.filter((name) => !KNOWN.has(name)))];
}
