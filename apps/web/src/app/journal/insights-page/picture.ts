/** What a chart shows, without a word about how it is drawn. Shares go from 0 to 1. */
export type Picture =
  | {
      readonly kind: 'intervals';
      readonly rows: readonly {
        readonly name: string;
        readonly low: number;
        readonly high: number;
        readonly point: number | null;
      }[];
    }
  | {
      readonly kind: 'stacks';
      readonly parts: readonly string[];
      readonly rows: readonly { readonly name: string; readonly shares: readonly number[] }[];
    }
  | {
      readonly kind: 'bars';
      readonly series: readonly string[];
      readonly rows: readonly { readonly name: string; readonly shares: readonly (number | null)[] }[];
    }
  | {
      readonly kind: 'dots';
      readonly x: Axis;
      readonly y: Axis;
      readonly points: readonly (readonly [x: number, y: number])[];
    };

export interface Axis {
  readonly name: string;
  readonly min: number;
  readonly max: number;
  /** In percent of its values, which are shares. */
  readonly percent?: boolean;
}

/** The same in words and figures: what a table beside each chart says. */
export interface FigureTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}
