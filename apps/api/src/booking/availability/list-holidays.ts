import type { CountriesQuery, CountriesReply, HolidaysQuery, HolidaysReply } from '@visavis/booking';
import type { Language } from '@visavis/kernel';
import { Injectable } from '@nestjs/common';
import { Transactions } from '../../database/transactions';
import type { SupervisorAsking } from '../../http/asking';
import { Holidays } from './holidays';

interface PlaceRow {
  readonly country: string | null;
  readonly region: string | null;
  readonly language: Language;
  readonly closed: readonly string[];
}

const PLACE = `
  SELECT s.holiday_country AS country, s.holiday_region AS region, s.language,
    coalesce((
      SELECT json_agg(v.date::text) FROM availability_override v
      WHERE v.practice_id = s.practice_id AND v.supervisor_id = s.id AND v.windows = '[]'
        AND v.date BETWEEN make_date($3, 1, 1) AND make_date($3, 12, 31)), '[]') AS closed
  FROM supervisor s WHERE s.practice_id = $1 AND s.id = $2`;

/** Public holidays where the supervisor is, offered for closing; which of them are closed already. */
@Injectable()
export class ListHolidays {
  constructor(
    private readonly transactions: Transactions,
    private readonly holidays: Holidays,
  ) {}

  async ofYear(asking: SupervisorAsking, query: HolidaysQuery): Promise<HolidaysReply> {
    const place = await this.readPlace(asking, query.year);
    if (place?.country == null) return { holidays: [] };
    const all = await this.holidays.of(
      place.country,
      place.region,
      query.year,
      query.language ?? place.language,
    );
    return { holidays: all.map((holiday) => ({ ...holiday, closed: place.closed.includes(holiday.date) })) };
  }

  async countries(query: CountriesQuery): Promise<CountriesReply> {
    return { countries: [...(await this.holidays.countries(query.language))] };
  }

  private readPlace(
    { practiceId, accountId, supervisorId }: SupervisorAsking,
    year: number,
  ): Promise<PlaceRow | undefined> {
    return this.transactions.inPractice(practiceId, accountId, async (transaction) => {
      const rows: PlaceRow[] = await transaction.query(PLACE, [practiceId, supervisorId, year]);
      return rows[0];
    });
  }
}
