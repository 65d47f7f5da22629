import type { Bid } from '../bid';

const REACHED = 3;

/** What became of the intended effects of a won mission. */
export interface Mission {
  readonly intended: number;
  readonly reached: number;
  /** Of those reached, what nobody but the coach has seen. */
  readonly seenByMeAlone: number;
  /** 0 to 1. */
  readonly share: number;
}

/** Null until an effect was observed: a won bid without follow-up is unknown, never a success. */
export function missionOf({ outcome, answers }: Bid): Mission | null {
  const { effects_intended: intended = [], effects_observed: observed = [] } = answers;
  if (outcome !== 'won' || intended.length === 0 || observed.length === 0) return null;
  const last = intended.map((_, effect) => {
    const about = observed.filter(({ effect_ref: of }) => of === effect);
    return about.find(({ when }) => when === 'plus_6_months') ?? about.at(-1);
  });
  const reached = last.flatMap((seen) => (seen && (seen.level ?? 0) >= REACHED ? [seen] : []));
  const alone = reached.filter(({ seen_by: by = [] }) => by.every((who) => who === 'me'));
  return {
    intended: intended.length,
    reached: reached.length,
    seenByMeAlone: alone.length,
    share: reached.length / intended.length,
  };
}

/** A mission held when at least half of what it intended was reached. */
export function hasHeld(mission: Mission): boolean {
  return mission.share >= 0.5;
}
