import {
  newPasswordWish,
  passwordResetWish,
  type NewPasswordWish,
  type PasswordResetWish,
} from '@visavis/account';
import { Body, Controller, HttpCode, Ip, Param, Post } from '@nestjs/common';
import { OpenToAll } from '../../http/asking';
import { OwnIdPipe } from '../../http/own-id.pipe';
import { AskForReset } from './ask-for-reset';
import { ResetPassword } from './reset-password';

@Controller('api/password-resets')
@OpenToAll()
export class PasswordResetsController {
  constructor(
    private readonly asking: AskForReset,
    private readonly resetting: ResetPassword,
  ) {}

  @Post()
  @HttpCode(202)
  async ask(
    @Body({ schema: passwordResetWish }) wish: PasswordResetWish,
    @Ip() address: string,
  ): Promise<object> {
    await this.asking.ask(wish, address);
    return {};
  }

  @Post(':id/:secret')
  @HttpCode(204)
  async reset(
    @Param('id', OwnIdPipe) id: string,
    @Param('secret') secret: string,
    @Body({ schema: newPasswordWish }) wish: NewPasswordWish,
  ): Promise<void> {
    await this.resetting.reset(id, secret, wish);
  }
}
