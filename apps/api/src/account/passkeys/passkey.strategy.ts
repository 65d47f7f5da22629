import type {} from '@fastify/cookie';
import { passkeySignInWish } from '@visavis/account';
import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';
import { Strategy } from 'passport-custom';
import { RateLimits } from '../../http/rate-limits';
import { parseShape } from '../../http/shape';
import type { PasswordGiven } from '../password.strategy';
import { CEREMONY_COOKIE } from '../session-cookie';
import { CheckPasskey } from './check-passkey';

export const PASSKEY_STRATEGY = 'passkey';

/** A passkey instead of address and password; limited by where it comes from, never by whose it is. */
@Injectable()
export class PasskeyStrategy extends PassportStrategy(Strategy, PASSKEY_STRATEGY) {
  constructor(
    private readonly passkeys: CheckPasskey,
    private readonly limits: RateLimits,
  ) {
    super();
  }

  /** @throws Refusal malformed, too-many-requests, unavailable */
  override async validate(request: FastifyRequest): Promise<PasswordGiven | false> {
    const { passkey } = parseShape(passkeySignInWish, request.body);
    await this.limits.passkey(request.ip);
    const accountId = await this.passkeys.check(passkey, request.cookies[CEREMONY_COOKIE]);
    return accountId === null ? false : { accountId };
  }
}
