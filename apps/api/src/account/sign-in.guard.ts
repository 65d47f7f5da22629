import { signInWish, type AccountRefusal } from '@visavis/account';
import { Refusal } from '@visavis/kernel';
import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';
import { RateLimits } from '../http/rate-limits';
import { parseShape } from '../http/shape';
import { PASSWORD_STRATEGY, type PasswordGiven } from './password.strategy';

/** Lets through who gives the right password, after shape and limits: those cost nothing, a password does. */
@Injectable()
export class SignInGuard extends AuthGuard(PASSWORD_STRATEGY) implements CanActivate {
  constructor(private readonly limits: RateLimits) {
    super();
  }

  /** @throws Refusal malformed, too-many-requests, unavailable, wrong-credentials */
  override async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const { email } = parseShape(signInWish, request.body);
    await this.limits.signIn(request.ip, email);
    return (await super.canActivate(context)) === true;
  }

  override handleRequest<User = PasswordGiven>(error: unknown, given: PasswordGiven | false): User {
    if (error) throw error;
    if (!given) throw new Refusal<AccountRefusal>('wrong-credentials');
    return given as User;
  }
}
