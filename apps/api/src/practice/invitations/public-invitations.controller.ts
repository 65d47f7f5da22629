import type {} from '@fastify/cookie';
import {
  invitationAcceptance,
  type AcceptedInvitationReply,
  type InvitationAcceptance,
  type InvitationPageReply,
} from '@visavis/practice';
import { Body, Controller, Get, Header, HttpCode, Param, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { SESSION_COOKIE } from '../../account/session-token';
import { OwnIdPipe } from '../../http/own-id.pipe';
import { OpenToAll } from '../../http/asking';
import { AcceptInvitation } from './accept-invitation';
import { ShowInvitation } from './show-invitation';

@Controller('api/public/:practice/invitations/:id/:secret')
@OpenToAll()
export class PublicInvitationsController {
  constructor(
    private readonly showing: ShowInvitation,
    private readonly accepting: AcceptInvitation,
  ) {}

  @Get()
  @Header('referrer-policy', 'no-referrer')
  show(
    @Param('practice') practice: string,
    @Param('id', OwnIdPipe) id: string,
    @Param('secret') secret: string,
  ): Promise<InvitationPageReply> {
    return this.showing.show({ practice, id, secret });
  }

  @Post()
  @HttpCode(200)
  accept(
    @Param('practice') practice: string,
    @Param('id', OwnIdPipe) id: string,
    @Param('secret') secret: string,
    @Body({ schema: invitationAcceptance }) wish: InvitationAcceptance,
    @Req() request: FastifyRequest,
  ): Promise<AcceptedInvitationReply> {
    const caller = { token: request.cookies[SESSION_COOKIE], address: request.ip };
    return this.accepting.accept({ practice, id, secret }, wish, caller);
  }
}
