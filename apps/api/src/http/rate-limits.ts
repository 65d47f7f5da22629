import { Refusal, type GeneralRefusal } from '@visavis/kernel';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { createHmac } from 'node:crypto';
import { Pool } from 'pg';
import { CONFIGURATION, type Configuration } from '../configuration/configuration';
import { connectionSettings } from '../database/data-source';
import { FloodWall } from './flood-wall';
import { networkOf } from './network-of';
import { countTogether, type Counted } from './shared-counters';

const MINUTE = 60_000;
const QUARTER = 15 * MINUTE;
const HOUR = 60 * MINUTE;

/**
 * Two walls. A counter in memory, per process, stops floods before they cost anything; what writes, signs in
 * or sends letters is counted in PostgreSQL, so that limits hold across processes and restarts. Keys are
 * keyed hashes: no address is stored. When the shared counter cannot be reached the request is refused.
 */
@Injectable()
export class RateLimits implements OnApplicationShutdown {
  private readonly pool: Pool;
  private readonly reads: FloodWall;
  private readonly attempts: FloodWall;
  /** A quarter of an hour. */
  private readonly signIns: number;

  constructor(@Inject(CONFIGURATION) private readonly configuration: Configuration) {
    const c = configuration;
    this.pool = new Pool({
      connectionString: c.DATABASE_URL,
      ...connectionSettings({
        url: c.DATABASE_URL,
        pool: 2,
        statementTimeout: 2_000,
        applicationName: 'visavis-limits',
      }),
      // A counter that loses its last moments in a crash is still a limit; waiting for the disk is not worth it.
      options: '-c synchronous_commit=off',
    });
    this.pool.on('error', () => undefined); // an idle connection broke: the pool replaces it
    this.reads = new FloodWall(c.RATE_READS_PER_MINUTE, MINUTE);
    this.attempts = new FloodWall(c.RATE_BOOKINGS_PER_MINUTE, MINUTE);
    this.signIns = c.RATE_SIGN_INS_PER_QUARTER_HOUR;
  }

  /** Public reads, per process. @throws Refusal too-many-requests */
  read(address: string): void {
    this.reads.pass(address);
  }

  /** Booking attempts, per process, before anything is looked at. @throws Refusal too-many-requests */
  attempt(address: string): void {
    this.attempts.pass(address);
  }

  /**
   * A booking or change that is about to be written, and the letters it sends to one e-mail address of a
   * practice, whoever asks for them. @throws Refusal too-many-requests, unavailable
   */
  async booking(address: string, practiceId: string, email: string | null): Promise<void> {
    const { RATE_BOOKINGS_PER_HOUR: perHour, RATE_BOOKINGS_PER_ADDRESS_AND_DAY: perDay } = this.configuration;
    const person = email === null ? null : `${practiceId} ${email.toLowerCase()}`;
    await this.count(
      [
        this.counter('booking', address, perHour, HOUR),
        this.counter('booking-network', networkOf(address), perHour * 4, HOUR),
      ],
      // Who is refused here must not use up what other people's addresses are allowed.
      person === null ? null : this.counter('booking-person', person, perDay, 24 * HOUR),
    );
  }

  /** Sign-in attempts on one account and from one address. */
  async signIn(address: string, email: string): Promise<void> {
    await this.count([
      this.counter('sign-in', address, this.signIns, QUARTER),
      this.counter('sign-in', email.trim().toLowerCase(), this.signIns, QUARTER),
    ]);
  }

  /** Passkeys have a limit of their own, by address: guessing somebody's password locks nobody out of their passkey. */
  async passkey(address: string): Promise<void> {
    await this.count([this.counter('passkey', address, this.signIns * 2, QUARTER)]);
  }

  /** Codes and passwords tried by who has got as far as an account. */
  async code(accountId: string): Promise<void> {
    await this.count([this.counter('code', accountId, Math.ceil(this.signIns / 3), QUARTER)]);
  }

  /** Letters with codes that somebody signed in has sent to themselves. */
  async codeLetter(accountId: string): Promise<void> {
    await this.count([this.counter('code-letter', accountId, Math.ceil(this.signIns / 5), QUARTER)]);
  }

  /** Letters with links to a new password, by where they are asked for and for whom. */
  async reset(address: string, email: string): Promise<void> {
    const person = `reset ${email.trim().toLowerCase()}`;
    await this.count([
      this.counter('sign-in', `reset ${address}`, this.signIns, QUARTER),
      this.counter('code-letter', person, Math.ceil(this.signIns / 5), QUARTER),
    ]);
  }

  /** Invitations that a practice sends to one address, by letter. @throws Refusal too-many-requests, unavailable */
  async invitation(practiceId: string, whom: string): Promise<void> {
    const perDay = this.configuration.RATE_BOOKINGS_PER_ADDRESS_AND_DAY;
    await this.count([this.counter('invitation', `${practiceId} ${whom}`, perDay, 24 * HOUR)]);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.end();
  }

  private counter(what: string, who: string, most: number, windowMs: number): Counted {
    const hashed = createHmac('sha256', this.configuration.SECRET_KEY)
      .update(`limit ${who}`)
      .digest('base64url')
      .slice(0, 22);
    return { key: `${what}:${hashed}`, most, windowMs };
  }

  private async count(first: readonly Counted[], then: Counted | null = null): Promise<void> {
    const wait = await countTogether(this.pool, first, then, Date.now()).catch(() => {
      throw new Refusal<GeneralRefusal>('unavailable');
    });
    if (wait > 0) throw new Refusal<GeneralRefusal>('too-many-requests', { retryAfterSeconds: wait / 1000 });
  }
}
