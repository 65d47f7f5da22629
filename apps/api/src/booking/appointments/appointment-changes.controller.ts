import {
  appointmentMoveWish,
  cancelWish,
  outcomeWish,
  type AppointmentDetail,
  type AppointmentMoveWish,
  type CancelWish,
  type OutcomeWish,
} from '@visavis/booking';
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { For, WhoIsAsking, type SupervisorAsking } from '../../http/asking';
import { CancelAppointment } from './cancel-appointment';
import { MoveAppointment } from './move-appointment';
import { OwnIdPipe } from '../../http/own-id.pipe';
import { RecordOutcome } from './record-outcome';
import { SendLetterAgain } from './send-letter-again';
import { nothingWish } from './wishes';

@Controller('api/appointments/:id')
@For('supervisor')
export class AppointmentChangesController {
  constructor(
    private readonly moving: MoveAppointment,
    private readonly cancelling: CancelAppointment,
    private readonly outcome: RecordOutcome,
    private readonly letters: SendLetterAgain,
  ) {}

  @Post('move')
  @HttpCode(200)
  move(
    @WhoIsAsking() asking: SupervisorAsking,
    @Param('id', OwnIdPipe) id: string,
    @Body({ schema: appointmentMoveWish }) wish: AppointmentMoveWish,
  ): Promise<AppointmentDetail> {
    return this.moving.move(asking, id, wish);
  }

  @Post('cancel')
  @HttpCode(200)
  cancel(
    @WhoIsAsking() asking: SupervisorAsking,
    @Param('id', OwnIdPipe) id: string,
    @Body({ schema: cancelWish }) wish: CancelWish,
  ): Promise<AppointmentDetail> {
    return this.cancelling.cancel(asking, id, wish);
  }

  @Post('outcome')
  @HttpCode(200)
  record(
    @WhoIsAsking() asking: SupervisorAsking,
    @Param('id', OwnIdPipe) id: string,
    @Body({ schema: outcomeWish }) wish: OutcomeWish,
  ): Promise<AppointmentDetail> {
    return this.outcome.record(asking, id, wish);
  }

  @Post('letters/:letterId/send-again')
  @HttpCode(200)
  sendAgain(
    @WhoIsAsking() asking: SupervisorAsking,
    @Param('id', OwnIdPipe) id: string,
    @Param('letterId', OwnIdPipe) letterId: string,
    @Body({ schema: nothingWish }) _nothing: unknown,
  ): Promise<AppointmentDetail> {
    return this.letters.send(asking, id, letterId);
  }
}
