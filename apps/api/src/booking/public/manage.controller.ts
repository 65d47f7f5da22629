import {
  emailCorrection,
  moveWish,
  type BookedCall,
  type EmailCorrection,
  type MoveWish,
} from '@visavis/booking';
import { Body, Controller, Get, Header, HttpCode, Ip, Param, Post } from '@nestjs/common';
import { OpenToAll } from '../../http/asking';
import { ChangeCall } from './change-call';
import { CorrectEmail } from './correct-email';
import { EraseCall } from './erase-call';
import { ExportCall } from './export-call';
import { nothing } from './public-wishes';
import { RebookCall } from './rebook-call';
import { VisitorCalls } from './visitor-calls';

/** The secret in the path is the permission; reading changes nothing, mail scanners open links. */
@OpenToAll()
@Controller('api/public/:practice/calls/:id/:secret')
export class ManageController {
  constructor(
    private readonly calls: VisitorCalls,
    private readonly changes: ChangeCall,
    private readonly corrections: CorrectEmail,
    private readonly rebookings: RebookCall,
    private readonly exports: ExportCall,
    private readonly erasures: EraseCall,
  ) {}

  @Get()
  show(
    @Param('practice') practiceSlug: string,
    @Param('id') id: string,
    @Param('secret') secret: string,
  ): Promise<BookedCall> {
    return this.calls.show({ practiceSlug, id, secret });
  }

  @Post('move')
  @HttpCode(200)
  move(
    @Param('practice') practiceSlug: string,
    @Param('id') id: string,
    @Param('secret') secret: string,
    @Body({ schema: moveWish }) wish: MoveWish,
    @Ip() address: string,
  ): Promise<BookedCall> {
    return this.changes.move({ practiceSlug, id, secret }, Date.parse(wish.start), address);
  }

  @Post('cancel')
  @HttpCode(200)
  cancel(
    @Param('practice') practiceSlug: string,
    @Param('id') id: string,
    @Param('secret') secret: string,
    @Body({ schema: nothing }) _wish: object,
    @Ip() address: string,
  ): Promise<BookedCall> {
    return this.changes.cancel({ practiceSlug, id, secret }, address);
  }

  @Post('email')
  @HttpCode(200)
  correctEmail(
    @Param('practice') practiceSlug: string,
    @Param('id') id: string,
    @Param('secret') secret: string,
    @Body({ schema: emailCorrection }) { email }: EmailCorrection,
    @Ip() address: string,
  ): Promise<BookedCall> {
    return this.corrections.correct({ practiceSlug, id, secret }, email, address);
  }

  @Post('rebook')
  rebook(
    @Param('practice') practiceSlug: string,
    @Param('id') id: string,
    @Param('secret') secret: string,
    @Body({ schema: moveWish }) wish: MoveWish,
    @Ip() address: string,
  ): Promise<BookedCall> {
    return this.rebookings.rebook({ practiceSlug, id, secret }, wish.start, address);
  }

  @Get('export')
  @Header('content-disposition', 'attachment; filename="visavis.json"')
  export(
    @Param('practice') practiceSlug: string,
    @Param('id') id: string,
    @Param('secret') secret: string,
  ): Promise<object> {
    return this.exports.everything({ practiceSlug, id, secret });
  }

  @Get('calendar.ics')
  @Header('content-type', 'text/calendar; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="visavis.ics"')
  calendar(
    @Param('practice') practiceSlug: string,
    @Param('id') id: string,
    @Param('secret') secret: string,
  ): Promise<string> {
    return this.exports.calendar({ practiceSlug, id, secret });
  }

  @Post('erase')
  @HttpCode(204)
  erase(
    @Param('practice') practiceSlug: string,
    @Param('id') id: string,
    @Param('secret') secret: string,
    @Body({ schema: nothing }) _wish: object,
    @Ip() address: string,
  ): Promise<void> {
    return this.erasures.erase({ practiceSlug, id, secret }, address);
  }
}
