import type { Role } from '@visavis/account';
import { createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

/** Who is asking, always from the session, never from the body. */
export interface Asking {
  readonly sessionId: string;
  readonly accountId: string;
  readonly practiceId: string;
  readonly memberId: string;
  readonly supervisorId: string;
  readonly role: Role;
}

declare module 'fastify' {
  interface FastifyRequest {
    user?: unknown;
  }
}

export const WhoIsAsking = createParamDecorator(
  (_: unknown, context: ExecutionContext) =>
    context.switchToHttp().getRequest<FastifyRequest>().user as Asking,
);

export const OPEN_TO_ALL = Symbol('open to all');
export const OWNERS_ONLY = Symbol('owners only');

/** Every route is closed unless it says this. A test holds the list of those that do. */
export const OpenToAll = () => SetMetadata(OPEN_TO_ALL, true);
export const OwnersOnly = () => SetMetadata(OWNERS_ONLY, true);
