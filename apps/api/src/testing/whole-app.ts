import type { BookedCall, PracticeReply, SlotsReply } from '@visavis/booking';
import type { Problem } from '@visavis/kernel';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Client } from 'pg';
import { freshDatabase } from './fresh-database';
import { Renderer } from '../booking/pages/renderer';
import { Clock } from '../clock/clock';
import { readConfiguration } from '../configuration/configuration';
import { createPractice } from '../practice/create-practice';
import { createServer } from '../server';
import { aNewPractice, ORIGIN } from './a-practice';
import { builtClients } from './built-clients';
import { completeSession } from './complete-session';
import { expectKnownActs } from './known-acts';

jest.setTimeout(120_000); // a busy machine takes long to make a database and two practices

/** Monday, 11 January 2027, 08:00 in Paris. */
export const NOW = Date.parse('2027-01-11T07:00:00Z');

/** Any JSON the API answers with; what is asked of it says which. */
export type Body = Omit<Problem, 'status'> &
  Omit<BookedCall, 'status'> &
  PracticeReply &
  SlotsReply & { status: unknown };

export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
  /** `{}` when the reply is not JSON. */
  readonly body: Body;
}

export interface Sent {
  readonly body?: unknown;
  /** A form of the pages, instead of `body`. */
  readonly form?: Readonly<Record<string, string>>;
  /** The body as it stands, with `headers` to say what it is. */
  readonly raw?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly session?: string;
  /** Where it comes from; 192.0.2.1 unless told. */
  readonly address?: string;
}

type Method = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'OPTIONS';

/** The program as it is deployed, on a database of its own; only the clock stands still and pages are not styled. */
export class WholeApp {
  private constructor(
    readonly nest: NestFastifyApplication,
    readonly owner: string,
    readonly application: string,
    private readonly superuser: Client,
    private readonly time: { now: number },
  ) {}

  /** With practice `demo` (léa in Paris, owner; sam in Montréal) and practice `other` of somebody else. */
  static async start(name: string, environment: Readonly<Record<string, string>> = {}): Promise<WholeApp> {
    const urls = await freshDatabase(name);
    const time = { now: NOW };
    Object.assign(process.env, defaults(urls.app), environment); // of this test file only: Jest gives each its own
    const nest = await createServer(readConfiguration(process.env));
    nest.get(Clock).now = () => time.now;
    nest.get(Renderer).render = (page) =>
      Promise.resolve(
        `<!doctype html><title>${page.kind}</title><script type="application/json">${JSON.stringify(page)}</script>`,
      );
    const superuser = new Client({ connectionString: urls.superuser });
    await superuser.connect();
    const app = new WholeApp(nest, urls.owner, urls.app, superuser, time);
    for (const slug of ['demo', 'other'])
      await createPractice(urls.owner, JSON.stringify(aNewPractice(slug)), new Date(NOW));
    return app;
  }

  /** Epoch milliseconds. */
  get now(): number {
    return this.time.now;
  }

  set now(moment: number) {
    this.time.now = moment;
  }

  async stop(): Promise<void> {
    await this.nest.close();
    await expectKnownActs((text, values) => this.rows(text, values)).finally(() => this.superuser.end());
  }

  async send(
    method: Method,
    url: string,
    { body, form, raw, headers = {}, session, address = '192.0.2.1' }: Sent = {},
  ): Promise<Reply> {
    const payload =
      raw ??
      (form ? new URLSearchParams(form).toString() : body === undefined ? undefined : JSON.stringify(body));
    const type = form ? 'application/x-www-form-urlencoded' : 'application/json';
    const answer = await this.nest.inject({
      method,
      url,
      remoteAddress: address,
      headers: {
        origin: ORIGIN,
        ...(payload !== undefined && { 'content-type': type }),
        ...(session !== undefined && { cookie: `__Host-session=${session}` }),
        ...headers,
      },
      ...(payload !== undefined && { payload }),
    });
    const isJson = String(answer.headers['content-type'] ?? '').includes('json') && answer.body !== '';
    return {
      status: answer.statusCode,
      headers: answer.headers,
      text: answer.body,
      body: (isJson ? JSON.parse(answer.body) : {}) as Body,
    };
  }

  get(url: string, sent: Sent = {}): Promise<Reply> {
    return this.send('GET', url, sent);
  }

  post(url: string, body?: unknown, sent: Sent = {}): Promise<Reply> {
    return this.send('POST', url, { ...sent, ...(body !== undefined && { body }) });
  }

  /** Token of a new session, complete with its second factor. */
  signIn(email: string, how: { readonly proven?: boolean } = {}): Promise<string> {
    return completeSession((text, values) => this.rows(text, values), email, this.now, how);
  }

  /** Rows as they are, past every policy. */
  async rows<Row extends object = Record<string, unknown>>(
    text: string,
    values: unknown[] = [],
  ): Promise<Row[]> {
    return (await this.superuser.query<Row>(text, values)).rows;
  }

  /** Rows of everything a visitor's request could write, by table. */
  async counts(): Promise<Record<string, number>> {
    const tables = [
      'appointment',
      'discovery_call',
      'letter',
      'audit_event',
      'idempotency_key',
      'availability_override',
      'blocked_contact',
      'session',
    ];
    const [counted] = await this.rows<Record<string, number>>(
      `SELECT ${tables.map((table) => `(SELECT count(*)::int FROM ${table}) AS ${table}`).join(', ')}`,
    );
    return counted ?? {};
  }

  /** Everything stored of appointments, calls and letters, to see that a request changed nothing. */
  async everything(): Promise<unknown> {
    return this.rows(
      `SELECT (SELECT json_agg(a ORDER BY a.id) FROM appointment a) AS appointments, (SELECT json_agg(d ORDER BY d.id) FROM discovery_call d) AS calls,
         (SELECT json_agg(l ORDER BY l.id) FROM letter l) AS letters, (SELECT json_agg(p ORDER BY p.practice_id) FROM practice p) AS practices,
         (SELECT count(*) FROM audit_event) AS events, (SELECT json_agg(o ORDER BY o.id) FROM offer o) AS offers`,
    );
  }
}

function defaults(database: string): Record<string, string> {
  return {
    NODE_ENV: 'test',
    DATABASE_URL: database,
    PUBLIC_URL: ORIGIN,
    SMTP_URL: 'smtp://127.0.0.1:1',
    MAIL_FROM: 'Visavis <letters@mail.cabinet.example>',
    SECRET_KEY: 'A'.repeat(43),
    LOG_LEVEL: 'silent',
    WEB_FOLDER: builtClients(),
    RATE_READS_PER_MINUTE: '100000',
    RATE_BOOKINGS_PER_MINUTE: '100000',
    RATE_BOOKINGS_PER_HOUR: '100000',
    RATE_SIGN_INS_PER_QUARTER_HOUR: '100000',
  };
}
