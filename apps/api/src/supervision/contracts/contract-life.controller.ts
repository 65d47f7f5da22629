import {
  amendWish,
  cancelNoticeWish,
  completeWish,
  endWish,
  giveNoticeWish,
  renewWish,
  resumeWish,
  suspendWish,
  type AmendWish,
  type ContractReply,
  type EndWish,
  type GiveNoticeWish,
  type SuspendWish,
} from '@visavis/supervision';
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { OwnIdPipe } from '../../http/own-id.pipe';
import { For, WhoIsAsking, type Asking, type SupervisorAsking } from '../../http/asking';
import { AmendContract } from './amend-contract';
import { EndContract } from './end-contract';
import { GiveNotice } from './give-notice';
import { RenewContract } from './renew-contract';
import { SuspendContract } from './suspend-contract';

/** What happens to a contract once it is in force. */
@Controller('api/contracts/:id')
export class ContractLifeController {
  constructor(
    private readonly amending: AmendContract,
    private readonly suspending: SuspendContract,
    private readonly notices: GiveNotice,
    private readonly ends: EndContract,
    private readonly renewing: RenewContract,
  ) {}

  @Post('amend')
  @HttpCode(200)
  amend(
    @WhoIsAsking() asking: Asking,
    @Param('id', OwnIdPipe) id: string,
    @Body({ schema: amendWish }) wish: AmendWish,
  ): Promise<ContractReply> {
    return this.amending.amend(asking, id, wish);
  }

  @Post('suspend')
  @HttpCode(200)
  suspend(
    @WhoIsAsking() asking: Asking,
    @Param('id', OwnIdPipe) id: string,
    @Body({ schema: suspendWish }) wish: SuspendWish,
  ): Promise<ContractReply> {
    return this.suspending.suspend(asking, id, wish);
  }

  @Post('resume')
  @HttpCode(200)
  resume(
    @WhoIsAsking() asking: Asking,
    @Param('id', OwnIdPipe) id: string,
    @Body({ schema: resumeWish }) _nothing: unknown,
  ): Promise<ContractReply> {
    return this.suspending.resume(asking, id);
  }

  @Post('give-notice')
  @HttpCode(200)
  giveNotice(
    @WhoIsAsking() asking: Asking,
    @Param('id', OwnIdPipe) id: string,
    @Body({ schema: giveNoticeWish }) wish: GiveNoticeWish,
  ): Promise<ContractReply> {
    return this.notices.give(asking, id, wish);
  }

  @Post('cancel-notice')
  @HttpCode(200)
  cancelNotice(
    @WhoIsAsking() asking: Asking,
    @Param('id', OwnIdPipe) id: string,
    @Body({ schema: cancelNoticeWish }) _nothing: unknown,
  ): Promise<ContractReply> {
    return this.notices.cancel(asking, id);
  }

  @Post('end')
  @HttpCode(200)
  end(
    @WhoIsAsking() asking: Asking,
    @Param('id', OwnIdPipe) id: string,
    @Body({ schema: endWish }) wish: EndWish,
  ): Promise<ContractReply> {
    return this.ends.end(asking, id, wish);
  }

  @Post('complete')
  @HttpCode(200)
  complete(
    @WhoIsAsking() asking: Asking,
    @Param('id', OwnIdPipe) id: string,
    @Body({ schema: completeWish }) _reviewed: unknown,
  ): Promise<ContractReply> {
    return this.ends.complete(asking, id);
  }

  @Post('renew')
  @For('supervisor')
  renew(
    @WhoIsAsking() asking: SupervisorAsking,
    @Param('id', OwnIdPipe) id: string,
    @Body({ schema: renewWish }) _nothing: unknown,
  ): Promise<ContractReply> {
    return this.renewing.renew(asking, id);
  }
}
