import type {} from '@fastify/cookie';
import { secondFactorWish, type SecondFactorWish } from '@visavis/account';
import { Refusal, type GeneralRefusal } from '@visavis/kernel';
import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';
import { Strategy } from 'passport-custom';
import type { Asking } from '../../http/asking';
import { RateLimits } from '../../http/rate-limits';
import { parseShape } from '../../http/shape';
import { RecogniseSession } from '../recognise-session';
import { SESSION_COOKIE } from '../session-token';
import { CheckSecondFactor } from './check-second-factor';

export const SECOND_FACTOR_STRATEGY = 'second-factor';

/** The cookie says whose password was right, the body brings the code. */
@Injectable()
export class SecondFactorStrategy extends PassportStrategy(Strategy, SECOND_FACTOR_STRATEGY) {
  constructor(
    private readonly sessions: RecogniseSession,
    private readonly limits: RateLimits,
    private readonly checking: CheckSecondFactor,
  ) {
    super();
  }

  /** @throws Refusal malformed, not-signed-in (the password comes first), too-many-requests, unavailable */
  override async validate(request: FastifyRequest): Promise<Asking | false> {
    const wish: SecondFactorWish = parseShape(secondFactorWish, request.body);
    const waiting = await this.sessions.recogniseWaiting(request.cookies[SESSION_COOKIE]);
    if (waiting === null) throw new Refusal<GeneralRefusal>('not-signed-in');
    await this.limits.code(waiting.accountId);
    return (await this.checking.check(waiting, wish)) ? waiting : false;
  }
}
