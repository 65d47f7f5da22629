import { explainHours } from './explain-hours';
import { openGrids } from './open-grids';
import { readBusy } from './read-busy';
import { readMoment } from './read-moment';
import { readSlotRules } from './read-slot-rules';
import type { Moment, SlotInput, SlotReason } from './slot-input';
import { localDay, zoneOffsets } from './zone-offsets';

/**
 * The first reason for which `moment` is not offered as a start; null exactly when `availableSlots` of the same input
 * holds it. Looks only at the local dates around it, however long the range is. What is no moment, such as NaN or
 * text that cannot be read, is off the grid; so are fractions of a millisecond.
 * @throws RangeError that begins with the name of the field of `input` that is wrong.
 */
export function explainSlot(input: SlotInput, moment: Moment): SlotReason | null {
  const rules = readSlotRules(input);
  const busy = readBusy(input.busy);
  const { earliest, latest, length } = rules;
  const start = typeof moment === 'number' ? moment : readMoment(moment);
  // Clamped, so that the zone is checked whatever the start is, and a table is only made where slots can be.
  const wanted = Number.isNaN(start) ? earliest : Math.floor(start);
  const near = Math.min(Math.max(wanted, earliest), Math.max(earliest, latest));
  const zone = zoneOffsets(input.timeZone, near, near + length);

  const because = explainHours(rules, zone, start, () => openGrids(rules, zone, near, near));
  if (because !== null) return because;

  if (rules.cap !== null) {
    const day = localDay(zone, start);
    const taken = busy.bookings.filter((booking) => localDay(zone, booking) === day).length;
    if (taken >= rules.cap) return 'day-full';
  }

  let inBuffer = false;
  for (let index = 0; index < busy.starts.length; index += 1) {
    const from = Number(busy.starts[index]);
    const until = Number(busy.ends[index]);
    if (from < start + length && start < until) return 'busy';
    if (from < start + length + rules.after && start - rules.before < until) inBuffer = true;
  }
  return inBuffer ? 'buffer' : null;
}
