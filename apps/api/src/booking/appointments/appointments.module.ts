import { Module } from '@nestjs/common';
import { OutboxModule } from '../../outbox/outbox.module';
import { AppointmentChangesController } from './appointment-changes.controller';
import { AppointmentsController } from './appointments.controller';
import { BlockTime } from './block-time';
import { BlocksController } from './blocks.controller';
import { BookByHand } from './book-by-hand';
import { CancelAppointment } from './cancel-appointment';
import { ListWeek } from './list-week';
import { MoveAppointment } from './move-appointment';
import { OfferOthers } from './offer-others';
import { RecordOutcome } from './record-outcome';
import { RemoveBlock } from './remove-block';
import { SendLetterAgain } from './send-letter-again';
import { ShowAppointment } from './show-appointment';

/** The supervisor's week: everything signed in about appointments and blocked time. */
@Module({
  imports: [OutboxModule],
  controllers: [AppointmentsController, AppointmentChangesController, BlocksController],
  providers: [
    ListWeek,
    ShowAppointment,
    BookByHand,
    MoveAppointment,
    CancelAppointment,
    RecordOutcome,
    SendLetterAgain,
    BlockTime,
    RemoveBlock,
    OfferOthers,
  ],
})
export class AppointmentsModule {}
