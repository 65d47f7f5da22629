import cookie from '@fastify/cookie';
import { MINUTE, type Instant } from '@visavis/kernel';
import type { Type } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import type { FastifyInstance } from 'fastify';
import { DataSource } from 'typeorm';
import { AccountModule } from '../../account/account.module';
import { AvailabilityModule } from '../../booking/availability/availability.module';
import { CalendarModule } from '../../booking/calendar/calendar.module';
import { FeedModule } from '../../booking/feed/feed.module';
import { Clock } from '../../clock/clock';
import { ClockModule } from '../../clock/clock.module';
import { CONFIGURATION, readConfiguration } from '../../configuration/configuration';
import { ConfigurationModule } from '../../configuration/configuration.module';
import { DatabaseModule } from '../../database/database.module';
import { AskingGuard } from '../../http/asking.guard';
import { HttpModule } from '../../http/http.module';
import { RefusalFilter } from '../../http/refusal.filter';
import { refuseCrossSiteWrites } from '../../http/same-origin';
import { checkHeads } from '../../http/check-heads';
import { shapes } from '../../http/shape';
import { acceptStrictJson } from '../../http/strict-json';
import { completeSession } from '../../testing/complete-session';
import { freshDatabase, type Urls } from '../../testing/fresh-database';
import { expectKnownActs } from '../../testing/known-acts';
import { createPractice } from '../create-practice';
import { PracticeModule } from '../practice.module';

export const ORIGIN = 'https://visavis.example';
export const PASSWORD = 'tilleul-boussole-lanterne';

/** Monday, 11 January 2027, 08:00 in Paris. */
export const NOW = Date.parse('2027-01-11T07:00:00Z');

/** A clock that stands still until a test moves it. */
export class StillClock extends Clock {
  constructor(public at: Instant) {
    super();
  }

  override now(): Instant {
    return this.at;
  }
}

/** What an operator would hand in: an owner in Paris and a supervisor in Montréal. */
export function aNewPractice(slug: string) {
  const supervisor = { password: PASSWORD, introduction: { fr: 'Bonjour', en: 'Hello' } };
  return {
    practice: { slug, name: `Cabinet ${slug}`, country: 'FR', allowedOrigins: [] as string[] },
    supervisors: [
      {
        ...supervisor,
        slug: 'lea',
        name: 'Léa Roche',
        email: `Lea@${slug}.example`,
        timeZone: 'Europe/Paris',
        language: 'fr',
        roles: ['owner', 'supervisor'],
      },
      {
        ...supervisor,
        slug: 'sam',
        name: 'Sam Hill',
        email: `sam@${slug}.example`,
        timeZone: 'America/Montreal',
        language: 'en',
        roles: ['supervisor'],
      },
    ],
  };
}

export interface Answer<Body = Record<string, unknown>> {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: Body;
  readonly text: string;
}

/** The features about settings behind HTTP, and a look into their database past every policy. */
export class SettingsApp {
  private constructor(
    private readonly app: NestFastifyApplication,
    private readonly superuser: DataSource,
    readonly urls: Urls,
    readonly clock: StillClock,
  ) {}

  static async start(name: string, environment: Readonly<Record<string, string>> = {}): Promise<SettingsApp> {
    const urls = await freshDatabase(name);
    const configuration = readConfiguration({
      NODE_ENV: 'test',
      DATABASE_URL: urls.app,
      PUBLIC_URL: ORIGIN,
      SMTP_URL: 'smtp://127.0.0.1:1',
      MAIL_FROM: 'Visavis <letters@mail.cabinet.example>',
      SECRET_KEY: 'A'.repeat(43),
      RATE_SIGN_INS_PER_QUARTER_HOUR: '1000',
      ...environment,
    });
    const clock = new StillClock(NOW);
    const module = await Test.createTestingModule({
      imports: [
        ConfigurationModule.fromEnvironment(),
        ClockModule,
        DatabaseModule.for('api'),
        HttpModule,
        CalendarModule,
        AccountModule,
        PracticeModule,
        AvailabilityModule,
        FeedModule,
      ],
      providers: [
        { provide: APP_GUARD, useClass: AskingGuard },
        { provide: APP_FILTER, useClass: RefusalFilter },
        { provide: APP_PIPE, useValue: shapes },
      ],
    })
      .overrideProvider(CONFIGURATION)
      .useValue(configuration)
      .overrideProvider(Clock)
      .useValue(clock)
      .compile();
    module.useLogger(false);
    const app = module.createNestApplication<NestFastifyApplication>(
      new FastifyAdapter({ routerOptions: { maxParamLength: 200 } }),
      { bodyParser: false },
    );
    const server = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
    checkHeads(server, [refuseCrossSiteWrites(configuration.PUBLIC_URL)]);
    await server.register(cookie);
    acceptStrictJson(server);
    await app.init();
    await server.ready();
    return new SettingsApp(
      app,
      await new DataSource({ type: 'postgres', url: urls.superuser }).initialize(),
      urls,
      clock,
    );
  }

  async stop(): Promise<void> {
    await this.app.close();
    await expectKnownActs((text, values) => this.rows(text, values)).finally(() => this.superuser.destroy());
  }

  /** Something the program is made of. */
  get<What>(what: Type<What>): What {
    return this.app.get(what);
  }

  createPractice(slug: string): Promise<string> {
    return createPractice(this.urls.owner, JSON.stringify(aNewPractice(slug)), new Date(this.clock.now()));
  }

  /** Rows as they are, past row-level security. */
  rows<Row = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<Row[]> {
    return this.superuser.query(text, values);
  }

  async send<Body = Record<string, unknown>>(
    method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    url: string,
    { body, session, headers }: { body?: unknown; session?: string; headers?: Record<string, string> } = {},
  ): Promise<Answer<Body>> {
    const answer = await this.app.inject({
      method,
      url,
      headers: {
        origin: ORIGIN,
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(session !== undefined && { cookie: `__Host-session=${session}` }),
        ...headers,
      },
      ...(body !== undefined && { payload: JSON.stringify(body) }),
    });
    const isJson = String(answer.headers['content-type'] ?? '').includes('json');
    return {
      status: answer.statusCode,
      headers: answer.headers,
      text: answer.body,
      body: (isJson ? JSON.parse(answer.body) : {}) as Body,
    };
  }

  /** Token of a new session, complete with its second factor. */
  signIn(email: string, how: { readonly proven?: boolean } = {}): Promise<string> {
    return completeSession((text, values) => this.rows(text, values), email, this.clock.now(), how);
  }

  /** A file, byte by byte. */
  async download(url: string, session: string) {
    const {
      statusCode: status,
      headers,
      rawPayload: bytes,
    } = await this.app.inject({
      method: 'GET',
      url,
      headers: { origin: ORIGIN, cookie: `__Host-session=${session}` },
    });
    return { status, headers, bytes };
  }

  /** Everything stored in every table, as text. */
  async dump(): Promise<string> {
    const tables = await this.rows<{ name: string }>(
      `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'`,
    );
    const texts = await Promise.all(
      tables.map(async ({ name }) => JSON.stringify(await this.rows(`SELECT * FROM ${name}`))),
    );
    return texts.join('\n');
  }

  pass(minutes: number): void {
    this.clock.at += minutes * MINUTE;
  }
}

/** The token in a reply's cookie; '' when the cookie is cleared. */
export function tokenOf(answer: Answer): string {
  return /__Host-session=([^;]*)/.exec(String(answer.headers['set-cookie']))?.[1] ?? 'no cookie';
}
