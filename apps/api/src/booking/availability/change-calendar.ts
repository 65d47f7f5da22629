import type { AvailabilityReply, CalendarWish } from '@visavis/booking';
import { Injectable } from '@nestjs/common';
import type { SupervisorAsking } from '../../http/asking';
import { malformed } from '../../http/shape';
import { Directory } from '../calendar/directory';
import { ChangeAvailability } from './change-availability';
import { Holidays } from './holidays';

/** Where the supervisor's clock stands and whose holidays count. Weekly hours stay what they are on that clock. */
@Injectable()
export class ChangeCalendar {
  constructor(
    private readonly availability: ChangeAvailability,
    private readonly holidays: Holidays,
    private readonly directory: Directory,
  ) {}

  /** @throws Refusal malformed for a country or region whose holidays are not known */
  async change(
    asking: SupervisorAsking,
    { timeZone, holidayCountry, holidayRegion }: CalendarWish,
  ): Promise<AvailabilityReply> {
    await this.refuseUnknownPlace(holidayCountry, holidayRegion);
    const reply = await this.availability.change(asking, 'calendar-changed', async (transaction) => {
      await transaction.query(
        `UPDATE supervisor SET time_zone = $3, holiday_country = $4, holiday_region = $5
         WHERE practice_id = $1 AND id = $2`,
        [asking.practiceId, asking.supervisorId, timeZone, holidayCountry, holidayRegion],
      );
    });
    this.directory.forget(asking.practiceId);
    return reply;
  }

  private async refuseUnknownPlace(country: string | null, region: string | null): Promise<void> {
    if (country !== null && !(await this.holidays.knowsCountry(country))) {
      throw malformed([{ field: 'holidayCountry', code: 'not-in-list' }]);
    }
    if (region !== null && (country === null || !(await this.holidays.knowsRegion(country, region)))) {
      throw malformed([{ field: 'holidayRegion', code: 'not-in-list' }]);
    }
  }
}
