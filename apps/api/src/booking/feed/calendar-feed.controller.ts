import { Controller, Get, Header, Param } from '@nestjs/common';
import { OpenToAll } from '../../http/asking';
import { ShowFeed } from './show-feed';

/** What calendar programs fetch: no session, the address itself is the secret. */
@Controller('calendar')
export class CalendarFeedController {
  constructor(private readonly feed: ShowFeed) {}

  @Get(':practice/:supervisor/:file')
  @OpenToAll()
  @Header('content-type', 'text/calendar; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="visavis.ics"')
  @Header('cache-control', 'no-store')
  @Header('referrer-policy', 'no-referrer')
  show(
    @Param('practice') practice: string,
    @Param('supervisor') supervisor: string,
    @Param('file') file: string,
  ): Promise<string> {
    return this.feed.show({ practice, supervisor, file });
  }
}
