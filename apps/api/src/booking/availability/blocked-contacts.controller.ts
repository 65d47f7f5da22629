import { blockedContactWish, type BlockedContactsReply, type BlockedContactWish } from '@visavis/booking';
import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { WhoIsAsking, type Asking } from '../../http/asking';
import { OwnIdPipe } from '../appointments/own-id.pipe';
import { BlockedContacts } from './blocked-contacts';

@Controller('api/blocked-contacts')
export class BlockedContactsController {
  constructor(private readonly contacts: BlockedContacts) {}

  @Get()
  list(@WhoIsAsking() asking: Asking): Promise<BlockedContactsReply> {
    return this.contacts.list(asking);
  }

  @Post()
  @HttpCode(200)
  add(
    @WhoIsAsking() asking: Asking,
    @Body({ schema: blockedContactWish }) wish: BlockedContactWish,
  ): Promise<BlockedContactsReply> {
    return this.contacts.add(asking, wish);
  }

  @Delete(':id')
  remove(@WhoIsAsking() asking: Asking, @Param('id', OwnIdPipe) id: string): Promise<BlockedContactsReply> {
    return this.contacts.remove(asking, id);
  }
}
