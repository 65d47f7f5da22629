import {
  invitationsQuery,
  invitationWish,
  type InvitationReply,
  type InvitationsQuery,
  type InvitationsReply,
  type InvitationWish,
} from '@visavis/practice';
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { OwnIdPipe } from '../../http/own-id.pipe';
import { nothingWish } from '../../booking/appointments/wishes';
import { For, WhoIsAsking, type Asking } from '../../http/asking';
import { InvitePerson } from './invite-person';
import { ListInvitations } from './list-invitations';
import { SendInvitationAgain } from './send-invitation-again';
import { WithdrawInvitation } from './withdraw-invitation';

@Controller('api/invitations')
@For('owner', 'supervisor')
export class InvitationsController {
  constructor(
    private readonly listing: ListInvitations,
    private readonly inviting: InvitePerson,
    private readonly sendingAgain: SendInvitationAgain,
    private readonly withdrawing: WithdrawInvitation,
  ) {}

  @Get()
  list(
    @WhoIsAsking() asking: Asking,
    @Query({ schema: invitationsQuery }) query: InvitationsQuery,
  ): Promise<InvitationsReply> {
    return this.listing.list(asking, query);
  }

  @Post()
  invite(
    @WhoIsAsking() asking: Asking,
    @Body({ schema: invitationWish }) wish: InvitationWish,
  ): Promise<InvitationReply> {
    return this.inviting.invite(asking, wish);
  }

  @Post(':id/send-again')
  @HttpCode(200)
  sendAgain(
    @WhoIsAsking() asking: Asking,
    @Param('id', OwnIdPipe) id: string,
    @Body({ schema: nothingWish }) _nothing: unknown,
  ): Promise<InvitationReply> {
    return this.sendingAgain.send(asking, id);
  }

  @Delete(':id')
  @HttpCode(204)
  withdraw(@WhoIsAsking() asking: Asking, @Param('id', OwnIdPipe) id: string): Promise<void> {
    return this.withdrawing.withdraw(asking, id);
  }
}
