import type { Bid } from '../bid';
import { ATTRIBUTION } from '../fields/attribution-field';

export const LOCI = [
  'self',
  'client',
  'other',
  'between',
  'circumstances',
  'unknown',
] as const satisfies readonly (keyof typeof ATTRIBUTION.loci)[];
export type Locus = (typeof LOCI)[number];

/** Shares of 0 to 1 by where the cause was put; null unless the hundred points are spread. */
export function lociOf({ answers }: Bid): Readonly<Record<Locus, number>> | null {
  const points = answers.attribution;
  if (!points || Object.values(points).reduce((total, each) => total + each, 0) !== 100) return null;
  const share = (locus: Locus) => {
    const causes: readonly (keyof typeof points)[] = ATTRIBUTION.loci[locus];
    return causes.reduce((total, cause) => total + (points[cause] ?? 0), 0) / 100;
  };
  return Object.fromEntries(LOCI.map((locus) => [locus, share(locus)])) as Record<Locus, number>;
}
