import type { SignInsReply } from '@visavis/account';
import { Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { AlsoFormer, WhoIsAsking, type Asking } from '../../http/asking';
import { OwnIdPipe } from '../../http/own-id.pipe';
import { EndSignIns } from './end-sign-ins';
import { ListSignIns } from './list-sign-ins';

@Controller('api/sign-ins')
@AlsoFormer()
export class SignInsController {
  constructor(
    private readonly listing: ListSignIns,
    private readonly ending: EndSignIns,
  ) {}

  @Get()
  list(@WhoIsAsking() asking: Asking): Promise<SignInsReply> {
    return this.listing.list(asking);
  }

  @Delete(':id')
  @HttpCode(204)
  async end(@WhoIsAsking() asking: Asking, @Param('id', OwnIdPipe) id: string): Promise<void> {
    await this.ending.end(asking, id);
  }

  @Post('end-others')
  @HttpCode(204)
  async endOthers(@WhoIsAsking() asking: Asking): Promise<void> {
    await this.ending.endOthers(asking);
  }
}
