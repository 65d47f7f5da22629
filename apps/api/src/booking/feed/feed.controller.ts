import { feedWish, type FeedReply } from '@visavis/booking';
import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import { For, WhoIsAsking, type SupervisorAsking } from '../../http/asking';
import { nothingWish } from '../appointments/wishes';
import { FeedSettings } from './feed-settings';

@Controller('api/feed')
@For('supervisor')
export class FeedController {
  constructor(private readonly feed: FeedSettings) {}

  @Get()
  show(@WhoIsAsking() asking: SupervisorAsking): Promise<FeedReply> {
    return this.feed.show(asking);
  }

  @Put()
  change(
    @WhoIsAsking() asking: SupervisorAsking,
    @Body({ schema: feedWish }) wish: { details: boolean },
  ): Promise<FeedReply> {
    return this.feed.change(asking, wish.details);
  }

  @Post('rotate')
  @HttpCode(200)
  rotate(
    @WhoIsAsking() asking: SupervisorAsking,
    @Body({ schema: nothingWish }) _nothing: unknown,
  ): Promise<FeedReply> {
    return this.feed.rotate(asking);
  }
}
