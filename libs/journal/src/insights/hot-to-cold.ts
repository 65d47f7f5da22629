import type { MarginDocument } from '../entry/margin-document';
import { median } from '../statistics/chances';
import { signTest } from '../statistics/sign-test';
import { minimumOf, missing } from './minimum';

export const EMOTIONS = ['sadness', 'anger', 'contempt', 'shame', 'relief', 'joy'] as const;
export type Emotion = (typeof EMOTIONS)[number];

/** I14, "from hot to cold": from margins, shown in the margin alone. */
export interface HotToCold {
  readonly emotion: Emotion;
  readonly pairs: number;
  /** Cold less hot, on the scale of 0 to 10. */
  readonly median: number | null;
  /** Of an exact sign test. */
  readonly p: number | null;
  readonly missing: number;
}

export function hotToCold(margins: readonly MarginDocument[]): readonly HotToCold[] {
  return EMOTIONS.map((emotion) => {
    const differences = margins.flatMap(({ answers }) => {
      const [hot, cold] = [answers[`hot_${emotion}`], answers[`cold_${emotion}`]];
      return hot === undefined || cold === undefined ? [] : [cold - hot];
    });
    const lacking = missing(minimumOf('I14').pairs, differences.length);
    return {
      emotion,
      pairs: differences.length,
      median: lacking === 0 ? median(differences) : null,
      p: lacking === 0 ? signTest(differences) : null,
      missing: lacking,
    };
  });
}
