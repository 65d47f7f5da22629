import {
  addPasskeyWish,
  changePasswordWish,
  confirmTotpWish,
  type AddPasskeyWish,
  type ChangePasswordWish,
  type ConfirmTotpWish,
  type CredentialsReply,
  type PasskeyOptions,
  type RecoveryCodesReply,
  type SessionReply,
  type TotpReply,
} from '@visavis/account';
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { AlsoFormer, BeforeSecondFactor, FreshProof, WhoIsAsking, type Asking } from '../../http/asking';
import { OwnIdPipe } from '../../http/own-id.pipe';
import { AddPasskey } from '../passkeys/add-passkey';
import { keepSession } from '../session-cookie';
import { ChangePassword } from './change-password';
import { EnrolTotp } from './enrol-totp';
import { ListCredentials } from './list-credentials';
import { MakeRecoveryCodes } from './make-recovery-codes';
import { RemoveSecondFactor } from './remove-second-factor';

/** One's own passwords, authenticators and passkeys. What changes them asks for a fresh proof. */
@Controller('api/credentials')
@AlsoFormer()
export class CredentialsController {
  constructor(
    private readonly listing: ListCredentials,
    private readonly password: ChangePassword,
    private readonly removing: RemoveSecondFactor,
  ) {}

  @Get()
  @BeforeSecondFactor()
  list(@WhoIsAsking() asking: Asking): Promise<CredentialsReply> {
    return this.listing.list(asking);
  }

  @Put('password')
  @FreshProof()
  async changePassword(
    @WhoIsAsking() asking: Asking,
    @Body({ schema: changePasswordWish }) wish: ChangePasswordWish,
    @Res({ passthrough: true }) response: FastifyReply,
  ): Promise<SessionReply> {
    return keepSession(response, await this.password.change(asking, wish));
  }

  @Delete('totp')
  @HttpCode(204)
  @FreshProof()
  async removeTotp(@WhoIsAsking() asking: Asking): Promise<void> {
    await this.removing.removeTotp(asking);
  }

  @Delete('passkeys/:id')
  @HttpCode(204)
  @FreshProof()
  async removePasskey(@WhoIsAsking() asking: Asking, @Param('id', OwnIdPipe) id: string): Promise<void> {
    await this.removing.removePasskey(asking, id);
  }
}

/** What enrolling takes; it also answers while a role waits for its second factor. */
@Controller('api/credentials')
@AlsoFormer()
@BeforeSecondFactor()
@FreshProof()
export class EnrolmentController {
  constructor(
    private readonly totp: EnrolTotp,
    private readonly passkeys: AddPasskey,
    private readonly codes: MakeRecoveryCodes,
  ) {}

  @Post('totp')
  @HttpCode(200)
  beginTotp(@WhoIsAsking() asking: Asking): Promise<TotpReply> {
    return this.totp.begin(asking);
  }

  @Post('totp/confirm')
  @HttpCode(200)
  async confirmTotp(
    @WhoIsAsking() asking: Asking,
    @Body({ schema: confirmTotpWish }) wish: ConfirmTotpWish,
    @Res({ passthrough: true }) response: FastifyReply,
  ): Promise<SessionReply> {
    return keepSession(response, await this.totp.confirm(asking, wish));
  }

  @Post('recovery-codes')
  @HttpCode(200)
  makeRecoveryCodes(@WhoIsAsking() asking: Asking): Promise<RecoveryCodesReply> {
    return this.codes.make(asking);
  }

  @Post('passkeys/options')
  @HttpCode(200)
  beginPasskey(@WhoIsAsking() asking: Asking): Promise<PasskeyOptions> {
    return this.passkeys.begin(asking);
  }

  @Post('passkeys')
  async addPasskey(
    @WhoIsAsking() asking: Asking,
    @Body({ schema: addPasskeyWish }) wish: AddPasskeyWish,
    @Res({ passthrough: true }) response: FastifyReply,
  ): Promise<SessionReply> {
    return keepSession(response, await this.passkeys.add(asking, wish));
  }
}
