import { feedWish, type FeedReply } from '@visavis/booking';
import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import { WhoIsAsking, type Asking } from '../../http/asking';
import { nothingWish } from '../appointments/wishes';
import { FeedSettings } from './feed-settings';

@Controller('api/feed')
export class FeedController {
  constructor(private readonly feed: FeedSettings) {}

  @Get()
  show(@WhoIsAsking() asking: Asking): Promise<FeedReply> {
    return this.feed.show(asking);
  }

  @Put()
  change(
    @WhoIsAsking() asking: Asking,
    @Body({ schema: feedWish }) wish: { details: boolean },
  ): Promise<FeedReply> {
    return this.feed.change(asking, wish.details);
  }

  @Post('rotate')
  @HttpCode(200)
  rotate(
    @WhoIsAsking() asking: Asking,
    @Body({ schema: nothingWish }) _nothing: unknown,
  ): Promise<FeedReply> {
    return this.feed.rotate(asking);
  }
}
