import { setupWish, type SetupReply, type SetupWish } from '@visavis/practice';
import { Body, Controller, Ip, Post } from '@nestjs/common';
import { OpenToAll } from '../../http/asking';
import { SetUpInstance } from './set-up-instance';

@Controller('api/setup')
export class SetupController {
  constructor(private readonly settingUp: SetUpInstance) {}

  @Post()
  @OpenToAll()
  setUp(@Body({ schema: setupWish }) wish: SetupWish, @Ip() address: string): Promise<SetupReply> {
    return this.settingUp.setUp(wish, address);
  }
}
