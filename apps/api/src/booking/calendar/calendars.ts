import {
  nextLocalDate,
  type AllowedBooking,
  type BusyTime,
  type CalendarState,
  type DateOverride,
  type OfferKind,
  type OfferRules,
} from '@visavis/booking';
import { DAY, type Instant } from '@visavis/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { Clock } from '../../clock/clock';
import { CONFIGURATION, type Configuration } from '../../configuration/configuration';
import { Statements } from '../../database/statements';
import type { Transaction } from '../../database/transactions';
import { SPREAD, Together } from '../../database/together';

/** A calendar by its keys. */
export interface CalendarKey {
  readonly practiceId: string;
  readonly supervisorId: string;
}

interface OfferKey extends CalendarKey {
  readonly kind: OfferKind;
}

interface Held {
  readonly state: CalendarState;
  /** From this moment the horizon reaches a day that was not read. */
  readonly until: Instant;
  /** When the database was last asked, and said that this is the present state. Milliseconds of the process. */
  confirmedAt: number;
  /** Whether it is being asked ahead of need. */
  asked: boolean;
}

/** Most milliseconds for which a state may answer without another look: for a "no" that no appointment changes. */
const LATELY = 100;

/** The same for a "yes" that writing checks: an older one would too often turn out to be wrong. */
const RECENTLY = 10_000;

/** From this age on the database is asked ahead of need, so that a flood of questions does not come to wait for it. */
const AHEAD = 50;

/** Engagements as columns, null when there are none. Epoch milliseconds; `calls` are the starts of discovery calls. */
interface BusyColumns {
  readonly from: readonly Instant[] | null;
  readonly to: readonly Instant[] | null;
  readonly calls: readonly (Instant | null)[] | null;
  readonly blocks: readonly boolean[] | null;
}

interface CalendarRow {
  readonly version: string;
  readonly active: boolean;
  readonly timeZone: string;
  readonly offer: OfferRules;
  readonly overrides: readonly DateOverride[];
  readonly busy: BusyColumns;
}

/**
 * Calendars as the slot engine needs them, over the whole bookable range. A state is kept in memory with the
 * version it was read at and used only after the database confirmed, after the request came in, that the
 * version still holds; so every process may keep its own. Only `lately` waits for nobody.
 */
@Injectable()
export class Calendars {
  private readonly held = new LRUCache<string, Held>({ max: 400 });
  private readonly versions = new Together<CalendarKey, string | null>(keyText, (keys) =>
    this.readVersions(keys),
  );
  private readonly reads = new Together<OfferKey, Held | null>(
    (key) => offerText(key, key.kind),
    (keys) => this.readAll(keys),
    SPREAD,
  );

