import { bookingWish, slotsQuery, type BookedCall } from '@visavis/booking';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { readIdempotencyKey } from '../../http/idempotency-key';
import { asRefusal, replyWith } from '../../http/refusal.filter';
import { sendTogether } from '../../http/send-together';
import { parseShape } from '../../http/shape';
import { RequestBooking } from './request-booking';
import { ShowSlots } from './show-slots';

const CALENDAR = '/api/public/:practice/:supervisor';

type CalendarRequest = FastifyRequest<{ Params: { practice: string; supervisor: string } }>;
type Answer = (request: CalendarRequest, reply: FastifyReply) => Promise<unknown>;

/**
 * The two routes that are asked most, and that a flood would ask, are Fastify's own: Nest's way to a handler, and
 * from a refusal to its filter, is up to a fifth of what a refusal costs. They are open to all, so no guard is missed;
 * limits, shapes and refusals are the same as everywhere.
 */
@Injectable()
export class HotRoutes implements OnModuleInit {
  constructor(
    private readonly host: HttpAdapterHost,
    private readonly slots: ShowSlots,
    private readonly booking: RequestBooking,
  ) {}

  onModuleInit(): void {
    const server = this.host.httpAdapter.getInstance<FastifyInstance>();
    server.get(
      `${CALENDAR}/slots`,
      answered((request, reply) => this.showSlots(request, reply)),
    );
    server.post(
      `${CALENDAR}/bookings`,
      answered((request, reply) => this.book(request, reply)),
    );
  }

  private async showSlots({ params, query, ip }: CalendarRequest, reply: FastifyReply): Promise<string> {
    const wanted = parseShape(slotsQuery, query);
    const text = await this.slots.asText(params.practice, params.supervisor, wanted, ip);
    void reply.type('application/json; charset=utf-8');
    return text;
  }

  private book(request: CalendarRequest, reply: FastifyReply): Promise<BookedCall> {
    void reply.status(201); // a refusal says another
    return this.booking.request({
      practiceSlug: request.params.practice,
      supervisorSlug: request.params.supervisor,
      wish: parseShape(bookingWish, request.body),
      idempotencyKey: readIdempotencyKey(request),
      address: request.ip,
    });
  }
}

function answered(answer: Answer): (request: CalendarRequest, reply: FastifyReply) => void {
  return (request, reply) => {
    try {
      answer(request, reply)
        .then((body) => void reply.send(body))
        .catch((error: unknown) => refuse(error, request, reply));
    } catch (error) {
      refuse(error, request, reply);
    }
  };
}

function refuse(error: unknown, request: CalendarRequest, reply: FastifyReply): void {
  sendTogether(() => replyWith(asRefusal(error), error, request, reply));
}
