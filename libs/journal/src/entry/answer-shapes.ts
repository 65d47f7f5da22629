import * as z from 'zod/mini';
import { BID_FIELDS, choicesOf } from '../fields/all-fields';
import type { Field, Part } from '../fields/field';
import { FREE_FIELDS } from '../fields/free-fields';
import type { Answers, FreeAnswers, MarginAnswers } from './answers';
import { dateText, decimal, list, oneOf, text, wholeNumber, whether } from './shapes';

const LINE = 500;
const TEXT = 20_000;
const LONG_TEXT = 60_000;
const LIST = 30;

/**
 * What an answer may be. Shapes are for saving: a half-written answer is a good one, so parts may be missing and
 * shares need not add up yet; what a stage lacks to be sealed is told by `gapsOf`.
 */
export function answerShape(field: Pick<Field, 'type'> & Partial<Field>): z.ZodMiniType {
  const [min, max] = [field.min ?? 0, field.max ?? 1e9];
  const values = field.options || field.optionsFrom ? choicesOf(field as Field) : [];
  switch (field.type) {
    case 'string':
      return text(field.maxLength ?? LINE);
    case 'text':
      return text(field.maxLength ?? TEXT);
    case 'longtext':
      return text(field.maxLength ?? LONG_TEXT);
    case 'enum':
    case 'ordinal':
      return oneOf(values);
    case 'set<enum>':
      return list(oneOf(values), values.length);
    case 'integer':
      return field.allowUnknown
        ? z.union([z.literal('unknown'), wholeNumber(min, max)], { error: 'invalid' })
        : wholeNumber(min, max);
    case 'number':
    case 'money':
      return decimal(min, max);
    case 'probability':
      return wholeNumber(min, max).check(
        z.refine((chance) => chance % (field.step ?? 1) === 0, { error: 'invalid' }),
      );
    case 'scale':
      return field.items ? someOf(field.items, wholeNumber(min, max)) : wholeNumber(min, max);
    case 'date':
      return dateText;
    case 'allocation':
      return someOf(values.map(String), wholeNumber(0, 100));
    case 'boolean+text':
      return z.strictObject({ yes: z.optional(whether), text: z.optional(text(TEXT)) });
    case 'object':
      return partsShape(field.item ?? []);
    case 'list<object>':
      return list(partsShape(field.item ?? []), field.maxItems ?? LIST);
  }
}

function partsShape(parts: readonly Part[]): z.ZodMiniType {
  return z.strictObject(Object.fromEntries(parts.map((part) => [part.id, z.optional(partShape(part))])));
}

function partShape(part: Part): z.ZodMiniType {
  const values = part.options ?? [];
  switch (part.type) {
    case 'string':
      return text(TEXT);
    case 'boolean':
      return whether;
    case 'date':
      return dateText;
    case 'index':
      return wholeNumber(0, LIST);
    case 'enum':
    case 'ordinal':
      return oneOf(values);
    case 'set<enum>':
      return list(oneOf(values), values.length);
  }
}

function someOf(names: readonly string[], each: z.ZodMiniType): z.ZodMiniType {
  return z.strictObject(Object.fromEntries(names.map((name) => [name, z.optional(each)])));
}

function shapeOf<Shape>(
  fields: readonly (Pick<Field, 'id' | 'type'> & Partial<Field>)[],
): z.ZodMiniType<Shape> {
  const shapes = fields.map((field) => [field.id, z.optional(answerShape(field))]);
  return z.strictObject(Object.fromEntries(shapes)) as unknown as z.ZodMiniType<Shape>;
}

export const answersShape = shapeOf<Answers>(BID_FIELDS.filter(({ share }) => share === 'core'));
export const marginAnswersShape = shapeOf<MarginAnswers>(
  BID_FIELDS.filter(({ share }) => share === 'margin'),
);
export const freeAnswersShape = shapeOf<FreeAnswers>(FREE_FIELDS);
