import {
  freeStartsNear,
  refuse,
  refuseOffGrid,
  requestBooking,
  type AllowedBooking,
  type BookedCall,
  type BookingWish,
  type CalendarState,
} from '@visavis/booking';
import { Refusal, type GeneralRefusal, type Instant } from '@visavis/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { Clock } from '../../clock/clock';
import { CONFIGURATION, type Configuration } from '../../configuration/configuration';
import { RateLimits } from '../../http/rate-limits';
import { OutboxBell } from '../../outbox/outbox-bell';
import { Calendars, type CalendarKey } from '../calendar/calendars';
import type { PublicPractice, PublicSupervisor } from '../calendar/directory';
import { bookedCallOf, type VisitorCall } from './booked-call';
import { ConfirmBooking, type Idempotency, type Intake } from './confirm-booking';
import { FindCalendar } from './find-calendar';
import { readPhone } from './read-phone';
import { Turns } from './turns';
import { VisitorCalls } from './visitor-calls';

export interface BookingRequest {
  readonly practiceSlug: string;
  readonly supervisorSlug: string;
  readonly wish: BookingWish;
  readonly idempotencyKey: string | null;
  /** Of the caller, for limits. */
  readonly address: string;
}

/** How often a decision is made anew because the calendar changed between reading and writing. */
const MOST_DECISIONS = 3;

/** A visitor books a discovery call: decide on a state of known version, then write if it still holds. */
@Injectable()
export class RequestBooking {
  private readonly turns = new Turns();

