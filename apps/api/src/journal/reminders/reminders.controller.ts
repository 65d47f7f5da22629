import { reminderWish, type RemindersReply, type ReminderWish } from '@visavis/journal';
import { Body, Controller, Delete, Get, HttpCode, Param, Put, UseGuards } from '@nestjs/common';
import { WhoIsAsking, type Asking } from '../../http/asking';
import { OwnIdPipe } from '../../http/own-id.pipe';
import { SealedFloodGuard } from '../sealed-flood.guard';
import { KeepReminder } from './keep-reminder';

/** Days on which whoever asks wants a letter that says only that a reminder waits. */
@Controller('api/reminders')
@UseGuards(SealedFloodGuard)
export class RemindersController {
  constructor(private readonly reminders: KeepReminder) {}

  @Get()
  list(@WhoIsAsking() asking: Asking): Promise<RemindersReply> {
    return this.reminders.list(asking);
  }

  @Put(':id')
  @HttpCode(204)
  keep(
    @WhoIsAsking() asking: Asking,
    @Param('id', OwnIdPipe) id: string,
    @Body({ schema: reminderWish }) { remindOn }: ReminderWish,
  ): Promise<void> {
    return this.reminders.keep(asking, id, remindOn);
  }

  @Delete(':id')
  @HttpCode(204)
  cancel(@WhoIsAsking() asking: Asking, @Param('id', OwnIdPipe) id: string): Promise<void> {
    return this.reminders.cancel(asking, id);
  }
}
