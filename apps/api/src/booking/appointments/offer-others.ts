import { freeStartsNear, refuse } from '@visavis/booking';
import { Refusal, type Instant } from '@visavis/kernel';
import { Injectable } from '@nestjs/common';
import type { SupervisorAsking } from '../../http/asking';
import { Calendars } from '../calendar/calendars';

/** Adds the next step to a refused time of a discovery call: offered starts near by. */
@Injectable()
export class OfferOthers {
  constructor(private readonly calendars: Calendars) {}

  /** @returns the refusal with alternatives when it is about the time, otherwise the error as it is */
  async to(error: unknown, asking: SupervisorAsking, wish: Instant, now: Instant): Promise<unknown> {
    if (
      !(error instanceof Refusal) ||
      (error.reason !== 'time-just-taken' && error.reason !== 'time-not-offered')
    )
      return error;
    const state = await this.calendars.current(asking, 'discovery-call');
    const alternatives = state === null ? [] : freeStartsNear(state, wish, now);
    return refuse(error.reason, { ...error.details, alternatives });
  }
}
