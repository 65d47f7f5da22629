import { Module } from '@nestjs/common';
import { AvailabilityController } from './availability.controller';
import { BlockedContacts } from './blocked-contacts';
import { BlockedContactsController } from './blocked-contacts.controller';
import { ChangeAvailability } from './change-availability';
import { ChangeCalendar } from './change-calendar';
import { ChangeOffer } from './change-offer';
import { DatesController } from './dates.controller';
import { Holidays } from './holidays';
import { ListHolidays } from './list-holidays';
import { OverrideDates } from './override-dates';
import { PreviewAvailability } from './preview-availability';
import { ShowAvailability } from './show-availability';

/** When a supervisor can be booked, and by whom not. */
@Module({
  controllers: [AvailabilityController, DatesController, BlockedContactsController],
  providers: [
    ShowAvailability,
    ChangeAvailability,
    ChangeOffer,
    ChangeCalendar,
    OverrideDates,
    Holidays,
    ListHolidays,
    PreviewAvailability,
    BlockedContacts,
  ],
})
export class AvailabilityModule {}
