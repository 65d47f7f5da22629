import type { AvailabilityReply, HolidaysWish, OverrideWish } from '@visavis/booking';
import { Refusal, type GeneralRefusal } from '@visavis/kernel';
import { Injectable } from '@nestjs/common';
import { randomUUIDv7 } from 'node:crypto';
import type { Transaction } from '../../database/transactions';
import type { SupervisorAsking } from '../../http/asking';
import { Clock } from '../../clock/clock';
import { malformed } from '../../http/shape';
import { ChangeAvailability } from './change-availability';

/** Dates further away than this many years, back or ahead, are typing mistakes. */
const MOST_YEARS = 3;

const WRITE = `
  INSERT INTO availability_override (practice_id, id, supervisor_id, date, windows, label, holiday)
  VALUES ($1, $2, $3, $4, $5, $6, $7)
  ON CONFLICT ON CONSTRAINT availability_override_date
  DO UPDATE SET windows = EXCLUDED.windows, label = EXCLUDED.label, holiday = EXCLUDED.holiday`;

interface DateHours extends OverrideWish {
  readonly date: string;
  readonly holiday: boolean;
}

/** Dates with hours of their own, or none: they replace what the week would offer. */
@Injectable()
export class OverrideDates {
  constructor(
    private readonly availability: ChangeAvailability,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal malformed for a date years away */
  set(asking: SupervisorAsking, date: string, wish: OverrideWish): Promise<AvailabilityReply> {
    this.refuseFarDate(date, 'date');
    return this.availability.change(asking, 'date-changed', (transaction) =>
      write(transaction, asking, { ...wish, date, holiday: false }),
    );
  }

  /** Closes all of these dates, whatever hours they had. @throws Refusal malformed for a date years away */
  closeHolidays(asking: SupervisorAsking, { dates }: HolidaysWish): Promise<AvailabilityReply> {
    dates.forEach(({ date }, index) => this.refuseFarDate(date, `dates.${index}.date`));
    return this.availability.change(asking, 'holidays-closed', async (transaction) => {
      for (const { date, name } of dates)
        await write(transaction, asking, { date, windows: [], label: name, holiday: true });
    });
  }

  /** The week counts again on that date. @throws Refusal not-found, malformed for a date years away */
  clear(asking: SupervisorAsking, date: string): Promise<AvailabilityReply> {
    this.refuseFarDate(date, 'date');
    return this.availability.change(asking, 'date-cleared', async (transaction) => {
      const [, cleared]: [unknown[], number] = await transaction.query(
        'DELETE FROM availability_override WHERE practice_id = $1 AND supervisor_id = $2 AND date = $3',
        [asking.practiceId, asking.supervisorId, date],
      );
      if (cleared === 0) throw new Refusal<GeneralRefusal>('not-found');
    });
  }

  private refuseFarDate(date: string, field: string): void {
    const years = Number(date.slice(0, 4)) - new Date(this.clock.now()).getUTCFullYear();
    if (years < -MOST_YEARS) throw malformed([{ field, code: 'too-small' }]);
    if (years > MOST_YEARS) throw malformed([{ field, code: 'too-large' }]);
  }
}

async function write(
  transaction: Transaction,
  asking: SupervisorAsking,
  { date, windows, label, holiday }: DateHours,
): Promise<void> {
  await transaction.query(WRITE, [
    asking.practiceId,
    randomUUIDv7(),
    asking.supervisorId,
    date,
    JSON.stringify(windows),
    label,
    holiday,
  ]);
}
