import { Module } from '@nestjs/common';
import { LoggerModule } from 'nestjs-pino';
import { AccountLetterWriter } from './account/letters/account-letter-writer';
import { BookingLetterWriter } from './booking/letters/booking-letter-writer';
import { Housekeeping } from './booking/housekeeping/housekeeping';
import { ClockModule } from './clock/clock.module';
import { CONFIGURATION, type Configuration } from './configuration/configuration';
import { ConfigurationModule } from './configuration/configuration.module';
import { DatabaseModule } from './database/database.module';
import { ReminderLetterWriter } from './journal/reminders/reminder-letter-writer';
import { PostRoomModule } from './outbox/post-room.module';
import { PracticeLetterWriter } from './practice/letters/practice-letter-writer';
import { ContractLetterWriter } from './supervision/letters/contract-letter-writer';
import { SessionLetterWriter } from './supervision/sessions/letters/session-letter-writer';
import { SupervisionWorkerModule } from './supervision/worker/supervision-worker.module';

/** The other door: relay, letters, housekeeping and what time does to contracts, without HTTP. */
@Module({
  imports: [
    ConfigurationModule.fromEnvironment(),
    ClockModule,
    DatabaseModule.for('worker'),
    LoggerModule.forRootAsync({
      inject: [CONFIGURATION],
      useFactory: (configuration: Configuration) => ({
        pinoHttp: { level: configuration.LOG_LEVEL, base: { process: 'worker' } },
      }),
    }),
    SupervisionWorkerModule,
    PostRoomModule.writtenBy(
      AccountLetterWriter,
      BookingLetterWriter,
      ContractLetterWriter,
      PracticeLetterWriter,
      ReminderLetterWriter,
      SessionLetterWriter,
    ),
  ],
  providers: [Housekeeping],
})
export class WorkerModule {}
