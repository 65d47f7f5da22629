import { practiceWish, type PracticeSettingsReply, type PracticeWish } from '@visavis/practice';
import { Body, Controller, Get, Put } from '@nestjs/common';
import { For, WhoIsAsking, type Asking } from '../http/asking';
import { ChangePractice } from './change-practice';
import { ShowPractice } from './show-practice';

@Controller('api/practice')
export class PracticeController {
  constructor(
    private readonly showing: ShowPractice,
    private readonly changing: ChangePractice,
  ) {}

  @Get()
  show(@WhoIsAsking() asking: Asking): Promise<PracticeSettingsReply> {
    return this.showing.show(asking);
  }

  @Put()
  @For('owner')
  change(
    @WhoIsAsking() asking: Asking,
    @Body({ schema: practiceWish }) wish: PracticeWish,
  ): Promise<PracticeSettingsReply> {
    return this.changing.change(asking, wish);
  }
}
