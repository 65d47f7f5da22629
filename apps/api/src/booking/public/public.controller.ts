import type { PracticeReply } from '@visavis/booking';
import { Controller, Get, Param } from '@nestjs/common';
import { OpenToAll } from '../../http/asking';
import { ShowPractice } from './show-practice';

/** What a visitor can see without an account. Times are shown and booked by the hot routes. */
@OpenToAll()
@Controller('api/public/:practice')
export class PublicController {
  constructor(private readonly practices: ShowPractice) {}

  @Get()
  showPractice(@Param('practice') practice: string): Promise<PracticeReply> {
    return this.practices.show(practice);
  }
}
