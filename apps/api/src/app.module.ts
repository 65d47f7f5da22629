import { Module, type DynamicModule, type ModuleMetadata } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { AccountModule } from './account/account.module';
import { AppointmentsModule } from './booking/appointments/appointments.module';
import { AvailabilityModule } from './booking/availability/availability.module';
import { CalendarModule } from './booking/calendar/calendar.module';
import { FeedModule } from './booking/feed/feed.module';
import { PagesModule } from './booking/pages/pages.module';
import { PublicModule } from './booking/public/public.module';
import { ClockModule } from './clock/clock.module';
import type { Configuration } from './configuration/configuration';
import { ConfigurationModule } from './configuration/configuration.module';
import { DatabaseModule } from './database/database.module';
import { AskingGuard } from './http/asking.guard';
import { HttpModule } from './http/http.module';
import { RefusalFilter } from './http/refusal.filter';
import { shapes } from './http/shape';
import { JournalModule } from './journal/journal.module';
import { OperationModule } from './operation/operation.module';
import { PracticeModule } from './practice/practice.module';
import { VerifyModule } from './supervision/documents/verify.module';
import { SessionsModule } from './supervision/sessions/sessions.module';
import { SupervisionModule } from './supervision/supervision.module';

/** Table of contents: one line per feature. */
@Module({
  imports: [
    ClockModule,
    DatabaseModule.for('api'),
    HttpModule,
    CalendarModule,
    AccountModule,
    PracticeModule,
    SupervisionModule,
    SessionsModule,
    JournalModule,
    AvailabilityModule,
    AppointmentsModule,
    FeedModule,
    VerifyModule,
    PublicModule,
    PagesModule,
    OperationModule,
  ],
  providers: [
    { provide: APP_GUARD, useClass: AskingGuard },
    { provide: APP_FILTER, useClass: RefusalFilter },
    { provide: APP_PIPE, useValue: shapes },
  ],
})
export class AppModule {
  /** @param extra modules with routes that exist for measuring only */
  static with(configuration: Configuration, extra: ModuleMetadata['imports'] = []): DynamicModule {
    return { module: AppModule, imports: [ConfigurationModule.of(configuration), ...extra] };
  }
}
