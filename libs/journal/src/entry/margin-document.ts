import * as z from 'zod/mini';
import { marginAnswersShape } from './answer-shapes';
import type { MarginAnswers } from './answers';
import { MARGIN_FORMAT } from './formats';
import { list, oneOf, text } from './shapes';

/** Plaintext of class `margin`: an object of its own, which no route can share. */
export const marginDocument = z.strictObject({
  format: oneOf([MARGIN_FORMAT]) as z.ZodMiniType<typeof MARGIN_FORMAT>,
  /** Id of the entry it stands beside. */
  of: text(64),
  answers: marginAnswersShape,
  /** Anything else that must stay here: a client's real name. */
  note: text(20_000),
  besides: list(z.strictObject({ field: text(60), value: z.unknown() }), 200),
});

export interface MarginDocument {
  readonly format: typeof MARGIN_FORMAT;
  readonly of: string;
  readonly answers: MarginAnswers;
  readonly note: string;
  readonly besides: readonly { readonly field: string; readonly value: unknown }[];
}
