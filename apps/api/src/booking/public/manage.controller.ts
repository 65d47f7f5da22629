import {
  emailCorrection,
  moveWish,
  type BookedCall,
  type EmailCorrection,
  type MoveWish,
} from '@visavis/booking';
import { Body, Controller, Get, Header, HttpCode, Ip, Post } from '@nestjs/common';
import { OpenToAll } from '../../http/asking';
import { ChangeCall } from './change-call';
import { CorrectEmail } from './correct-email';
import { EraseCall } from './erase-call';
import { ExportCall } from './export-call';
import { LinkInPath } from './link-in-path';
import { nothing } from './public-wishes';
import { RebookCall } from './rebook-call';
import { VisitorCalls, type ManageLink } from './visitor-calls';

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
  @Header('referrer-policy', 'no-referrer')
  show(@LinkInPath() link: ManageLink): Promise<BookedCall> {
    return this.calls.show(link);
  }

  @Post('move')
  @HttpCode(200)
  move(
    @LinkInPath() link: ManageLink,
    @Body({ schema: moveWish }) wish: MoveWish,
    @Ip() address: string,
  ): Promise<BookedCall> {
    return this.changes.move(link, Date.parse(wish.start), address);
  }

  @Post('cancel')
  @HttpCode(200)
  cancel(
    @LinkInPath() link: ManageLink,
    @Body({ schema: nothing }) _wish: object,
    @Ip() address: string,
  ): Promise<BookedCall> {
    return this.changes.cancel(link, address);
  }

  @Post('email')
  @HttpCode(200)
  correctEmail(
    @LinkInPath() link: ManageLink,
    @Body({ schema: emailCorrection }) { email }: EmailCorrection,
    @Ip() address: string,
  ): Promise<BookedCall> {
    return this.corrections.correct(link, email, address);
  }

  @Post('rebook')
  rebook(
    @LinkInPath() link: ManageLink,
    @Body({ schema: moveWish }) wish: MoveWish,
    @Ip() address: string,
  ): Promise<BookedCall> {
    return this.rebookings.rebook(link, wish.start, address);
  }

  @Get('export')
  @Header('referrer-policy', 'no-referrer')
  @Header('content-disposition', 'attachment; filename="visavis.json"')
  export(@LinkInPath() link: ManageLink): Promise<object> {
    return this.exports.everything(link);
  }

  @Get('calendar.ics')
  @Header('referrer-policy', 'no-referrer')
  @Header('content-type', 'text/calendar; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="visavis.ics"')
  calendar(@LinkInPath() link: ManageLink): Promise<string> {
    return this.exports.calendar(link);
  }

  @Post('erase')
  @HttpCode(204)
  erase(
    @LinkInPath() link: ManageLink,
    @Body({ schema: nothing }) _wish: object,
    @Ip() address: string,
  ): Promise<void> {
    return this.erasures.erase(link, address);
  }
}
