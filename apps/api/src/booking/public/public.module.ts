import { Module } from '@nestjs/common';
import { OutboxBell } from '../../outbox/outbox-bell';
import { ChangeCall } from './change-call';
import { ConfirmBooking } from './confirm-booking';
import { CorrectEmail } from './correct-email';
import { EraseCall } from './erase-call';
import { ExportCall } from './export-call';
import { FindCalendar } from './find-calendar';
import { HotRoutes } from './hot-routes';
import { ManageController } from './manage.controller';
import { PublicController } from './public.controller';
import { RebookCall } from './rebook-call';
import { RequestBooking } from './request-booking';
import { ShowPractice } from './show-practice';
import { ShowSlots } from './show-slots';
import { VisitorCalls } from './visitor-calls';

/** Booking without an account: times, the call, and the link that manages it. */
@Module({
  controllers: [PublicController, ManageController],
  providers: [
    ChangeCall,
    ConfirmBooking,
    CorrectEmail,
    EraseCall,
    ExportCall,
    FindCalendar,
    HotRoutes,
    OutboxBell,
    RebookCall,
    RequestBooking,
    ShowPractice,
    ShowSlots,
    VisitorCalls,
  ],
  exports: [
    ChangeCall,
    CorrectEmail,
    EraseCall,
    FindCalendar,
    RebookCall,
    RequestBooking,
    ShowPractice,
    ShowSlots,
    VisitorCalls,
  ],
})
export class PublicModule {}
