import type { AccountRefusal, Role } from '@visavis/account';
import { MINUTE, Refusal, type GeneralRefusal } from '@visavis/kernel';
import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AuthGuard } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';
import { Clock } from '../clock/clock';
import {
  ALSO_FORMER,
  BEFORE_SECOND_FACTOR,
  FOR_ROLES,
  FRESH_PROOF,
  OPEN_TO_ALL,
  type Asking,
  type OpenReads,
} from './asking';
import { RateLimits } from './rate-limits';

export const SESSION_STRATEGY = 'session-cookie';

/** Milliseconds for which a proof counts. */
export const PROOF_LIFE = 10 * MINUTE;

/** What the session's cookie says: who is asking, and whether their role still waits for a second factor. */
export interface Recognised {
  readonly asking: Asking;
  readonly mustEnrol: boolean;
  /** A deactivated member, who comes back to their vault and to their own account only. */
  readonly former: boolean;
}

/** Closes every route: the session's cookie opens it, then the route's own words are asked. */
@Injectable()
export class AskingGuard extends AuthGuard(SESSION_STRATEGY) implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly clock: Clock,
    private readonly limits: RateLimits,
  ) {
    super();
  }

  /** @throws Refusal too-many-requests, and whatever `handleRequest` throws */
  override canActivate(context: ExecutionContext) {
    const open = this.says<OpenReads>(OPEN_TO_ALL, context);
    if (open === undefined) return super.canActivate(context);
    return open === 'unlimited' || this.countRead(context);
  }

  /** What is sent to open routes is counted where it is acted on, by what it would do. */
  private async countRead(context: ExecutionContext): Promise<true> {
    const { method, ip } = context.switchToHttp().getRequest<FastifyRequest>();
    if (method === 'GET' || method === 'HEAD') await this.limits.read(ip);
    return true;
  }

  /** @throws Refusal not-signed-in, second-factor-needed, role-too-low, proof-needed */
  override handleRequest<User = Asking>(
    error: unknown,
    recognised: Recognised | false,
    _info: unknown,
    context: ExecutionContext,
  ): User {
    if (error) throw error;
    if (!recognised) throw new Refusal<GeneralRefusal>('not-signed-in');
    const { asking, mustEnrol, former } = recognised;
    // Known before the route's own words are asked, so that the log can say whom it did not let in.
    context.switchToHttp().getRequest<FastifyRequest>().whoTries = asking;
    if (mustEnrol && !this.says<boolean>(BEFORE_SECOND_FACTOR, context))
      throw new Refusal<AccountRefusal>('second-factor-needed');
    if (former && !this.says<boolean>(ALSO_FORMER, context))
      throw new Refusal<GeneralRefusal>('role-too-low');
    const roles = this.says<readonly Role[]>(FOR_ROLES, context);
    if (roles !== undefined && !roles.some((role) => asking.roles.includes(role)))
      throw new Refusal<GeneralRefusal>('role-too-low');
    if (this.says<boolean>(FRESH_PROOF, context) && !this.isFresh(asking))
      throw new Refusal<AccountRefusal>('proof-needed');
    return asking as User;
  }

  private isFresh({ provenAt }: Asking): boolean {
    return provenAt !== null && this.clock.now() < provenAt + PROOF_LIFE;
  }

  private says<What>(what: symbol, context: ExecutionContext): What | undefined {
    return this.reflector.getAllAndOverride<What>(what, [context.getHandler(), context.getClass()]);
  }
}
