import type { Readable } from 'node:stream';
import {
  accountErasureWish,
  memberErasureWish,
  practiceErasureWish,
  type MemberErasureWish,
  type PracticeErasureReply,
  type PracticeErasureWish,
  type RetentionReply,
} from '@visavis/practice';
import { Body, Controller, Delete, Get, HttpCode, Param, Post, StreamableFile } from '@nestjs/common';
import { OwnIdPipe } from '../../http/own-id.pipe';
import { AlsoFormer, For, FreshProof, WhoIsAsking, type Asking } from '../../http/asking';
import { AskPracticeErasure } from './ask-practice-erasure';
import { ErasePerson } from './erase-person';
import { ExportAccount } from './export-account';
import { ExportPractice } from './export-practice';
import { ShowRetention } from './show-retention';

/** What is held, and how it goes: copies, retention and erasure. */
@Controller('api')
export class DataController {
  constructor(
    private readonly practiceExports: ExportPractice,
    private readonly accountExports: ExportAccount,
    private readonly retention: ShowRetention,
    private readonly erasures: AskPracticeErasure,
    private readonly erasing: ErasePerson,
  ) {}

  @Get('practice/export')
  @For('owner')
  @FreshProof()
  async exportPractice(@WhoIsAsking() asking: Asking): Promise<StreamableFile> {
    return zip(await this.practiceExports.export(asking), 'visavis-practice.zip');
  }

  @Get('practice/retention')
  @For('owner')
  showRetention(@WhoIsAsking() asking: Asking): Promise<RetentionReply> {
    return this.retention.show(asking);
  }

  @Post('practice/erasure')
  @For('owner')
  @FreshProof()
  @HttpCode(202)
  askForErasure(
    @WhoIsAsking() asking: Asking,
    @Body({ schema: practiceErasureWish }) wish: PracticeErasureWish,
  ): Promise<PracticeErasureReply> {
    return this.erasures.ask(asking, wish.name);
  }

  @Delete('practice/erasure')
  @For('owner')
  @HttpCode(204)
  takeErasureBack(@WhoIsAsking() asking: Asking): Promise<void> {
    return this.erasures.takeBack(asking);
  }

  @Get('account/export')
  @AlsoFormer()
  @FreshProof()
  async exportAccount(@WhoIsAsking() asking: Asking): Promise<StreamableFile> {
    return zip(await this.accountExports.export(asking), 'visavis-account.zip');
  }

  @Post('account/erasure')
  @AlsoFormer()
  @FreshProof()
  @HttpCode(204)
  eraseAccount(
    @WhoIsAsking() asking: Asking,
    @Body({ schema: accountErasureWish }) wish: MemberErasureWish,
  ): Promise<void> {
    return this.erasing.eraseOwn(asking, wish);
  }

  @Post('members/:id/erasure')
  @For('owner')
  @FreshProof()
  @HttpCode(204)
  eraseMember(
    @WhoIsAsking() asking: Asking,
    @Param('id', OwnIdPipe) id: string,
    @Body({ schema: memberErasureWish }) wish: MemberErasureWish,
  ): Promise<void> {
    return this.erasing.eraseMember(asking, id, wish);
  }
}

function zip(content: Readable, name: string): StreamableFile {
  return new StreamableFile(content, {
    type: 'application/zip',
    disposition: `attachment; filename="${name}"`,
  });
}