  constructor(
    private readonly statements: Statements,
    private readonly clock: Clock,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  /** The version now, or null when there is no such calendar. */
  version(key: CalendarKey): Promise<string | null> {
    return this.versions.ask(key);
  }

  /** The present state; null when the calendar does not exist or its supervisor is not active. */
  async current(key: CalendarKey, kind: OfferKind): Promise<CalendarState | null> {
    const held = this.held.get(offerText(key, kind));
    if (held !== undefined && this.configuration.SLOTS_CACHE && this.clock.now() < held.until) {
      const askedAt = performance.now();
      if ((await this.version(key)) === held.state.version) {
        held.confirmedAt = askedAt;
        return held.state;
      }
    }
    return this.fresh(key, kind);
  }

  /**
   * What was the present state ten seconds ago at most, without a question to the database. Good for a "yes" that is
   * written only if its version still holds, and for nothing else.
   */
  recently(key: CalendarKey, kind: OfferKind): CalendarState | null {
    const held = this.held.get(offerText(key, kind));
    if (held === undefined || this.clock.now() >= held.until) return null;
    return performance.now() - held.confirmedAt < RECENTLY ? held.state : null;
  }

  /** `state` and one call more: what the calendar is since this process wrote the call at that version. */
  noteCall(
    key: CalendarKey,
    state: CalendarState,
    { range, occupies }: AllowedBooking,
    confirmedAt: number,
  ): void {
    const name = offerText(key, 'discovery-call');
    const held = this.held.get(name);
    if (held?.state.version !== state.version) return;
    const call = { start: occupies.start, end: occupies.end, booking: range.start };
    const after = { ...state, version: String(BigInt(state.version) + 1n), busy: [...state.busy, call] };
    this.held.set(name, { state: after, until: held.until, confirmedAt, asked: false });
  }

  /**
   * What was the present state a tenth of a second ago at most, without waiting for the database; null when nobody
   * has asked lately. Never good for a "yes".
   */
  lately(key: CalendarKey, kind: OfferKind): CalendarState | null {
    const held = this.held.get(offerText(key, kind));
    if (held === undefined || this.clock.now() >= held.until) return null;
    const age = performance.now() - held.confirmedAt;
    if (age >= LATELY) return null;
    if (age >= AHEAD && !held.asked) void this.confirm(key, held);
    return held.state;
  }

  /** What is not confirmed grows too old to answer; why, the next one to ask will hear. */
  private async confirm(key: CalendarKey, held: Held): Promise<void> {
    held.asked = true;
    const askedAt = performance.now();
    const version = await this.version(key).catch(() => null);
    if (version === held.state.version) held.confirmedAt = askedAt;
    held.asked = false;
  }

  /** Read anew, whatever is held. */
  async fresh({ practiceId, supervisorId }: CalendarKey, kind: OfferKind): Promise<CalendarState | null> {
    const key = { practiceId, supervisorId, kind };
    const held = await this.reads.ask(key);
    if (held !== null && this.configuration.SLOTS_CACHE) this.held.set(offerText(key, kind), held);
    return held?.state ?? null;
  }

  private async readVersions(keys: readonly CalendarKey[]): Promise<(string | null)[]> {
    const rows = await this.statements.all<{ version: string | null }>(
      'calendar-versions',
      'SELECT calendar_versions($1, $2)::text AS version',
      [keys.map((key) => key.practiceId), keys.map((key) => key.supervisorId)],
    );
    return rows.map(({ version }) => version);
  }

  private async readAll(keys: readonly OfferKey[]): Promise<(Held | null)[]> {
    const now = this.clock.now();
    const confirmedAt = performance.now();
    const rows = await this.statements.all<{ calendar: CalendarRow | null }>(
      'read-calendars',
      'SELECT read_calendars($1, $2, $3, $4, $5) AS calendar',
      [
        keys.map((key) => key.practiceId),
        keys.map((key) => key.supervisorId),
        keys.map((key) => key.kind),
        new Date(now - 2 * DAY),
        new Date(now + LONGEST_HORIZON),
      ],
    );
    return rows.map(({ calendar }) =>
      calendar?.active
        ? {
            state: stateOf(calendar),
            until: nextLocalDate(calendar.timeZone, now),
            confirmedAt,
            asked: false,
          }
        : null,
    );
  }
}

/**
 * The present state as a transaction sees it, under the lock of the calendar. Forgets which person the transaction
 * had entered with.
 */
export async function readCalendarIn(
  transaction: Transaction,
  { practiceId, supervisorId }: CalendarKey,
  kind: OfferKind,
  now: Instant,
): Promise<CalendarState | null> {
  const [row]: { calendar: CalendarRow | null }[] = await transaction.query(
    'SELECT read_calendars($1, $2, $3, $4, $5) AS calendar',
    [[practiceId], [supervisorId], [kind], new Date(now - 2 * DAY), new Date(now + LONGEST_HORIZON)],
  );
  return row?.calendar?.active ? stateOf(row.calendar) : null;
}

/** A year of horizon, the widest an offer allows, and a margin for zones and long slots. */
const LONGEST_HORIZON = 369 * DAY;

function stateOf({ version, timeZone, offer, overrides, busy: columns }: CalendarRow): CalendarState {
  const busy: BusyTime[] = [];
  const blocks: BusyTime[] = [];
  columns.from?.forEach((start, index) => {
    const end = columns.to?.[index] ?? start;
    const booking = columns.calls?.[index] ?? null;
    const time = booking === null ? { start, end } : { start, end, booking };
    busy.push(time);
    if (columns.blocks?.[index]) blocks.push(time);
  });
  return { version, timeZone, offer, overrides, busy, blocks };
}

function keyText(key: CalendarKey): string {
  return `${key.practiceId} ${key.supervisorId}`;
}

function offerText(key: CalendarKey, kind: OfferKind): string {
  return `${keyText(key)} ${kind}`;
}
