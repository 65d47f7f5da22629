import { Module } from '@nestjs/common';
import { CalendarFeedController } from './calendar-feed.controller';
import { FeedController } from './feed.controller';
import { FeedSettings } from './feed-settings';
import { ShowFeed } from './show-feed';

/** The supervisor's appointments in their own calendar program. */
@Module({ controllers: [FeedController, CalendarFeedController], providers: [FeedSettings, ShowFeed] })
export class FeedModule {}
