import type { AvailabilityReply, OfferKind, OfferWish } from '@visavis/booking';
import { Injectable } from '@nestjs/common';
import type { SupervisorAsking } from '../../http/asking';
import { malformed } from '../../http/shape';
import { ChangeAvailability } from './change-availability';
import { readOffers } from './read-availability';

const CHANGE = `
  UPDATE offer SET length_min = $4, step_min = $5, buffer_before_min = $6, buffer_after_min = $7, min_notice_min = $8,
    horizon_days = $9, max_per_day = $10, same_hours_as = $11, weekly = $12
  WHERE practice_id = $1 AND supervisor_id = $2 AND kind = $3`;

/** All of one offer at once. What is booked already keeps the buffers it was booked with. */
@Injectable()
export class ChangeOffer {
  constructor(private readonly availability: ChangeAvailability) {}

  /** @throws Refusal malformed when hours are borrowed from an offer that borrows them itself */
  change(asking: SupervisorAsking, kind: OfferKind, wish: OfferWish): Promise<AvailabilityReply> {
    refuseOwnHours(kind, wish);
    return this.availability.change(asking, 'offer-changed', async (transaction) => {
      const offers = await readOffers(transaction, asking);
      if (wish.sameHoursAs !== null && offers[wish.sameHoursAs].sameHoursAs !== null) {
        throw malformed([{ field: 'sameHoursAs', code: 'not-accepted' }]);
      }
      await transaction.query(CHANGE, [
        asking.practiceId,
        asking.supervisorId,
        kind,
        wish.lengthMin,
        wish.stepMin,
        wish.bufferBeforeMin,
        wish.bufferAfterMin,
        wish.minNoticeMin,
        wish.horizonDays,
        wish.maxPerDay,
        wish.sameHoursAs,
        JSON.stringify(wish.weekly),
      ]);
    });
  }
}

/** @throws Refusal malformed when an offer is to have the same hours as itself */
export function refuseOwnHours(kind: OfferKind, wish: OfferWish, field = 'sameHoursAs'): void {
  if (wish.sameHoursAs === kind) throw malformed([{ field, code: 'not-in-list' }]);
}
