import type { SlotsQuery, SlotsReply } from '@visavis/booking';
import { DAY, MINUTE, Refusal, type GeneralRefusal, type Instant } from '@visavis/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { Clock } from '../../clock/clock';
import { CONFIGURATION, type Configuration } from '../../configuration/configuration';
import { RateLimits } from '../../http/rate-limits';
import { Calendars } from '../calendar/calendars';
import { makeSlotsReply } from '../calendar/slots-reply';
import { FIRST_AVAILABLE, FindCalendar, type Asked } from './find-calendar';

interface CachedBody {
  readonly version: string;
  readonly until: Instant;
  readonly body: string;
}

export const DEFAULT_DAYS = 30;

/** The offered times of a supervisor, or of all of a practice together. */
@Injectable()
export class ShowSlots {
  private readonly bodies = new LRUCache<string, CachedBody>({
    maxSize: 8 * 1024 * 1024,
    sizeCalculation: ({ body }) => body.length + 200,
  });

  constructor(
    private readonly find: FindCalendar,
    private readonly calendars: Calendars,
    private readonly clock: Clock,
    private readonly limits: RateLimits,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  /** The reply as JSON text: kept with the calendar's version, given out after one check of that version. */
  async asText(
    practiceSlug: string,
    supervisorSlug: string,
    query: SlotsQuery,
    address: string,
  ): Promise<string> {
    await this.limits.read(address);
    const days = query.days ?? DEFAULT_DAYS;
    const asked = await this.find.supervisors(practiceSlug, supervisorSlug);
    const start = query.from === undefined ? startOfUtcDay(this.clock.now()) : Date.parse(query.from);
    if (asked.practice.closing) return JSON.stringify(await this.open(asked, supervisorSlug, days));
    const supervisor = asked.supervisors[0];
    if (supervisorSlug === FIRST_AVAILABLE || supervisor === undefined)
      return JSON.stringify(await this.together(asked, start, days));

    const key = { practiceId: asked.practice.id, supervisorId: supervisor.id };
    const name = `${supervisor.id} ${start} ${days}`;
    const cached = this.configuration.SLOTS_CACHE ? this.bodies.get(name) : undefined;
    if (
      cached !== undefined &&
      this.clock.now() < cached.until &&
      (await this.calendars.version(key)) === cached.version
    )
      return cached.body;

    const state = await this.calendars.current(key, 'discovery-call');
    if (state === null) throw new Refusal<GeneralRefusal>('not-found');
    const { reply, until } = makeSlotsReply(supervisor.slug, state, this.clock.now(), start, days);
    const body = JSON.stringify(reply);
    if (this.configuration.SLOTS_CACHE) this.bodies.set(name, { version: state.version, until, body });
    return body;
  }

  /** For new calls; a practice that waits for its erasure has no time for those. */
  async open(asked: Asked, supervisorSlug: string, days = DEFAULT_DAYS): Promise<SlotsReply> {
    const reply = await this.of(asked, supervisorSlug, days);
    return asked.practice.closing ? { ...reply, days: {} } : reply;
  }

  /** Where a call of the supervisor may be moved to: it leaves itself out, of what is busy and of the cap. */
  async forMove({ practice, supervisors }: Asked, from: Instant): Promise<SlotsReply> {
    const now = this.clock.now();
    const supervisor = supervisors[0];
    const state =
      supervisor &&
      (await this.calendars.current(
        { practiceId: practice.id, supervisorId: supervisor.id },
        'discovery-call',
      ));
    if (!state) throw new Refusal<GeneralRefusal>('not-found');
    const others = { ...state, busy: state.busy.filter(({ booking }) => booking !== from) };
    return makeSlotsReply(supervisor.slug, others, now, startOfUtcDay(now), DEFAULT_DAYS).reply;
  }

  /** For pages: one supervisor, or everybody's times as one list. */
  private async of(asked: Asked, supervisorSlug: string, days = DEFAULT_DAYS): Promise<SlotsReply> {
    const now = this.clock.now();
    const start = startOfUtcDay(now);
    const supervisor = asked.supervisors[0];
    if (supervisorSlug === FIRST_AVAILABLE || supervisor === undefined)
      return this.together(asked, start, days);
    const state = await this.calendars.current(
      { practiceId: asked.practice.id, supervisorId: supervisor.id },
      'discovery-call',
    );
    if (state === null) throw new Refusal<GeneralRefusal>('not-found');
    return makeSlotsReply(supervisor.slug, state, now, start, days).reply;
  }

  private async together({ practice, supervisors }: Asked, from: Instant, days: number): Promise<SlotsReply> {
    const now = this.clock.now();
    const replies: SlotsReply[] = [];
    for (const { id, slug } of supervisors) {
      const state = await this.calendars.current(
        { practiceId: practice.id, supervisorId: id },
        'discovery-call',
      );
      if (state !== null) replies.push(makeSlotsReply(slug, state, now, from, days).reply);
    }
    const [first] = replies;
    if (first === undefined) throw new Refusal<GeneralRefusal>('not-found');
    return { ...first, supervisor: FIRST_AVAILABLE, days: union(replies.map((reply) => reply.days)) };
  }
}

/** Days and minutes that occur in any of the replies, ascending. */
function union(all: readonly SlotsReply['days'][]): SlotsReply['days'] {
  const dates = [...new Set(all.flatMap((days) => Object.keys(days)))].sort();
  return Object.fromEntries(
    dates.map((date) => [date, [...new Set(all.flatMap((days) => days[date] ?? []))].sort((a, b) => a - b)]),
  );
}

export function startOfUtcDay(at: Instant): Instant {
  return Math.floor(at / DAY) * DAY;
}

/** First start of a reply, epoch milliseconds. */
export function firstStart(reply: SlotsReply): Instant | null {
  for (const [date, minutes] of Object.entries(reply.days)) {
    const minute = minutes[0];
    if (minute !== undefined) return Date.parse(date) + minute * MINUTE;
  }
  return null;
}
