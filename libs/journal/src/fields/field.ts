import type { StageId } from './stages';

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

/** A part of an object. */
export interface Part {
  readonly id: string;
  readonly type: 'string' | 'enum' | 'boolean' | 'date' | 'index' | 'ordinal' | 'set<enum>';
  readonly options?: readonly (string | number)[];
}

/**
 * The rules of one question of `cases/bid-entry.json`, under the names they have there. Its words are in `words/`; which
 * insights and models it comes from is said in the case alone.
 */
export interface Field {
  readonly id: string;
  readonly stage: StageId;
  readonly type: Kind;
  /** To seal the stage; nothing is required to save. */
  readonly required: boolean;
  /** `margin`: lives in an object of its own that has no way to be shared. */
  readonly share: 'core' | 'margin';
  readonly options?: readonly (string | number)[];
  readonly optionsFrom?: string;
  readonly loci?: Readonly<Record<string, readonly string[]>>;
  readonly item?: readonly Part[];
  readonly items?: readonly string[];
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
