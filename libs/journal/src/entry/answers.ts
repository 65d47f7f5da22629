import type { BidField, CoreFieldId, MarginFieldId } from '../fields/all-fields';
import type { FREE_FIELDS } from '../fields/free-fields';

type ById<Id> = Extract<BidField, { id: Id }>;
type Values<Options> = Options extends readonly (infer Each)[] ? Each : never;

type PartAnswer<Part> = Part extends { type: 'index' }
  ? number
  : Part extends { type: 'boolean' }
    ? boolean
    : Part extends { type: 'set<enum>'; options: infer Options }
      ? readonly Values<Options>[]
      : Part extends { options: infer Options }
        ? Values<Options>
        : string;
type Parts<Item> = Item extends readonly (infer Part)[]
  ? {
      readonly [Each in Part as Each extends { id: infer Id extends string } ? Id : never]?: PartAnswer<Each>;
    }
  : never;

type AnswerTo<F> = F extends { optionsFrom: infer Id }
  ? AnswerTo<ById<Id>>
  : F extends { type: 'allocation'; options: infer Options }
    ? { readonly [Value in Values<Options> & string]?: number }
    : F extends { type: 'set<enum>'; options: infer Options }
      ? readonly Values<Options>[]
      : F extends { type: 'enum' | 'ordinal'; options: infer Options }
        ? Values<Options>
        : F extends { type: 'list<object>'; item: infer Item }
          ? readonly Parts<Item>[]
          : F extends { type: 'object'; item: infer Item }
            ? Parts<Item>
            : F extends { type: 'boolean+text' }
              ? { readonly yes?: boolean; readonly text?: string }
              : F extends { type: 'scale'; items: readonly (infer Item extends string)[] }
                ? { readonly [Each in Item]?: number }
                : F extends { allowUnknown: true }
                  ? number | 'unknown'
                  : F extends { type: 'string' | 'text' | 'longtext' | 'date' }
                    ? string
                    : number;

/** What may be shared, entry by entry. A question not answered has no key. */
export type Answers = { readonly [Id in CoreFieldId]?: AnswerTo<ById<Id>> };
/** What never can be. */
export type MarginAnswers = { readonly [Id in MarginFieldId]?: AnswerTo<ById<Id>> };
export type FreeAnswers = {
  readonly [F in (typeof FREE_FIELDS)[number] as F['id']]?: F extends { options: infer Options }
    ? Values<Options>
    : string;
};

export type Cause = keyof NonNullable<Answers['attribution']>;

/** A text of spaces, an empty list and an object of empty parts say nothing. */
export function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  if (typeof value === 'string') return value.trim() === '';
  if (typeof value !== 'object') return false;
  return Object.values(value).every(isEmpty);
}
