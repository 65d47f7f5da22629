import type { AvailabilityReply, OfferKind, OfferWish } from '@visavis/booking';
import { DAY, Refusal, type GeneralRefusal, type Instant } from '@visavis/kernel';
import type { Transaction } from '../../database/transactions';
import type { CalendarKey } from '../calendar/calendars';

/** Dates that have passed are of interest for this long, milliseconds. */
const LOOK_BACK = 31 * DAY;

interface SettingsRow {
  readonly timeZone: string;
  readonly holidayCountry: string | null;
  readonly holidayRegion: string | null;
}

/** Everything the availability editor shows. @throws Refusal not-found */
export async function readAvailability(
  transaction: Transaction,
  key: CalendarKey,
  now: Instant,
): Promise<AvailabilityReply> {
  const keys = [key.practiceId, key.supervisorId];
  const settings: SettingsRow[] = await transaction.query(
    `SELECT time_zone AS "timeZone", holiday_country AS "holidayCountry", holiday_region AS "holidayRegion"
     FROM supervisor WHERE practice_id = $1 AND id = $2`,
    keys,
  );
  if (settings[0] === undefined) throw new Refusal<GeneralRefusal>('not-found');
  const overrides: AvailabilityReply['overrides'] = await transaction.query(
    `SELECT date::text AS date, windows, label, holiday FROM availability_override
     WHERE practice_id = $1 AND supervisor_id = $2 AND date >= $3::date ORDER BY availability_override.date`,
    [...keys, new Date(now - LOOK_BACK).toISOString().slice(0, 10)],
  );
  return { ...settings[0], offers: await readOffers(transaction, key), overrides };
}

interface OfferRow {
  readonly kind: OfferKind;
  readonly offer: OfferWish;
}

/** Both offers with their own weekly hours. @throws Refusal not-found when one is missing */
export async function readOffers(
  transaction: Transaction,
  key: CalendarKey,
): Promise<Record<OfferKind, OfferWish>> {
  const rows: OfferRow[] = await transaction.query(
    `SELECT kind, json_build_object('lengthMin', length_min, 'stepMin', step_min, 'bufferBeforeMin', buffer_before_min,
       'bufferAfterMin', buffer_after_min, 'minNoticeMin', min_notice_min, 'horizonDays', horizon_days,
       'maxPerDay', max_per_day, 'sameHoursAs', same_hours_as, 'weekly', weekly) AS offer
     FROM offer WHERE practice_id = $1 AND supervisor_id = $2`,
    [key.practiceId, key.supervisorId],
  );
  return { 'discovery-call': offerOf('discovery-call', rows), session: offerOf('session', rows) };
}

function offerOf(kind: OfferKind, rows: readonly OfferRow[]): OfferWish {
  const row = rows.find((one) => one.kind === kind);
  if (row === undefined) throw new Refusal<GeneralRefusal>('not-found');
  return row.offer;
}
