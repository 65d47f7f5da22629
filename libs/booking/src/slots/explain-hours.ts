import type { Instant } from '@visavis/kernel';
import type { OpenGrid } from './open-grids';
import type { SlotRules } from './read-slot-rules';
import type { SlotReason } from './slot-input';
import { localDay, type ZoneOffsets } from './zone-offsets';

/** What of the rules does not depend on the time at which one asks, and the range that does. */
export type HoursRules = Pick<SlotRules, 'overrides' | 'length' | 'step' | 'earliest' | 'latest'>;

/**
 * The first reason against a start that lies in the opening hours alone, whoever has booked what.
 * @param grids those of the stretches that end after `start`, ascending; asked for only when they matter
 */
export function explainHours(
  rules: HoursRules,
  zone: ZoneOffsets,
  start: Instant,
  grids: (day: number) => readonly OpenGrid[],
): SlotReason | null {
  if (Number.isNaN(start)) return 'off-grid';
  if (start < rules.earliest) return 'too-soon';
  if (start >= rules.latest) return 'too-late';

  const day = localDay(zone, start);
  if (rules.overrides.get(day)?.length === 0) return 'closed-date';

  const grid = grids(day).find(({ startsBefore }) => start < startsBefore);
  if (grid === undefined || start < grid.anchor || start + rules.length > grid.end) return 'outside-hours';
  return (start - grid.anchor) % rules.step === 0 ? null : 'off-grid';
}
