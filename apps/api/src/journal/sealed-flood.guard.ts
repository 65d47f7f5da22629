import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Asking } from '../http/asking';
import { RateLimits } from '../http/rate-limits';

/** How often one person asks about sealed things, before anything is looked at. */
@Injectable()
export class SealedFloodGuard implements CanActivate {
  constructor(private readonly limits: RateLimits) {}

  /** @throws Refusal too-many-requests */
  async canActivate(context: ExecutionContext): Promise<boolean> {
    const { memberId } = context.switchToHttp().getRequest<FastifyRequest>().user as Asking;
    await this.limits.sealed(memberId);
    return true;
  }
}
