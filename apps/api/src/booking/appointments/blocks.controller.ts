import {
  blockWish,
  removeBlockWish,
  type BlocksReply,
  type BlockWish,
  type RemoveBlockWish,
} from '@visavis/booking';
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { For, WhoIsAsking, type SupervisorAsking } from '../../http/asking';
import { BlockTime } from './block-time';
import { OwnIdPipe } from '../../http/own-id.pipe';
import { RemoveBlock } from './remove-block';

@Controller('api/blocks')
@For('supervisor')
export class BlocksController {
  constructor(
    private readonly blocking: BlockTime,
    private readonly removing: RemoveBlock,
  ) {}

  @Post()
  block(
    @WhoIsAsking() asking: SupervisorAsking,
    @Body({ schema: blockWish }) wish: BlockWish,
  ): Promise<BlocksReply> {
    return this.blocking.block(asking, wish);
  }

  @Post(':id/remove')
  @HttpCode(200)
  remove(
    @WhoIsAsking() asking: SupervisorAsking,
    @Param('id', OwnIdPipe) id: string,
    @Body({ schema: removeBlockWish }) wish: RemoveBlockWish,
  ): Promise<{ removed: number }> {
    return this.removing.remove(asking, id, wish);
  }
}
