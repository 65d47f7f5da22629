import {
  bookSessionsWish,
  cancelSessionWish,
  moveSessionWish,
  sessionSlotsQuery,
  type BookSessionsWish,
  type CancelSessionWish,
  type LedgerReply,
  type MoveSessionWish,
  type SessionReply,
  type SessionsBookedReply,
  type SessionSlotsQuery,
  type SessionSlotsReply,
  type SessionsReply,
} from '@visavis/supervision';
import { Body, Controller, Get, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { OwnIdPipe } from '../../http/own-id.pipe';
import { WhoIsAsking, type Asking } from '../../http/asking';
import { readIdempotencyKey } from '../../http/idempotency-key';
import { BookSessions } from './book-sessions';
import { CancelSession } from './cancel-session';
import { MoveSession } from './move-session';
import { ShowSessions } from './show-sessions';

@Controller('api')
export class SessionsController {
  constructor(
    private readonly showing: ShowSessions,
    private readonly booking: BookSessions,
    private readonly moving: MoveSession,
    private readonly cancelling: CancelSession,
  ) {}

  @Get('contracts/:id/slots')
  slots(
    @WhoIsAsking() asking: Asking,
    @Param('id', OwnIdPipe) id: string,
    @Query({ schema: sessionSlotsQuery }) query: SessionSlotsQuery,
  ): Promise<SessionSlotsReply> {
    return this.showing.slots(asking, id, query);
  }

  @Get('contracts/:id/sessions')
  list(@WhoIsAsking() asking: Asking, @Param('id', OwnIdPipe) id: string): Promise<SessionsReply> {
    return this.showing.list(asking, id);
  }

  @Get('contracts/:id/ledger')
  ledger(@WhoIsAsking() asking: Asking, @Param('id', OwnIdPipe) id: string): Promise<LedgerReply> {
    return this.showing.ledger(asking, id);
  }

  @Post('contracts/:id/sessions')
  book(
    @WhoIsAsking() asking: Asking,
    @Param('id', OwnIdPipe) id: string,
    @Body({ schema: bookSessionsWish }) wish: BookSessionsWish,
    @Req() request: FastifyRequest,
  ): Promise<SessionsBookedReply> {
    return this.booking.book(asking, id, wish, readIdempotencyKey(request));
  }

  @Post('sessions/:id/move')
  @HttpCode(200)
  move(
    @WhoIsAsking() asking: Asking,
    @Param('id', OwnIdPipe) id: string,
    @Body({ schema: moveSessionWish }) wish: MoveSessionWish,
  ): Promise<SessionReply> {
    return this.moving.move(asking, id, wish);
  }

  @Post('sessions/:id/cancel')
  @HttpCode(200)
  cancel(
    @WhoIsAsking() asking: Asking,
    @Param('id', OwnIdPipe) id: string,
    @Body({ schema: cancelSessionWish }) wish: CancelSessionWish,
  ): Promise<SessionReply> {
    return this.cancelling.cancel(asking, id, wish);
  }
}
