import {
  deleteEntryWish,
  pageQuery,
  revokeWish,
  saveRevisionWish,
  type DeleteEntryWish,
  type EntriesReplyJson,
  type EntryReplyJson,
  type PageQuery,
  type RevisionReplyJson,
  type RevisionsReplyJson,
  type RevokeWish,
  type SavedReplyJson,
  type SaveRevisionWish,
} from '@visavis/journal';
import type { DeletionJson } from '@visavis/sealing-proof';
import { Body, Controller, Get, HttpCode, Param, Post, Query, Res, UseGuards } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { AlsoFormer, WhoIsAsking, type Asking } from '../../http/asking';
import { OwnIdPipe } from '../../http/own-id.pipe';
import { VersionNumberPipe } from '../../supervision/contracts/version-number.pipe';
import { SealedFloodGuard } from '../sealed-flood.guard';
import { AppendRevision } from './append-revision';
import { DeleteEntry } from './delete-entry';
import { ListEntries } from './list-entries';
import { ListRevisions } from './list-revisions';
import { RevokeReader } from './revoke-reader';

/** The sealed entries of whoever asks. Nobody else's are to be found here, whatever their role. */
@Controller('api/vault/entries')
@AlsoFormer()
@UseGuards(SealedFloodGuard)
export class EntriesController {
  constructor(
    private readonly entries: ListEntries,
    private readonly revisions: ListRevisions,
    private readonly appending: AppendRevision,
    private readonly deleting: DeleteEntry,
    private readonly revoking: RevokeReader,
  ) {}

  @Get()
  list(
    @WhoIsAsking() asking: Asking,
    @Query({ schema: pageQuery }) { after }: PageQuery,
  ): Promise<EntriesReplyJson> {
    return this.entries.list(asking, after);
  }

  @Get(':entryId')
  show(@WhoIsAsking() asking: Asking, @Param('entryId', OwnIdPipe) entryId: string): Promise<EntryReplyJson> {
    return this.entries.show(asking, entryId);
  }

  @Get(':entryId/revisions')
  history(
    @WhoIsAsking() asking: Asking,
    @Param('entryId', OwnIdPipe) entryId: string,
    @Query({ schema: pageQuery }) { after }: PageQuery,
  ): Promise<RevisionsReplyJson> {
    return this.revisions.list(asking, entryId, after);
  }

  @Get(':entryId/revisions/:rev')
  revision(
    @WhoIsAsking() asking: Asking,
    @Param('entryId', OwnIdPipe) entryId: string,
    @Param('rev', VersionNumberPipe) rev: number,
  ): Promise<RevisionReplyJson> {
    return this.revisions.show(asking, entryId, rev);
  }

  @Post(':entryId/revisions')
  async append(
    @WhoIsAsking() asking: Asking,
    @Param('entryId', OwnIdPipe) entryId: string,
    @Body({ schema: saveRevisionWish }) wish: SaveRevisionWish,
    @Res({ passthrough: true }) response: FastifyReply,
  ): Promise<SavedReplyJson> {
    const { fresh, reply } = await this.appending.append(asking, entryId, wish);
    response.status(fresh ? 201 : 200);
    return reply;
  }

  @Post(':entryId/deletion')
  @HttpCode(200)
  delete(
    @WhoIsAsking() asking: Asking,
    @Param('entryId', OwnIdPipe) entryId: string,
    @Body({ schema: deleteEntryWish }) wish: DeleteEntryWish,
  ): Promise<DeletionJson> {
    return this.deleting.delete(asking, entryId, wish);
  }

  @Post(':entryId/revocation')
  @HttpCode(204)
  revoke(
    @WhoIsAsking() asking: Asking,
    @Param('entryId', OwnIdPipe) entryId: string,
    @Body({ schema: revokeWish }) { recipientId }: RevokeWish,
  ): Promise<void> {
    return this.revoking.revoke(asking, entryId, recipientId);
  }
}
