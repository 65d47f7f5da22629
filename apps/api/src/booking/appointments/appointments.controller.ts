import {
  handBookingWish,
  weekQuery,
  type AppointmentDetail,
  type HandBookingWish,
  type WeekQuery,
  type WeekReply,
} from '@visavis/booking';
import { Body, Controller, Get, Header, Param, Post, Query } from '@nestjs/common';
import { For, WhoIsAsking, type SupervisorAsking } from '../../http/asking';
import { BookByHand } from './book-by-hand';
import { ListWeek } from './list-week';
import { OwnIdPipe } from '../../http/own-id.pipe';
import { ShowAppointment } from './show-appointment';

@Controller('api/appointments')
@For('supervisor')
export class AppointmentsController {
  constructor(
    private readonly week: ListWeek,
    private readonly appointment: ShowAppointment,
    private readonly booking: BookByHand,
  ) {}

  @Get()
  @Header('cache-control', 'no-store')
  list(
    @WhoIsAsking() asking: SupervisorAsking,
    @Query({ schema: weekQuery }) query: WeekQuery,
  ): Promise<WeekReply> {
    return this.week.list(asking, query);
  }

  @Get(':id')
  @Header('cache-control', 'no-store')
  show(
    @WhoIsAsking() asking: SupervisorAsking,
    @Param('id', OwnIdPipe) id: string,
  ): Promise<AppointmentDetail> {
    return this.appointment.show(asking, id);
  }

  @Post()
  book(
    @WhoIsAsking() asking: SupervisorAsking,
    @Body({ schema: handBookingWish }) wish: HandBookingWish,
  ): Promise<AppointmentDetail> {
    return this.booking.book(asking, wish);
  }
}
