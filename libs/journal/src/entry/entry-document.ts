import * as z from 'zod/mini';
import { type CoreFieldId, BID_FIELDS } from '../fields/all-fields';
import { HYPOTHESIS_SIGNALS } from '../insights/signals';
import { SEALS } from '../stages/seals';
import { answersShape, freeAnswersShape } from './answer-shapes';
import { FORECASTS } from './forecasts';
import { JOURNAL_FORMAT } from './formats';
import { dateText, list, oneOf, text, wholeNumber, whether } from './shapes';

const CORE_FIELDS = BID_FIELDS.filter(({ share }) => share === 'core').map(({ id }) => id);

/** Another text of a field, kept beside it after two devices had changed it: nothing typed is lost. */
const besides = z.strictObject({ field: text(60), value: z.unknown() });

const common = {
  format: oneOf([JOURNAL_FORMAT]) as z.ZodMiniType<typeof JOURNAL_FORMAT>,
  createdOn: dateText,
  tags: list(text(40), 20),
  besides: list(besides, 200),
  /** Of the fictitious journal, which is loaded and removed as a whole. */
  demo: z.optional(whether),
};

/** Revision that holds what was sealed, on which date; reopened while the outcome was not known. */
const sealing = z.strictObject({
  seal: z.enum(SEALS, { error: 'not-in-list' }),
  revision: wholeNumber(1, 2 ** 31 - 1),
  on: dateText,
  reopened: z.optional(whether),
});
export type Sealing = z.output<typeof sealing>;

const correction = z.strictObject({
  field: oneOf(CORE_FIELDS) as unknown as z.ZodMiniType<CoreFieldId>,
  value: z.unknown(),
  on: dateText,
});

export const bidEntry = z
  .strictObject({
    ...common,
    kind: z.literal('bid'),
    /** Entered after the decision: no forecast is asked or stored. */
    fromMemory: whether,
    answers: answersShape,
    seals: list(sealing, 50),
    /** Corrections of sealed fields, made later and shown as hindsight. */
    hindsight: list(correction, 200),
    /** Opt-in, seven and ninety days after the outcome. */
    reminders: z.strictObject({ cold: whether, second_look: whether }),
    /** Of a won bid: from then on, and six months later, its effects are observed. */
    missionEndsOn: z.optional(dateText),
  })
  .check(
    z.superRefine(({ fromMemory, answers, hindsight, besides }, context) => {
      if (!fromMemory) return;
      for (const field of FORECASTS)
        if (answers[field] !== undefined)
          context.addIssue({ code: 'custom', path: ['answers', field], message: 'invalid' });
      for (const [name, kept] of Object.entries({ hindsight, besides }))
        kept.forEach(({ field }, at) => {
          if (FORECASTS.some((forecast) => forecast === field))
            context.addIssue({ code: 'custom', path: [name, at, 'field'], message: 'invalid' });
        });
    }),
  );

export const freeEntry = z.strictObject({ ...common, kind: z.literal('free'), answers: freeAnswersShape });

/** One signal, declared before what it is tested on. */
export const hypothesisEntry = z.strictObject({
  ...common,
  kind: z.literal('hypothesis'),
  answers: z.strictObject({
    signal: z.enum(HYPOTHESIS_SIGNALS, { error: 'not-in-list' }),
    /** Which value of `source`, `selection_mode` or `echo_tags`. */
    value: z.optional(text(60)),
    note: z.optional(text(2000)),
    declaredOn: dateText,
    endedOn: z.optional(dateText),
  }),
});

export const entryDocument = z.discriminatedUnion('kind', [bidEntry, freeEntry, hypothesisEntry], {
  error: 'not-in-list',
});

export type BidEntry = Immutable<z.output<typeof bidEntry>>;
export type FreeEntry = Immutable<z.output<typeof freeEntry>>;
export type HypothesisEntry = Immutable<z.output<typeof hypothesisEntry>>;
export type Entry = BidEntry | FreeEntry | HypothesisEntry;

type Immutable<T> = T extends readonly (infer Each)[]
  ? readonly Immutable<Each>[]
  : T extends object
    ? { readonly [Key in keyof T]: Immutable<T[Key]> }
    : T;
