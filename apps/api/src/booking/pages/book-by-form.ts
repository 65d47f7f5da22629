import type { BookedCall } from '@visavis/booking';
import { Inject, Injectable } from '@nestjs/common';
import { createHmac } from 'node:crypto';
import { CONFIGURATION, type Configuration } from '../../configuration/configuration';
import { RequestBooking, type BookingRequest } from '../public/request-booking';

/**
 * A form without scripts carries no key of its own, since its page is the same for everybody. The same wish from the
 * same address is taken for the same form: a second click, or one after going back, leads to what the first one
 * booked, and tells nobody that somebody else was faster.
 */
@Injectable()
export class BookByForm {
  constructor(
    private readonly booking: RequestBooking,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  /** @throws Refusal any of the booking's */
  async book(request: Omit<BookingRequest, 'idempotencyKey'>): Promise<BookedCall> {
    const booked = await this.booking.request({ ...request, idempotencyKey: this.keyOf(request) });
    // Called off since, and wished for again: that is a wish of its own.
    return booked.status === 'booked' ? booked : this.booking.request({ ...request, idempotencyKey: null });
  }

  /** Keyed, so that nobody else can send it as the key of a request. */
  private keyOf({
    address,
    practiceSlug,
    supervisorSlug,
    wish,
  }: Omit<BookingRequest, 'idempotencyKey'>): string {
    const form = JSON.stringify(['posted-form', address, practiceSlug, supervisorSlug, wish]);
    return createHmac('sha256', this.configuration.SECRET_KEY).update(form).digest('base64url');
  }
}
