import type {} from '@fastify/cookie';
import {
  passkeySignInWish,
  proofWish,
  secondFactorWish,
  signInWish,
  switchPracticeWish,
  type ProofWish,
  type SessionReply,
  type SignInReply,
  type SwitchPracticeWish,
} from '@visavis/account';
import { Body, Controller, Delete, Get, HttpCode, Post, Req, Res, UseGuards } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AlsoFormer, BeforeSecondFactor, OpenToAll, WhoIsAsking, type Asking } from '../http/asking';
import { ProvePerson } from './codes/prove-person';
import { SendProofCode } from './codes/send-proof-code';
import { deviceOf } from './device-words';
import { EndSession } from './end-session';
import { PasskeyGuard } from './passkeys/passkey.guard';
import type { PasswordGiven } from './password.strategy';
import { CompleteSignIn } from './second-factor/complete-sign-in';
import { SecondFactorGuard } from './second-factor/second-factor.guard';
import { CEREMONY_COOKIE, forgetSession, keepSession } from './session-cookie';
import { SESSION_COOKIE } from './session-token';
import { ShowSession } from './show-session';
import { SignIn, type From } from './sign-in';
import { SignInGuard } from './sign-in.guard';
import { SwitchPractice } from './switch-practice';

/** The ways to a session. The guards have checked password, code or passkey when a method is reached. */
@Controller('api/session')
@OpenToAll()
export class SignInController {
  constructor(
    private readonly signingIn: SignIn,
    private readonly completing: CompleteSignIn,
  ) {}

  @Post()
  @HttpCode(200)
  @UseGuards(SignInGuard)
  async signIn(
    @Body({ schema: signInWish }) _checkedByGuard: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) response: FastifyReply,
  ): Promise<SignInReply> {
    const { accountId } = request.user as PasswordGiven;
    return keepSession(response, await this.signingIn.afterPassword(accountId, whereFrom(request)));
  }

  @Post('second-factor')
  @HttpCode(200)
  @UseGuards(SecondFactorGuard)
  async giveSecondFactor(
    @Body({ schema: secondFactorWish }) _checkedByGuard: unknown,
    @WhoIsAsking() waiting: Asking,
    @Res({ passthrough: true }) response: FastifyReply,
  ): Promise<SessionReply> {
    return keepSession(response, await this.completing.complete(waiting));
  }

  @Post('passkey')
  @HttpCode(200)
  @UseGuards(PasskeyGuard)
  async signInWithPasskey(
    @Body({ schema: passkeySignInWish }) _checkedByGuard: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) response: FastifyReply,
  ): Promise<SignInReply> {
    const { accountId } = request.user as PasswordGiven;
    return keepSession(response, await this.signingIn.afterPasskey(accountId, whereFrom(request)));
  }
}

/** The session one has. It can be seen, switched, proven and ended also before a second factor is enrolled. */
@Controller('api/session')
@AlsoFormer()
@BeforeSecondFactor()
export class SessionController {
  constructor(
    private readonly showing: ShowSession,
    private readonly switching: SwitchPractice,
    private readonly sendingCode: SendProofCode,
    private readonly proving: ProvePerson,
    private readonly ending: EndSession,
  ) {}

  @Get()
  show(@WhoIsAsking() asking: Asking): Promise<SessionReply> {
    return this.showing.show(asking);
  }

  @Post('practice')
  @HttpCode(200)
  async switchPractice(
    @WhoIsAsking() asking: Asking,
    @Body({ schema: switchPracticeWish }) wish: SwitchPracticeWish,
    @Res({ passthrough: true }) response: FastifyReply,
  ): Promise<SessionReply> {
    return keepSession(response, await this.switching.to(asking, wish));
  }

  @Post('proof/code')
  @HttpCode(202)
  async sendProofCode(@WhoIsAsking() asking: Asking): Promise<object> {
    await this.sendingCode.send(asking);
    return {};
  }

  @Post('proof')
  @HttpCode(200)
  async prove(
    @WhoIsAsking() asking: Asking,
    @Body({ schema: proofWish }) wish: ProofWish,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) response: FastifyReply,
  ): Promise<SessionReply> {
    return keepSession(response, await this.proving.prove(asking, wish, request.cookies[CEREMONY_COOKIE]));
  }

  @Delete()
  @HttpCode(204)
  async signOut(
    @WhoIsAsking() asking: Asking,
    @Res({ passthrough: true }) response: FastifyReply,
  ): Promise<void> {
    await this.ending.end(asking);
    forgetSession(response);
  }
}

function whereFrom(request: FastifyRequest): From {
  return {
    device: deviceOf(request.headers['user-agent']),
    formerToken: request.cookies[SESSION_COOKIE],
  };
}
