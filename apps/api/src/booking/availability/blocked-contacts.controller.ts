import { blockedContactWish, type BlockedContactsReply, type BlockedContactWish } from '@visavis/booking';
import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { For, WhoIsAsking, type SupervisorAsking } from '../../http/asking';
import { OwnIdPipe } from '../../http/own-id.pipe';
import { BlockedContacts } from './blocked-contacts';

@Controller('api/blocked-contacts')
@For('supervisor')
export class BlockedContactsController {
  constructor(private readonly contacts: BlockedContacts) {}

  @Get()
  list(@WhoIsAsking() asking: SupervisorAsking): Promise<BlockedContactsReply> {
    return this.contacts.list(asking);
  }

  @Post()
  @HttpCode(200)
  add(
    @WhoIsAsking() asking: SupervisorAsking,
    @Body({ schema: blockedContactWish }) wish: BlockedContactWish,
  ): Promise<BlockedContactsReply> {
    return this.contacts.add(asking, wish);
  }

  @Delete(':id')
  remove(
    @WhoIsAsking() asking: SupervisorAsking,
    @Param('id', OwnIdPipe) id: string,
  ): Promise<BlockedContactsReply> {
    return this.contacts.remove(asking, id);
  }
}
