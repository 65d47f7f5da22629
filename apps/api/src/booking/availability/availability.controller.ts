import {
  calendarWish,
  explainWish,
  offerWish,
  previewWish,
  type AvailabilityReply,
  type CalendarWish,
  type ExplainReply,
  type ExplainWish,
  type OfferKind,
  type OfferWish,
  type PreviewReply,
  type PreviewWish,
} from '@visavis/booking';
import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { For, WhoIsAsking, type SupervisorAsking } from '../../http/asking';
import { offerKind } from './availability-parameters';
import { ChangeCalendar } from './change-calendar';
import { ChangeOffer } from './change-offer';
import { PreviewAvailability } from './preview-availability';
import { ShowAvailability } from './show-availability';

@Controller('api')
@For('supervisor')
export class AvailabilityController {
  constructor(
    private readonly showing: ShowAvailability,
    private readonly offers: ChangeOffer,
    private readonly calendar: ChangeCalendar,
    private readonly previewing: PreviewAvailability,
  ) {}

  @Get('availability')
  show(@WhoIsAsking() asking: SupervisorAsking): Promise<AvailabilityReply> {
    return this.showing.show(asking);
  }

  @Put('offers/:kind')
  changeOffer(
    @WhoIsAsking() asking: SupervisorAsking,
    @Param('kind', { schema: offerKind }) kind: OfferKind,
    @Body({ schema: offerWish }) wish: OfferWish,
  ): Promise<AvailabilityReply> {
    return this.offers.change(asking, kind, wish);
  }

  @Put('calendar')
  changeCalendar(
    @WhoIsAsking() asking: SupervisorAsking,
    @Body({ schema: calendarWish }) wish: CalendarWish,
  ): Promise<AvailabilityReply> {
    return this.calendar.change(asking, wish);
  }

  @Post('availability/preview')
  @HttpCode(200)
  preview(
    @WhoIsAsking() asking: SupervisorAsking,
    @Body({ schema: previewWish }) wish: PreviewWish,
  ): Promise<PreviewReply> {
    return this.previewing.preview(asking, wish);
  }

  @Post('availability/explain')
  @HttpCode(200)
  explain(
    @WhoIsAsking() asking: SupervisorAsking,
    @Body({ schema: explainWish }) wish: ExplainWish,
  ): Promise<ExplainReply> {
    return this.previewing.explain(asking, wish);
  }
}