  constructor(
    private readonly find: FindCalendar,
    private readonly calendars: Calendars,
    private readonly writing: ConfirmBooking,
    private readonly calls: VisitorCalls,
    private readonly limits: RateLimits,
    private readonly bell: OutboxBell,
    private readonly clock: Clock,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  /** @throws Refusal any of the booking's, malformed, not-found, too-many-requests, unavailable */
  async request(request: BookingRequest): Promise<BookedCall> {
    await this.limits.attempt(request.address);
    const { practice, supervisors } = await this.find.supervisors(
      request.practiceSlug,
      request.supervisorSlug,
    );
    const intake = intakeOf(request.wish, practice);
    const start = Date.parse(request.wish.start);
    const idempotency = idempotencyOf(request);
    const wanted = { practice, start, intake, idempotency, address: request.address };
    const [only, other] = supervisors;
    if (only && !other && idempotency === null) return this.book({ ...wanted, supervisor: only });
    let refusal: Refusal = new Refusal<GeneralRefusal>('not-found');
    for (const supervisor of supervisors) {
      try {
        return await this.book({ ...wanted, supervisor });
      } catch (error) {
        if (!(error instanceof Refusal) || !isAboutTime(error)) throw error;
        refusal = error;
      }
    }
    if (idempotency === null) throw refusal;
    return this.answerAgain(practice, idempotency, refusal);
  }

  /** The same person once more, with what was told before. `idempotencyKey` makes a double click one booking. */
  async again(
    practice: PublicPractice,
    supervisorSlug: string,
    start: Instant,
    intake: Intake,
    idempotencyKey: string,
    address: string,
  ): Promise<BookedCall> {
    await this.limits.attempt(address);
    const supervisor = practice.supervisors.find(({ slug }) => slug === supervisorSlug);
    if (supervisor === undefined) throw new Refusal<GeneralRefusal>('not-found');
    const idempotency = { keyHash: sha256(idempotencyKey), bodyHash: sha256(String(start)) };
    try {
      return await this.book({ practice, supervisor, start, intake, idempotency, address });
    } catch (error) {
      if (!(error instanceof Refusal) || !isAboutTime(error)) throw error;
      return this.answerAgain(practice, idempotency, error);
    }
  }

  /** The very same request may have taken the time before: then it is answered again, not refused. */
  private async answerAgain(
    practice: PublicPractice,
    idempotency: Idempotency,
    refusal: Refusal,
  ): Promise<BookedCall> {
    const before = await this.calls.bookedBefore(practice.id, idempotency);
    if (!before) throw refusal;
    if (!before.same) throw refuse('idempotency-mismatch');
    return this.calls.reply(practice, before.id);
  }

  private book(booking: Booking): Promise<BookedCall> {
    const { practice, supervisor, start } = booking;
    const key = { practiceId: practice.id, supervisorId: supervisor.id };
    const lately = this.calendars.lately(key, 'discovery-call');
    if (lately !== null) refuseOffGrid(lately, start, this.clock.now()); // what a flood costs most: waits for nobody
    return this.decide(booking, key);
  }

  private async decide(booking: Booking, key: CalendarKey): Promise<BookedCall> {
    const { supervisor, start } = booking;
    const state = this.allowedRecently(key, start) ?? (await this.lookedAndAllowed(key, start));
    return this.turns.take(supervisor.id, async (waited) =>
      this.write(booking, key, waited ? await this.looked(key) : state),
    );
  }

  private async write(booking: Booking, key: CalendarKey, known: CalendarState): Promise<BookedCall> {
    const { practice, supervisor, start, intake } = booking;
    let state = known;
    for (let decision = 1; ; decision++) {
      const now = this.clock.now();
      const allowed = requestBooking(state, start, now);
      if (decision === 1) await this.limits.booking(booking.address, practice.id, intake.email);
      const askedAt = performance.now();
      const confirmed = await this.writing.confirm(
        key,
        allowed,
        intake,
        supervisor.language,
        booking.idempotency,
        now,
      );
      switch (confirmed.result) {
        case 'booked':
          this.bell.ring();
          this.calendars.noteCall(key, state, allowed, askedAt);
          return bookedCallOf(
            bookedNow(confirmed.appointmentId, allowed, intake),
            practice,
            supervisor,
            this.configuration.SECRET_KEY,
            now,
          );
        case 'replayed':
          return this.calls.reply(practice, confirmed.appointmentId);
        case 'person-limit':
          await this.calls.remindOfOpenCall(practice, intake);
          throw refuse('person-limit');
        case 'blocked':
          throw refuse('person-limit');
        case 'day-full':
          throw refuse('time-not-offered', {
            because: 'day-full',
            alternatives: freeStartsNear(state, start, now),
          });
        case 'stale':
        case 'time-just-taken':
          state = this.present(await this.calendars.fresh(key, 'discovery-call'));
          if (decision >= MOST_DECISIONS)
            throw refuse('time-just-taken', { alternatives: freeStartsNear(state, start, now) });
      }
    }
  }

  /** Most refusals need no turn. */
  private async lookedAndAllowed(key: CalendarKey, start: Instant): Promise<CalendarState> {
    const state = await this.looked(key);
    requestBooking(state, start, this.clock.now());
    return state;
  }

  private async looked(key: CalendarKey): Promise<CalendarState> {
    return this.present(await this.calendars.current(key, 'discovery-call'));
  }

  /** A "yes" needs no look beforehand: writing it compares the version. A "no" may be of yesterday. */
  private allowedRecently(key: CalendarKey, start: Instant): CalendarState | null {
    const state = this.calendars.recently(key, 'discovery-call');
    if (state === null) return null;
    try {
      requestBooking(state, start, this.clock.now());
      return state;
    } catch (error) {
      if (error instanceof Refusal) return null;
      throw error;
    }
  }

  private present(state: CalendarState | null): CalendarState {
    if (state === null) throw new Refusal<GeneralRefusal>('not-found');
    return state;
  }
}

interface Booking {
  readonly practice: PublicPractice;
  readonly supervisor: PublicSupervisor;
  readonly start: Instant;
  readonly intake: Intake;
  readonly idempotency: Idempotency | null;
  readonly address: string;
}

function intakeOf(wish: BookingWish, { country, languages }: PublicPractice): Intake {
  const [own = wish.language] = languages;
  return {
    firstName: wish.firstName,
    lastName: wish.lastName,
    email: wish.email,
    phone: readPhone(wish.phone, wish.phoneCountry ?? country),
    reason: wish.reason,
    words: wish.words === undefined || wish.words === '' ? null : wish.words,
    language: languages.includes(wish.language) ? wish.language : own, // of letters and links
    timeZone: wish.timeZone,
  };
}

function bookedNow(id: string, { range }: AllowedBooking, intake: Intake): VisitorCall {
  return {
    ...intake,
    id,
    status: 'booked',
    startsAt: range.start,
    endsAt: range.end,
    linkVersion: 1,
    outcome: null,
  };
}

/** Another supervisor of "first available" may still have that time. */
function isAboutTime({ reason }: Refusal): boolean {
  return reason === 'time-just-taken' || reason === 'time-not-offered' || reason === 'not-found';
}

/** The members of a parsed wish come in the order of its shape, so equal wishes have equal text. */
function idempotencyOf({ idempotencyKey, supervisorSlug, wish }: BookingRequest): Idempotency | null {
  if (idempotencyKey === null) return null;
  return { keyHash: sha256(idempotencyKey), bodyHash: sha256(JSON.stringify([supervisorSlug, wish])) };
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
