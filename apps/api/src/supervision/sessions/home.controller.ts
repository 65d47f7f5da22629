import type { HomeReply } from '@visavis/supervision';
import { Controller, Get } from '@nestjs/common';
import { For, WhoIsAsking, type Asking } from '../../http/asking';
import { ShowHome } from './show-home';

@Controller('api/home')
export class HomeController {
  constructor(private readonly showing: ShowHome) {}

  @Get()
  @For('coach')
  show(@WhoIsAsking() asking: Asking): Promise<HomeReply> {
    return this.showing.show(asking);
  }
}
