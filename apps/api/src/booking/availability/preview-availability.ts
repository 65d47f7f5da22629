import {
  availableSlots,
  explainSlot,
  slotInput,
  type CalendarState,
  type ExplainReply,
  type ExplainWish,
  type OfferKind,
  type OfferWish,
  type PreviewReply,
  type PreviewWish,
} from '@visavis/booking';
import { Refusal, type GeneralRefusal } from '@visavis/kernel';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../clock/clock';
import { Transactions } from '../../database/transactions';
import type { SupervisorAsking } from '../../http/asking';
import { Calendars } from '../calendar/calendars';
import { refuseOwnHours } from './change-offer';
import { readOffers } from './read-availability';

/** What visitors would see if the offer as it stands in the editor were saved; nothing is. */
@Injectable()
export class PreviewAvailability {
  constructor(
    private readonly calendars: Calendars,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** Starts on `days` local dates from `from` on. @throws Refusal malformed, not-found */
  async preview(asking: SupervisorAsking, { kind, offer, from, days }: PreviewWish): Promise<PreviewReply> {
    const state = await this.stateWith(asking, kind, offer);
    const first = Temporal.PlainDate.from(from);
    const start = first.toZonedDateTime(state.timeZone).epochMilliseconds;
    const end = first.add({ days }).toZonedDateTime(state.timeZone).epochMilliseconds;
    return { starts: availableSlots(slotInput(state, this.clock.now(), start, end)) };
  }

  /** Why a time is not offered; null when it is. @throws Refusal malformed, not-found */
  async explain(asking: SupervisorAsking, { kind, offer, start }: ExplainWish): Promise<ExplainReply> {
    const state = await this.stateWith(asking, kind, offer);
    const now = this.clock.now();
    return { reason: explainSlot(slotInput(state, now, now, Number.MAX_SAFE_INTEGER), Date.parse(start)) };
  }

  /** The calendar as it is, with the unsaved offer in the place of the saved one. */
  private async stateWith(
    asking: SupervisorAsking,
    kind: OfferKind,
    offer: OfferWish,
  ): Promise<CalendarState> {
    refuseOwnHours(kind, offer, 'offer.sameHoursAs');
    const state = await this.calendars.current(asking, kind);
    if (state === null) throw new Refusal<GeneralRefusal>('not-found');
    const { sameHoursAs, ...rules } = offer;
    const weekly = sameHoursAs === null ? offer.weekly : await this.weeklyOf(asking, sameHoursAs);
    return { ...state, offer: { ...rules, weekly } };
  }

  private weeklyOf(asking: SupervisorAsking, kind: OfferKind): Promise<OfferWish['weekly']> {
    return this.transactions.inPractice(asking.practiceId, asking.accountId, async (transaction) => {
      return (await readOffers(transaction, asking))[kind].weekly;
    });
  }
}
