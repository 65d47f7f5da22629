import type { Language } from '@visavis/kernel';
import type { StageId } from './stages';

export type Words = Readonly<Record<Language, string>>;

export const KINDS = [
  'string', // one line
  'text',
  'longtext',
  'enum',
  'ordinal', // an enum whose values are numbers
  'set<enum>',
  'integer',
  'number',
  'money',
  'probability', // whole percent
  'scale', // one number, or one per item
  'date',
  'allocation', // 100 points over the options
  'boolean+text',
  'object', // the parts of `item`
  'list<object>',
] as const;
export type Kind = (typeof KINDS)[number];

export interface Option extends Words {
  readonly value: string | number;
}

/** A part of an object; options without words find theirs in `PART_WORDS`. */
export interface Part extends Partial<Words> {
  readonly id: string;
  readonly type: 'string' | 'enum' | 'boolean' | 'date' | 'index' | 'ordinal' | 'set<enum>';
  readonly options?: readonly string[] | readonly Option[];
}

/** One question of `cases/bid-entry.json`, under the names it has there. */
export interface Field {
  readonly id: string;
  readonly stage: StageId;
  readonly type: Kind;
  /** To seal the stage; nothing is required to save. */
  readonly required: boolean;
  /** `margin`: lives in an object of its own that has no way to be shared. */
  readonly share: 'core' | 'margin';
  readonly question: Words;
  readonly why: string;
  /** Insights that read it. */
  readonly feeds: readonly string[];
  readonly hint?: Words;
  readonly models?: readonly string[];
  readonly options?: readonly Option[];
  readonly optionsFrom?: string;
  /** Instead of `options` after a win; same values. */
  readonly winOptions?: readonly Option[];
  readonly loci?: Readonly<Record<string, readonly string[]>>;
  readonly rules?: readonly string[];
  readonly item?: readonly Part[];
  readonly items?: readonly string[];
  readonly anchors?: Readonly<Record<Language, readonly string[]>>;
  readonly min?: number;
  readonly max?: number;
  readonly step?: number;
  readonly maxLength?: number;
  readonly maxItems?: number;
  readonly currency?: string;
  readonly allowUnknown?: boolean;
  readonly prefill?: string;
  /** Seconds. */
  readonly timer?: number;
  /** Sealed by its own revision. */
  readonly sealed?: boolean;
  /** `outcome = won`, `outcome in (lost,no_decision)`. */
  readonly condition?: string;
  readonly schedule?: string;
}
