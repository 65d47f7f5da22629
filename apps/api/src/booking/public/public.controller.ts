import { bookingWish, slotsQuery } from '@visavis/booking';
import type { BookedCall, BookingWish, PracticeReply, SlotsQuery } from '@visavis/booking';
import { Body, Controller, Get, Header, Ip, Param, Post, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { OpenToAll } from '../../http/asking';
import { readIdempotencyKey } from '../../http/idempotency-key';
import { RequestBooking } from './request-booking';
import { ShowPractice } from './show-practice';
import { ShowSlots } from './show-slots';

/** What a visitor can see and ask for without an account. */
@OpenToAll()
@Controller('api/public/:practice')
export class PublicController {
  constructor(
    private readonly practices: ShowPractice,
    private readonly slots: ShowSlots,
    private readonly booking: RequestBooking,
  ) {}

  @Get()
  showPractice(@Param('practice') practice: string): Promise<PracticeReply> {
    return this.practices.show(practice);
  }

  @Get(':supervisor/slots')
  @Header('content-type', 'application/json; charset=utf-8')
  showSlots(
    @Param('practice') practice: string,
    @Param('supervisor') supervisor: string,
    @Query({ schema: slotsQuery }) query: SlotsQuery,
    @Ip() address: string,
  ): Promise<string> {
    return this.slots.asText(practice, supervisor, query, address);
  }

  @Post(':supervisor/bookings')
  book(
    @Param('practice') practiceSlug: string,
    @Param('supervisor') supervisorSlug: string,
    @Body({ schema: bookingWish }) wish: BookingWish,
    @Req() request: FastifyRequest,
  ): Promise<BookedCall> {
    const idempotencyKey = readIdempotencyKey(request);
    return this.booking.request({ practiceSlug, supervisorSlug, wish, idempotencyKey, address: request.ip });
  }
}
