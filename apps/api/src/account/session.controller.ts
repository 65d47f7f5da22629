import type {} from '@fastify/cookie';
import { signInWish, type SessionReply } from '@visavis/account';
import { Body, Controller, Delete, Get, HttpCode, Post, Req, Res, UseGuards } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { BeforeSecondFactor, OpenToAll, WhoIsAsking, type Asking } from '../http/asking';
import { deviceOf } from './device-words';
import { EndSession } from './end-session';
import type { PasswordGiven } from './password.strategy';
import { SESSION_COOKIE, SESSION_COOKIE_OPTIONS } from './session-token';
import { ShowSession } from './show-session';
import { SignIn } from './sign-in';
import { SignInGuard } from './sign-in.guard';

@Controller('api/session')
export class SessionController {
  constructor(
    private readonly signingIn: SignIn,
    private readonly showing: ShowSession,
    private readonly ending: EndSession,
  ) {}

  @Post()
  @HttpCode(200)
  @OpenToAll()
  @UseGuards(SignInGuard)
  async signIn(
    @Body({ schema: signInWish }) _checkedByGuard: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) response: FastifyReply,
  ): Promise<SessionReply> {
    const { accountId } = request.user as PasswordGiven;
    const { token, reply } = await this.signingIn.signIn(
      accountId,
      deviceOf(request.headers['user-agent']),
      request.cookies[SESSION_COOKIE],
    );
    void response.setCookie(SESSION_COOKIE, token, SESSION_COOKIE_OPTIONS);
    return reply;
  }

  @Get()
  @BeforeSecondFactor()
  show(@WhoIsAsking() asking: Asking): Promise<SessionReply> {
    return this.showing.show(asking);
  }

  @Delete()
  @BeforeSecondFactor()
  @HttpCode(204)
  async signOut(
    @WhoIsAsking() asking: Asking,
    @Res({ passthrough: true }) response: FastifyReply,
  ): Promise<void> {
    await this.ending.end(asking);
    void response.clearCookie(SESSION_COOKIE, SESSION_COOKIE_OPTIONS);
  }
}
