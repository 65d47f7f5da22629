import { randomUUIDv7 } from 'node:crypto';
import {
  planLetters,
  type LetterChange,
  type LetterKind,
  type LetterState,
  type Recipient,
} from '@visavis/booking';
import { HOUR, MINUTE } from '@visavis/kernel';
import type { DataSource } from 'typeorm';
import type { Clock } from '../../clock/clock';
import { createDataSource } from '../../database/data-source';
import { Transactions, type Transaction } from '../../database/transactions';
import type { Urls } from '../../testing/fresh-database';

export interface StoredLetter {
  readonly id: string;
  readonly kind: LetterKind;
  readonly recipient: Recipient;
  readonly state: LetterState;
  readonly failure: string | null;
  readonly attempts: number;
}

/** One practice with a supervisor, and what tests do to its calls. */
export class Practice {
  readonly id = randomUUIDv7();
  readonly supervisorId = randomUUIDv7();
  private slots = 0;

  constructor(
    private readonly owner: DataSource,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  static async create(urls: Urls, name: string, clock: Clock): Promise<Practice> {
    const options = { pool: 2, statementTimeout: 5_000, applicationName: 'test' };
    const owner = await createDataSource({ url: urls.owner, ...options }).initialize();
    const app = await createDataSource({ url: urls.app, ...options }).initialize();
    const practice = new Practice(owner, new Transactions(app), clock);
    await owner.query('SELECT create_practice($1, $2)', [practice.described(name), new Date(clock.now())]);
    return practice;
  }

  async close(): Promise<void> {
    await this.owner.destroy();
    await this.do((transaction) => Promise.resolve(transaction.connection)).then((app) => app.destroy());
  }

  do<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    return this.transactions.inPractice(this.id, null, work);
  }

  /** A start so near that no reminder is planned; each one another. */
  soon(): number {
    return this.clock.now() + 5 * MINUTE + this.slots++ * MINUTE;
  }

  /** A booked call of one minute and the letters of `change`; starts in three days unless said otherwise. */
  async book(
    over: {
      start?: number;
      email?: string | null;
      firstName?: string;
      retentionFrom?: number;
      letters?: LetterChange;
    } = {},
  ): Promise<string> {
    const id = randomUUIDv7();
    const start = over.start ?? this.clock.now() + 72 * HOUR + this.slots++ * MINUTE;
    const email = over.email === undefined ? `visitor-${id.slice(-8)}@visitor.example` : over.email;
    const created = new Date(over.retentionFrom ?? this.clock.now());
    const [from, to] = [new Date(start), new Date(start + MINUTE)];
    await this.do(async (transaction) => {
      await transaction.query(
        `INSERT INTO appointment (practice_id, id, supervisor_id, kind, status, starts_at, ends_at, occupies, sequence,
           link_version, origin, created_at, updated_at)
         VALUES ($1, $2, $3, 'discovery-call', 'booked', $4, $5, tstzrange($4, $5), 0, 1, 'public', $6, $6)`,
        [this.id, id, this.supervisorId, from, to, created],
      );
      await transaction.query(
        `INSERT INTO discovery_call (practice_id, id, first_name, last_name, email, phone, reason, words, language,
           time_zone, open, consented_at, created_at)
         VALUES ($1, $2, $3, 'Martin', $4, $5, 'other', 'secret words', 'fr', 'America/New_York', true, $6, $6)`,
        [
          this.id,
          id,
          over.firstName ?? 'Camille',
          email,
          `+331990${String(Math.floor(Math.random() * 100_000)).padStart(5, '0')}`,
          created,
        ],
      );
    });
    await this.plan(id, over.letters ?? 'booked', start, email !== null);
    return id;
  }

  /** Rows for the letters of a change, as a use case would insert them. */
  async plan(
    id: string,
    change: LetterChange,
    start: number,
    hasVisitorAddress = true,
    sequence = 0,
  ): Promise<void> {
    const now = this.clock.now();
    const letters = planLetters(change, {
      start,
      now,
      hasVisitorAddress,
      sequence,
      languages: { visitor: 'fr', supervisor: 'en' },
    });
    await this.do(async (transaction) => {
      for (const letter of letters) await this.insertLetter(transaction, id, letter, now);
    });
  }

  async insertLetter(
    transaction: Transaction,
    appointmentId: string,
    letter: { kind: LetterKind; recipient: Recipient; language: string; sequence: number; dueAt: number },
    now: number,
  ): Promise<string> {
    const id = randomUUIDv7();
    await transaction.query(
      `INSERT INTO letter (practice_id, id, appointment_id, kind, recipient, language, sequence, due_at, state, attempts, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'planned', 0, $9)`,
      [
        this.id,
        id,
        appointmentId,
        letter.kind,
        letter.recipient,
        letter.language,
        letter.sequence,
        new Date(letter.dueAt),
        new Date(now),
      ],
    );
    return id;
  }

  async accountId(): Promise<string> {
    const [member]: { account_id: string }[] = await this.do((transaction) =>
      transaction.query('SELECT account_id FROM member WHERE practice_id = $1', [this.id]),
    );
    return member?.account_id ?? '';
  }

  letters(appointmentId: string): Promise<StoredLetter[]> {
    return this.do((transaction) =>
      transaction.query(
        `SELECT id, kind, recipient, state, failure, attempts FROM letter
         WHERE practice_id = $1 AND appointment_id = $2 ORDER BY due_at, recipient DESC`,
        [this.id, appointmentId],
      ),
    );
  }

  private described(name: string): string {
    return JSON.stringify({
      id: this.id,
      slug: `${name}-${this.id.slice(-6)}`,
      name: `Cabinet ${name}`,
      country: 'FR',
      allowedOrigins: [],
      privacyNotice: {},
      imprint: {},
      supervisors: [
        {
          id: this.supervisorId,
          accountId: randomUUIDv7(),
          credentialId: randomUUIDv7(),
          memberId: randomUUIDv7(),
          slug: 'lea',
          name: 'Léa Roche',
          email: `lea-${this.id.slice(-8)}@cabinet.example`,
          passwordHash: 'none',
          timeZone: 'Europe/Paris',
          language: 'en',
          roles: ['owner', 'supervisor'],
          introduction: {},
          offers: [],
        },
      ],
    });
  }
}
