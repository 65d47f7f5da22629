import { ownPageWish, type OwnPageReply, type OwnPageWish } from '@visavis/practice';
import { Body, Controller, Get, Put } from '@nestjs/common';
import { For, WhoIsAsking, type SupervisorAsking } from '../../http/asking';
import { ChangeOwnPage } from './change-own-page';

/** A supervisor's own public page. */
@Controller('api/own-page')
@For('supervisor')
export class OwnPageController {
  constructor(private readonly pages: ChangeOwnPage) {}

  @Get()
  show(@WhoIsAsking() asking: SupervisorAsking): Promise<OwnPageReply> {
    return this.pages.show(asking);
  }

  @Put()
  change(
    @WhoIsAsking() asking: SupervisorAsking,
    @Body({ schema: ownPageWish }) wish: OwnPageWish,
  ): Promise<OwnPageReply> {
    return this.pages.change(asking, wish);
  }
}
