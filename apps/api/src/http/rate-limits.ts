import { Refusal, type GeneralRefusal } from '@visavis/kernel';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { createHmac } from 'node:crypto';
import { Pool } from 'pg';
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { CONFIGURATION, type Configuration } from '../configuration/configuration';
import { connectionSettings } from '../database/data-source';
import { networkOf } from './network-of';

/**
 * Two walls. A counter in memory, per process, stops floods before they cost anything; what writes, signs in
 * or sends letters is counted in PostgreSQL, so that limits hold across processes and restarts. Keys are
 * keyed hashes: no address is stored. When the shared counter cannot be reached the request is refused.
 */
@Injectable()
export class RateLimits implements OnApplicationShutdown {
  private readonly pool: Pool;
  private readonly reads: RateLimiterMemory;
  private readonly attempts: RateLimiterMemory;
  private readonly bookings: RateLimiterPostgres;
  private readonly bookingsOfNetwork: RateLimiterPostgres;
  private readonly bookingsOfPerson: RateLimiterPostgres;
  private readonly signIns: RateLimiterPostgres;
  private readonly passkeys: RateLimiterPostgres;
  private readonly codes: RateLimiterPostgres;
  private readonly letters: RateLimiterPostgres;

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
    this.reads = new RateLimiterMemory({ points: c.RATE_READS_PER_MINUTE, duration: 60 });
    this.attempts = new RateLimiterMemory({ points: c.RATE_BOOKINGS_PER_MINUTE, duration: 60 });
    this.bookings = this.shared('booking', c.RATE_BOOKINGS_PER_HOUR, 3600);
    this.bookingsOfNetwork = this.shared('booking-network', c.RATE_BOOKINGS_PER_HOUR * 4, 3600);
    this.bookingsOfPerson = this.shared('booking-person', c.RATE_BOOKINGS_PER_ADDRESS_AND_DAY, 86_400);
    this.signIns = this.shared('sign-in', c.RATE_SIGN_INS_PER_QUARTER_HOUR, 900);
    this.passkeys = this.shared('passkey', c.RATE_SIGN_INS_PER_QUARTER_HOUR * 2, 900);
    this.codes = this.shared('code', Math.ceil(c.RATE_SIGN_INS_PER_QUARTER_HOUR / 3), 900);
    this.letters = this.shared('code-letter', Math.ceil(c.RATE_SIGN_INS_PER_QUARTER_HOUR / 5), 900);
  }

  /** Public reads, per process. */
  async read(address: string): Promise<void> {
    await this.inMemory(this.reads, address);
  }

  /** Booking attempts, per process, before anything is looked at. */
  async attempt(address: string): Promise<void> {
    await this.inMemory(this.attempts, address);
  }

  /** A booking or change that is about to be written. */
  async booking(address: string): Promise<void> {
    await Promise.all([
      this.consume(this.bookings, address),
      this.consume(this.bookingsOfNetwork, networkOf(address)),
    ]);
  }

  /** Letters to one e-mail address in one practice, whoever asks for them. */
  async bookingOf(practiceId: string, email: string): Promise<void> {
    await this.consume(this.bookingsOfPerson, `${practiceId} ${email.toLowerCase()}`);
  }

  /** Sign-in attempts on one account and from one address. */
  async signIn(address: string, email: string): Promise<void> {
    await Promise.all([
      this.consume(this.signIns, address),
      this.consume(this.signIns, email.trim().toLowerCase()),
    ]);
  }

  /** Passkeys have a limit of their own, by address: guessing somebody's password locks nobody out of their passkey. */
  async passkey(address: string): Promise<void> {
    await this.consume(this.passkeys, address);
  }

  /** Codes and passwords tried by who has got as far as an account. */
  async code(accountId: string): Promise<void> {
    await this.consume(this.codes, accountId);
  }

  /** Letters with codes that somebody signed in has sent to themselves. */
  async codeLetter(accountId: string): Promise<void> {
    await this.consume(this.letters, accountId);
  }

  /** Letters with links to a new password, by where they are asked for and for whom. */
  async reset(address: string, email: string): Promise<void> {
    await Promise.all([
      this.consume(this.signIns, `reset ${address}`),
      this.consume(this.letters, `reset ${email.trim().toLowerCase()}`),
    ]);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.end();
  }

  private shared(keyPrefix: string, points: number, duration: number): RateLimiterPostgres {
    return new RateLimiterPostgres({
      storeClient: this.pool,
      storeType: 'pool',
      tableName: 'rate_limit',
      tableCreated: true,
      clearExpiredByTimeout: false, // the worker forgets them
      keyPrefix,
      points,
      duration,
    });
  }

  private async inMemory(limiter: RateLimiterMemory, key: string): Promise<void> {
    await limiter.consume(key).catch(refuseTooMany);
  }

  private async consume(limiter: RateLimiterPostgres, key: string): Promise<void> {
    const hashed = createHmac('sha256', this.configuration.SECRET_KEY)
      .update(`limit ${key}`)
      .digest('base64url')
      .slice(0, 22);
    await limiter.consume(hashed).catch(refuseTooMany);
  }
}

function refuseTooMany(refused: unknown): never {
  if (!(refused instanceof RateLimiterRes)) throw new Refusal<GeneralRefusal>('unavailable');
  throw new Refusal<GeneralRefusal>('too-many-requests', { retryAfterSeconds: refused.msBeforeNext / 1000 });
}
