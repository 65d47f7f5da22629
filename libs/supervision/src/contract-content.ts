import { LANGUAGES } from '@visavis/kernel';
import * as z from 'zod';
import {
  CAPACITIES,
  CLAUSES,
  EXCEPTIONS,
  FEE_UNITS,
  FORMATS,
  FREQUENCY_UNITS,
  LEGAL_STATUSES,
  PLACES,
  RELATIONSHIPS,
  SPONSOR_VIEWS,
  UNUSED_MINUTES,
  VAT_MODES,
  type Clause,
} from './words';
import {
  dateText,
  freeText,
  missingOr,
  neededText,
  oneLine,
  oneOf,
  timeZoneText,
  wholeNumber,
} from '@visavis/typed-text';
import { emailText, list, section, webAddress, yesOrNo } from './wire-text';

/** Nine digits, the last of which makes the Luhn sum a multiple of ten; spaces between them are dropped. */
export const sirenText = z
  .string({ error: missingOr('invalid') })
  .max(20, { error: 'too-long' })
  .overwrite((text) => text.replaceAll(/[\s\u00a0\u202f]/g, ''))
  .refine(isSiren, { error: 'invalid' });

function isSiren(text: string): boolean {
  if (!/^\d{9}$/.test(text)) return false;
  const sum = [...text].reduce((total, digit, at) => {
    const weighted = Number(digit) * (at % 2 === 1 ? 2 : 1);
    return total + (weighted > 9 ? weighted - 9 : weighted);
  }, 0);
  return sum % 10 === 0;
}

const party = {
  /** As it will be typed when signing. */
  name: oneLine(200),
  legalStatus: oneOf(LEGAL_STATUSES),
  /** null: has none. */
  siren: sirenText.nullable().default(null),
  /** Other legal mentions, such as a trade name or the number of a register. */
  mentions: oneLine(300).nullable().default(null),
  address: neededText(300),
  email: emailText,
  /** Professional bodies and accreditations. */
  bodies: list(section({ body: oneLine(80), level: oneLine(80).nullable().default(null) }), 10).default([]),
} as const;

const declaration = section({
  /** "none" is said, never inferred from an empty list. */
  declares: oneOf(['none', 'some']),
  items: list(
    section({ kind: oneOf(RELATIONSHIPS), note: freeText(1000).default('') }),
    RELATIONSHIPS.length,
  ).default([]),
});

const kindError = ({ input }: { input?: unknown }) =>
  (input as { kind?: unknown } | null | undefined)?.kind == null ? 'required' : 'not-in-list';
const term = z.discriminatedUnion(
  'kind',
  [
    section({ kind: z.literal('fixed'), endsOn: dateText }),
    section({
      kind: z.literal('package'),
      minutes: wholeNumber(15, 60_000),
      validMonths: wholeNumber(1, 60),
    }),
  ],
  { error: kindError },
);

const clauseText = freeText(12_000).default('');
const clauseTexts = section(
  Object.fromEntries(CLAUSES.map((clause) => [clause, clauseText])) as Record<Clause, typeof clauseText>,
);

/**
 * What the parties agree on: everything the product computes with, and the clauses as Markdown with
 * placeholders. Dates and hours are read in `timeZone`. Rules between fields are in `missing-for-proposal`.
 */
export const contractContent = section({
  language: oneOf(LANGUAGES),
  timeZone: timeZoneText,
  /** null in a first version. */
  amendment: z
    .strictObject({ amends: wholeNumber(1, 10_000), effectiveOn: dateText, why: neededText(2000) })
    .nullable()
    .default(null),
  parties: section({
    supervisor: section({
      ...party,
      insurance: section({ insurer: oneLine(120), policy: oneLine(80), validUntil: dateText }),
    }),
    coach: section({ ...party, capacity: oneOf(CAPACITIES) }),
  }),
  purpose: section({
    text: neededText(3000).min(50, { error: 'too-short' }),
    /** Weights in percent, 100 together. */
    functions: section({
      formative: wholeNumber(0, 100),
      normative: wholeNumber(0, 100),
      restorative: wholeNumber(0, 100),
    }),
  }),
  format: section({
    kind: oneOf(FORMATS),
    frequency: section({ every: wholeNumber(1, 12), unit: oneOf(FREQUENCY_UNITS) }),
    sessionMin: wholeNumber(30, 240),
    place: section({ kind: oneOf(PLACES), details: freeText(300).default('') }),
    startsOn: dateText,
    term,
  }),
  fees: section({
    /** Without VAT, in cents of the currency. */
    amountCents: wholeNumber(0, 10_000_000),
    currency: oneOf(['EUR', 'CHF', 'GBP', 'USD']),
    unit: oneOf(FEE_UNITS),
    /** `rateBp` in hundredths of a percent, for mode `charged` only. */
    vat: section({ mode: oneOf(VAT_MODES), rateBp: wholeNumber(0, 5000).nullable().default(null) }),
    termsDays: wholeNumber(0, 60),
    /** Yearly, hundredths of a percent; null: the European Central Bank's rate plus ten points (L441-10). */
    latePenaltyBp: wholeNumber(0, 5000).nullable().default(null),
  }),
  cancellation: section({
    noticeHours: wholeNumber(0, 336),
    latePercent: wholeNumber(0, 100),
    noShowPercent: wholeNumber(0, 100),
  }),
  confidentiality: section({
    exceptions: list(
      section({ kind: oneOf(EXCEPTIONS), note: freeText(500).default('') }),
      EXCEPTIONS.length,
    ).min(1, {
      error: 'required',
    }),
    /** Who pays without taking part, and what they may see. */
    sponsor: section({ name: oneLine(200), sees: oneOf(SPONSOR_VIEWS) })
      .nullable()
      .default(null),
  }),
  ethics: section({
    /** As they read on the day of the proposal. */
    codes: list(section({ title: oneLine(200), version: oneLine(60), link: webAddress }), 10).min(1, {
      error: 'required',
    }),
    complaintRoute: neededText(1500),
  }),
  relationships: section({ supervisor: declaration, coach: declaration }),
  dataProtection: section({ controller: oneLine(200), rightsContact: emailText }),
  records: section({
    notesMonths: wholeNumber(0, 120),
    evidenceMonths: wholeNumber(60, 360),
    accountingMonths: wholeNumber(120, 360),
    recording: oneOf(['never', 'consent-per-session']),
  }),
  ending: section({
    noticeDays: wholeNumber(0, 180),
    reviewMonths: wholeNumber(1, 24),
    suspensionMaxWeeks: wholeNumber(0, 52),
    closingSession: yesOrNo,
    unusedMinutes: oneOf(UNUSED_MINUTES),
  }),
  /** For a consumer: right of withdrawal and mediator; null between professionals. */
  consumer: z
    .strictObject({
      mediator: section({ name: oneLine(200), link: webAddress }),
      /** The coach expressly asks to start before the fourteen days are over. */
      earlyStart: yesOrNo,
    })
    .nullable()
    .default(null),
  law: section({
    /** ISO 3166-1 alpha-2. */
    country: z.string({ error: missingOr('invalid') }).regex(/^[A-Z]{2}$/, { error: 'not-in-list' }),
    courts: oneLine(120).nullable().default(null),
  }),
  clauses: clauseTexts,
});
export type ContractContent = z.output<typeof contractContent>;

export type Declaration = z.output<typeof declaration>;
export type Term = z.output<typeof term>;
export type ClauseTexts = z.output<typeof clauseTexts>;
/** A template's clauses: every one of them, some perhaps empty. */
export { clauseTexts };
