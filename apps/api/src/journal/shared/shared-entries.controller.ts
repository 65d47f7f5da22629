import type { SharedEntriesReplyJson, SharedEntryJson } from '@visavis/journal';
import { Controller, Get, Param, UseGuards } from '@nestjs/common';
import { WhoIsAsking, type Asking } from '../../http/asking';
import { OwnIdPipe } from '../../http/own-id.pipe';
import { SealedFloodGuard } from '../sealed-flood.guard';
import { ListShared } from './list-shared';

/** Entries of others that whoever asks may read now. */
@Controller('api/shared-entries')
@UseGuards(SealedFloodGuard)
export class SharedEntriesController {
  constructor(private readonly shared: ListShared) {}

  @Get()
  list(@WhoIsAsking() asking: Asking): Promise<SharedEntriesReplyJson> {
    return this.shared.list(asking);
  }

  @Get(':entryId')
  show(
    @WhoIsAsking() asking: Asking,
    @Param('entryId', OwnIdPipe) entryId: string,
  ): Promise<SharedEntryJson> {
    return this.shared.show(asking, entryId);
  }
}
