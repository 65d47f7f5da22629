import { Global, Module } from '@nestjs/common';
import { Calendars } from './calendars';
import { Directory } from './directory';

/** Whose calendar, and what it holds: used by every way of booking. */
@Global()
@Module({ providers: [Calendars, Directory], exports: [Calendars, Directory] })
export class CalendarModule {}
