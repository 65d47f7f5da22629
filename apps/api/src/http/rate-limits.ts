import { Refusal, type GeneralRefusal } from '@visavis/kernel';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { createHmac } from 'node:crypto';
import { Pool } from 'pg';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { CONFIGURATION, type Configuration } from '../configuration/configuration';
import { connectionSettings } from '../database/data-source';
import { FloodWall } from './flood-wall';
import { callerOf, networkOf } from './network-of';

/** Seconds. */
const MINUTE = 60;
const QUARTER = 15 * MINUTE;
const HOUR = 60 * MINUTE;

/** How many times what one caller may is for all of a network. */
const CALLERS = 4;

/**
 * Two walls. A counter in memory, per process, stops floods before they cost anything; what writes, signs in
 * or sends letters is counted in PostgreSQL, so that limits hold across processes and restarts. Keys are
 * keyed hashes: no address is stored. When the shared counter cannot be reached the request is refused.
 */
@Injectable()
export class RateLimits implements OnApplicationShutdown {
  private readonly pool: Pool;
  private readonly reads: Wall;
  private readonly attempts: Wall;
  private readonly sealings: FloodWall;
  private readonly bookings: RateLimiterPostgres;
  private readonly bookingsOfNetwork: RateLimiterPostgres;
  private readonly bookingsOfPerson: RateLimiterPostgres;
  private readonly signIns: RateLimiterPostgres;
  private readonly passkeys: RateLimiterPostgres;
  private readonly codes: RateLimiterPostgres;
  private readonly codeLetters: RateLimiterPostgres;
  private readonly invitations: RateLimiterPostgres;

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
    const signIns = c.RATE_SIGN_INS_PER_QUARTER_HOUR;
    const letters = c.RATE_BOOKINGS_PER_ADDRESS_AND_DAY;
    this.reads = wallOf(c.RATE_READS_PER_MINUTE);
    this.attempts = wallOf(c.RATE_BOOKINGS_PER_MINUTE);
    this.sealings = new FloodWall(c.RATE_SEALED_PER_MINUTE, MINUTE);
    this.bookings = this.shared('booking', c.RATE_BOOKINGS_PER_HOUR, HOUR);
    this.bookingsOfNetwork = this.shared('booking-network', c.RATE_BOOKINGS_PER_HOUR * CALLERS, HOUR);
    this.bookingsOfPerson = this.shared('booking-person', letters, 24 * HOUR);
    this.signIns = this.shared('sign-in', signIns, QUARTER);
    this.passkeys = this.shared('passkey', signIns * 2, QUARTER);
    this.codes = this.shared('code', Math.ceil(signIns / 3), QUARTER);
    this.codeLetters = this.shared('code-letter', Math.ceil(signIns / 5), QUARTER);
    this.invitations = this.shared('invitation', letters, 24 * HOUR);
  }

  /** Public reads, per process. @throws Refusal too-many-requests */
  read(address: string): Promise<void> {
    return passBoth(this.reads, address);
  }

  /** Booking attempts, per process, before anything is looked at. @throws Refusal too-many-requests */
  attempt(address: string): Promise<void> {
    return passBoth(this.attempts, address);
  }

  /** What one member asks of their vault and of what is shared with them, per process. @throws Refusal too-many-requests */
  async sealed(memberId: string): Promise<void> {
    refuseFor(await this.sealings.pass(memberId));
  }

  /**
   * A booking or change that is about to be written, and the letters it sends to one e-mail address of a
   * practice, whoever asks for them. @throws Refusal too-many-requests, unavailable
   */
  async booking(address: string, practiceId: string, email: string | null): Promise<void> {
    await this.count([this.bookings, callerOf(address)], [this.bookingsOfNetwork, networkOf(address)]);
    // Only then: who is refused by where they come from must not use up what other people's addresses are allowed.
    if (email !== null) await this.count([this.bookingsOfPerson, `${practiceId} ${email.toLowerCase()}`]);
  }

  /** Sign-in attempts on one account and from one address. */
  async signIn(address: string, email: string): Promise<void> {
    await this.count([this.signIns, callerOf(address)], [this.signIns, email.trim().toLowerCase()]);
  }

  /** Passkeys have a limit of their own, by address: guessing somebody's password locks nobody out of their passkey. */
  async passkey(address: string): Promise<void> {
    await this.count([this.passkeys, callerOf(address)]);
  }

  /** Codes and passwords tried by who has got as far as an account. */
  async code(accountId: string): Promise<void> {
    await this.count([this.codes, accountId]);
  }

  /** Letters with codes that somebody signed in has sent to themselves. */
  async codeLetter(accountId: string): Promise<void> {
    await this.count([this.codeLetters, accountId]);
  }

  /** Letters with links to a new password, by where they are asked for and for whom. */
  async reset(address: string, email: string): Promise<void> {
    await this.count(
      [this.signIns, `reset ${callerOf(address)}`],
      [this.codeLetters, `reset ${email.trim().toLowerCase()}`],
    );
  }

  /** Invitations that a practice sends to one address, by letter. @throws Refusal too-many-requests, unavailable */
  async invitation(practiceId: string, whom: string): Promise<void> {
    await this.count([this.invitations, `${practiceId} ${whom}`]);
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

  /** Counts once under every key. @throws Refusal too-many-requests until the last exceeded one begins anew, unavailable */
  private async count(...counters: readonly [limiter: RateLimiterPostgres, who: string][]): Promise<void> {
    const waits = await Promise.all(
      counters.map(([limiter, who]) => limiter.consume(this.hashed(who)).then(() => 0, waitOf)),
    );
    refuseFor(Math.max(...waits));
  }

  private hashed(who: string): string {
    const hash = createHmac('sha256', this.configuration.SECRET_KEY).update(`limit ${who}`);
    return hash.digest('base64url').slice(0, 22);
  }
}

interface Wall {
  readonly callers: FloodWall;
  readonly networks: FloodWall;
}

function wallOf(perMinute: number): Wall {
  return {
    callers: new FloodWall(perMinute, MINUTE),
    networks: new FloodWall(perMinute * CALLERS, MINUTE),
  };
}

/** @throws Refusal too-many-requests */
async function passBoth({ callers, networks }: Wall, address: string): Promise<void> {
  refuseFor(await callers.pass(callerOf(address)));
  refuseFor(await networks.pass(networkOf(address))); // not before: one caller must not use up what its neighbours are allowed
}

/** Milliseconds until the counter that refused begins anew. @throws Refusal unavailable when it could not count */
function waitOf(refused: unknown): number {
  if (!(refused instanceof RateLimiterRes)) throw new Refusal<GeneralRefusal>('unavailable');
  return Math.max(1, refused.msBeforeNext);
}

function refuseFor(wait: number): void {
  if (wait > 0) throw new Refusal<GeneralRefusal>('too-many-requests', { retryAfterSeconds: wait / 1000 });
}
