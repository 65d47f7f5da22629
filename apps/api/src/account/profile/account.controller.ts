import {
  accountWish,
  confirmEmailWish,
  newEmailWish,
  type AccountWish,
  type ConfirmEmailWish,
  type NewEmailWish,
  type SessionReply,
} from '@visavis/account';
import { Body, Controller, HttpCode, Patch, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { AlsoFormer, FreshProof, WhoIsAsking, type Asking } from '../../http/asking';
import { RateLimits } from '../../http/rate-limits';
import { keepSession } from '../session-cookie';
import { ChangeAccount } from './change-account';
import { ChangeEmail } from './change-email';

@Controller('api/account')
@AlsoFormer()
export class AccountController {
  constructor(
    private readonly changing: ChangeAccount,
    private readonly email: ChangeEmail,
    private readonly limits: RateLimits,
  ) {}

  @Patch()
  change(
    @WhoIsAsking() asking: Asking,
    @Body({ schema: accountWish }) wish: AccountWish,
  ): Promise<SessionReply> {
    return this.changing.change(asking, wish);
  }

  @Post('email')
  @HttpCode(202)
  @FreshProof()
  async changeEmail(
    @WhoIsAsking() asking: Asking,
    @Body({ schema: newEmailWish }) wish: NewEmailWish,
  ): Promise<object> {
    await this.limits.codeLetter(asking.accountId);
    await this.email.begin(asking, wish);
    return {};
  }

  @Post('email/confirm')
  @HttpCode(200)
  @FreshProof()
  async confirmEmail(
    @WhoIsAsking() asking: Asking,
    @Body({ schema: confirmEmailWish }) wish: ConfirmEmailWish,
    @Res({ passthrough: true }) response: FastifyReply,
  ): Promise<SessionReply> {
    return keepSession(response, await this.email.confirm(asking, wish));
  }
}
