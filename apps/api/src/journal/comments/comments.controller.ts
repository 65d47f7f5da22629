import { addCommentWish, type AddCommentWish, type CommentsReplyJson } from '@visavis/journal';
import { Body, Controller, Get, Param, Post, Res, UseGuards } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { AlsoFormer, WhoIsAsking, type Asking } from '../../http/asking';
import { OwnIdPipe } from '../../http/own-id.pipe';
import { SealedFloodGuard } from '../sealed-flood.guard';
import { AddComment } from './add-comment';
import { ListComments } from './list-comments';

/** Comments beside an entry, for its owner and for whoever may read it now. */
@Controller('api/vault/entries/:entryId/comments')
@AlsoFormer()
@UseGuards(SealedFloodGuard)
export class CommentsController {
  constructor(
    private readonly comments: ListComments,
    private readonly adding: AddComment,
  ) {}

  @Get()
  list(
    @WhoIsAsking() asking: Asking,
    @Param('entryId', OwnIdPipe) entryId: string,
  ): Promise<CommentsReplyJson> {
    return this.comments.list(asking, entryId);
  }

  @Post()
  async add(
    @WhoIsAsking() asking: Asking,
    @Param('entryId', OwnIdPipe) entryId: string,
    @Body({ schema: addCommentWish }) wish: AddCommentWish,
    @Res({ passthrough: true }) response: FastifyReply,
  ): Promise<void> {
    response.status((await this.adding.add(asking, entryId, wish)) ? 201 : 200);
  }
}
