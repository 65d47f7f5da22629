import type { AppointmentDetail, WeekReply } from '@visavis/booking';
import type { Problem } from '@visavis/kernel';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { Global, Injectable, Module, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import type { FastifyRequest } from 'fastify';
import { randomUUIDv7 } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { Clock } from '../../../clock/clock';
import { ClockModule } from '../../../clock/clock.module';
import { CONFIGURATION, type Configuration } from '../../../configuration/configuration';
import { createDataSource } from '../../../database/data-source';
import { DatabaseModule } from '../../../database/database.module';
import type { Asking } from '../../../http/asking';
import { RefusalFilter } from '../../../http/refusal.filter';
import { shapes } from '../../../http/shape';
import { acceptStrictJson } from '../../../http/strict-json';
import { aConfiguration } from '../../../outbox/testing/a-configuration';
import { CalendarModule } from '../../calendar/calendar.module';
import { AppointmentsModule } from '../appointments.module';
import { freshDatabase } from '../../../testing/fresh-database';

/** Any reply: what is asked of it says which. */
export type Body = Omit<Problem, 'status'> &
  Omit<AppointmentDetail, 'status'> &
  WeekReply & {
    status: number | AppointmentDetail['status'];
    created: string[];
    leftOut: number[];
    removed: number;
  };

export interface Caller {
  readonly asking: Asking;
  get(path: string): Promise<{ status: number; body: Body }>;
  post(path: string, body?: object): Promise<{ status: number; body: Body }>;
}

export interface WeekApp {
  /** Epoch milliseconds; stands still until it is set. */
  now: number;
  /** As the database's superuser, past every policy: to look and to arrange. */
  readonly database: DataSource;
  /** Two supervisors of one practice (Europe/Paris and America/New_York), and one of another. */
  readonly lea: Caller;
  readonly tom: Caller;
  readonly stranger: Caller;
  close(): Promise<void>;
}

/** The week's module alone, on a database `name` of its own; who is asking is said by a header instead of a session. */
export async function startWeekApp(name: string, now: string): Promise<WeekApp> {
  const urls = await freshDatabase(name);
  const database = createDataSource({
    url: urls.superuser,
    pool: 2,
    statementTimeout: 5_000,
    applicationName: 'test',
  });
  const owner = createDataSource({
    url: urls.owner,
    pool: 1,
    statementTimeout: 60_000,
    applicationName: 'test',
  });
  await owner.initialize();
  const people = await createPeople(owner);
  await owner.destroy();
  await database.initialize();

  const time = { now: Date.parse(now) };
  const app = await startNest(aConfiguration({ DATABASE_URL: urls.app, DATABASE_POOL: '10' }), time);
  const caller = (asking: Asking): Caller => {
    const send = async (method: 'GET' | 'POST', url: string, body?: object) => {
      const headers = { asking: JSON.stringify(asking), ...(body && { 'content-type': 'application/json' }) };
      const reply = await app.inject({
        method,
        url,
        headers,
        ...(body && { payload: JSON.stringify(body) }),
      });
      return { status: reply.statusCode, body: JSON.parse(reply.body) as Body };
    };
    return { asking, get: (path) => send('GET', path), post: (path, body) => send('POST', path, body) };
  };
  return {
    get now() {
      return time.now;
    },
    set now(moment: number) {
      time.now = moment;
    },
    database,
    lea: caller(people.lea),
    tom: caller(people.tom),
    stranger: caller(people.stranger),
    close: async () => {
      await app.close();
      await database.destroy();
    },
  };
}

async function startNest(
  configuration: Configuration,
  time: { now: number },
): Promise<NestFastifyApplication> {
  @Global()
  @Module({ providers: [{ provide: CONFIGURATION, useValue: configuration }], exports: [CONFIGURATION] })
  class TestConfigurationModule {}

  const testing = await Test.createTestingModule({
    imports: [
      TestConfigurationModule,
      ClockModule,
      DatabaseModule.for('api'),
      CalendarModule,
      AppointmentsModule,
    ],
    providers: [
      { provide: APP_PIPE, useValue: shapes },
      { provide: APP_FILTER, useClass: RefusalFilter },
      { provide: APP_GUARD, useClass: AskingByHeader },
    ],
  })
    .overrideProvider(Clock)
    .useValue({ now: () => time.now })
    .compile();
  const app = testing.createNestApplication<NestFastifyApplication>(new FastifyAdapter(), {
    logger: false,
    bodyParser: false,
  });
  acceptStrictJson(app.getHttpAdapter().getInstance());
  await app.init();
  return app;
}

@Injectable()
class AskingByHeader implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    request.user = JSON.parse(String(request.headers['asking']));
    return true;
  }
}

async function createPeople(owner: DataSource): Promise<Record<'lea' | 'tom' | 'stranger', Asking>> {
  const [lea, tom] = await createPractice(owner, 'cabinet', [
    ['lea', 'Europe/Paris', 'fr'],
    ['tom', 'America/New_York', 'en'],
  ]);
  const [stranger] = await createPractice(owner, 'other', [['mia', 'Europe/Paris', 'fr']]);
  if (!lea || !tom || !stranger) throw new Error('somebody is missing');
  return { lea, tom, stranger };
}

async function createPractice(
  owner: DataSource,
  slug: string,
  supervisors: [name: string, timeZone: string, language: string][],
): Promise<Asking[]> {
  const practiceId = randomUUIDv7();
  const people = supervisors.map(() => ({
    id: randomUUIDv7(),
    accountId: randomUUIDv7(),
    memberId: randomUUIDv7(),
  }));
  const practice = {
    id: practiceId,
    slug,
    name: slug,
    country: 'FR',
    allowedOrigins: [],
    privacyNotice: {},
    imprint: {},
    supervisors: supervisors.map(([name, timeZone, language], index) => ({
      ...people[index],
      slug: name,
      name,
      email: `${name}@${slug}.example`,
      language,
      timeZone,
      introduction: {},
      roles: ['supervisor'],
      credentialId: randomUUIDv7(),
      passwordHash: 'none',
      offers: [
        {
          id: randomUUIDv7(),
          kind: 'discovery-call',
          lengthMin: 30,
          stepMin: 30,
          bufferBeforeMin: 5,
          bufferAfterMin: 10,
          minNoticeMin: 120,
          horizonDays: 60,
          maxPerDay: 1,
          weekly: [{ days: [1, 2, 3, 4, 5], start: '09:00', end: '17:00' }],
        },
      ],
    })),
  };
  await owner.query('SELECT create_practice($1, $2)', [
    JSON.stringify(practice),
    new Date('2026-01-01T00:00:00Z'),
  ]);
  return people.map(({ id, accountId, memberId }) => ({
    sessionId: randomUUIDv7(),
    accountId,
    practiceId,
    memberId,
    supervisorId: id,
    roles: ['supervisor' as const],
    provenAt: null,
  }));
}
