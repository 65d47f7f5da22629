import {
  countriesQuery,
  holidaysQuery,
  holidaysWish,
  overrideWish,
  type AvailabilityReply,
  type CountriesQuery,
  type CountriesReply,
  type HolidaysQuery,
  type HolidaysReply,
  type HolidaysWish,
  type OverrideWish,
} from '@visavis/booking';
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { For, WhoIsAsking, type SupervisorAsking } from '../../http/asking';
import { localDate } from './availability-parameters';
import { ListHolidays } from './list-holidays';
import { OverrideDates } from './override-dates';

/** Dates that differ from the week, public holidays among them. */
@Controller('api')
@For('supervisor')
export class DatesController {
  constructor(
    private readonly dates: OverrideDates,
    private readonly holidays: ListHolidays,
  ) {}

  @Put('overrides/:date')
  set(
    @WhoIsAsking() asking: SupervisorAsking,
    @Param('date', { schema: localDate }) date: string,
    @Body({ schema: overrideWish }) wish: OverrideWish,
  ): Promise<AvailabilityReply> {
    return this.dates.set(asking, date, wish);
  }

  @Delete('overrides/:date')
  clear(
    @WhoIsAsking() asking: SupervisorAsking,
    @Param('date', { schema: localDate }) date: string,
  ): Promise<AvailabilityReply> {
    return this.dates.clear(asking, date);
  }

  @Post('overrides/holidays')
  @HttpCode(200)
  closeHolidays(
    @WhoIsAsking() asking: SupervisorAsking,
    @Body({ schema: holidaysWish }) wish: HolidaysWish,
  ): Promise<AvailabilityReply> {
    return this.dates.closeHolidays(asking, wish);
  }

  @Get('holidays')
  ofYear(
    @WhoIsAsking() asking: SupervisorAsking,
    @Query({ schema: holidaysQuery }) query: HolidaysQuery,
  ): Promise<HolidaysReply> {
    return this.holidays.ofYear(asking, query);
  }

  @Get('holidays/countries')
  countries(@Query({ schema: countriesQuery }) query: CountriesQuery): Promise<CountriesReply> {
    return this.holidays.countries(query);
  }
}
