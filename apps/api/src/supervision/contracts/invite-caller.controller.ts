import { inviteCallerWish, type InviteCallerReply, type InviteCallerWish } from '@visavis/supervision';
import { Body, Controller, Param, Post } from '@nestjs/common';
import { For, WhoIsAsking, type SupervisorAsking } from '../../http/asking';
import { OwnIdPipe } from '../../http/own-id.pipe';
import { InviteCaller } from './invite-caller';

@Controller('api/appointments/:id')
@For('supervisor')
export class InviteCallerController {
  constructor(private readonly inviting: InviteCaller) {}

  @Post('invite')
  invite(
    @WhoIsAsking() asking: SupervisorAsking,
    @Param('id', OwnIdPipe) id: string,
    @Body({ schema: inviteCallerWish }) wish: InviteCallerWish,
  ): Promise<InviteCallerReply> {
    return this.inviting.invite(asking, id, wish);
  }
}
