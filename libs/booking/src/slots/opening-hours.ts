import type { Instant } from '@visavis/kernel';
import { explainHours } from './explain-hours';
import { gridsOfDate, type OpenGrid } from './open-grids';
import { readSlotRules, type SlotRules } from './read-slot-rules';
import type { SlotInput, SlotReason } from './slot-input';
import { zoneOffsets } from './zone-offsets';

/** Dates remembered at a time, so that a flood of wishes for all of them does not fill the memory. */
const MOST_DATES = 64;

/** The opening hours of one input, read once and asked often. */
export class OpeningHours {
  private readonly rules: SlotRules;
  private readonly dates = new Map<number, readonly OpenGrid[]>();

  /**
   * @param input its `busy`, `now`, `from` and `to` do not matter
   * @throws RangeError that begins with the name of the field that is wrong
   */
  constructor(private readonly input: SlotInput) {
    this.rules = readSlotRules(input);
  }

  /**
   * What `explainSlot` says of a start from `earliest` on and before `latest` when nobody has booked anything.
   * @param start whole milliseconds
   */
  explain(start: Instant, earliest: Instant, latest: Instant): SlotReason | null {
    const { overrides, length, step } = this.rules;
    const near = Math.min(Math.max(start, earliest), Math.max(earliest, latest));
    const zone = zoneOffsets(this.input.timeZone, near, near + length);
    return explainHours({ overrides, length, step, earliest, latest }, zone, start, (date) => {
      const known = this.dates.get(date);
      if (known !== undefined) return known;
      const grids = gridsOfDate(this.rules, zone, date);
      if (this.dates.size >= MOST_DATES) this.dates.clear();
      this.dates.set(date, grids);
      return grids;
    });
  }
}
