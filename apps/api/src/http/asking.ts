import type { Role } from '@visavis/account';
import type { Instant } from '@visavis/kernel';
import { createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

/** Who is asking, always from the session, never from the body. */
export interface Asking {
  readonly sessionId: string;
  readonly accountId: string;
  /** The practice of the session; a person in several switches between them. */
  readonly practiceId: string;
  readonly memberId: string;
  readonly roles: readonly Role[];
  /** Null for who is no supervisor of this practice. */
  readonly supervisorId: string | null;
  /** When this session last proved again who the person is. */
  readonly provenAt: Instant | null;
}

/** Who is asking on a route that says `@For('supervisor')`. */
export interface SupervisorAsking extends Asking {
  readonly supervisorId: string;
}

declare module 'fastify' {
  interface FastifyRequest {
    user?: unknown;
    /** Whoever the session's cookie names, let in or not. */
    whoTries?: Asking;
  }
}

export const WhoIsAsking = createParamDecorator(
  (_: unknown, context: ExecutionContext) =>
    context.switchToHttp().getRequest<FastifyRequest>().user as Asking,
);

export const OPEN_TO_ALL = Symbol('open to all');
export const FOR_ROLES = Symbol('for roles');
export const BEFORE_SECOND_FACTOR = Symbol('before second factor');
export const FRESH_PROOF = Symbol('fresh proof');
export const ALSO_FORMER = Symbol('also former');

/** How often one caller may read what is open: as often as the limits say, or without counting. */
export type OpenReads = 'limited' | 'unlimited';

/** Every route is closed unless it says this. A test holds the list of those that do. */
export const OpenToAll = (reads: OpenReads = 'limited') => SetMetadata(OPEN_TO_ALL, reads);
/** Members with any of these roles; nothing said means every member. */
export const For = (...roles: readonly [Role, ...Role[]]) => SetMetadata(FOR_ROLES, roles);
/** Answers also while a role that needs a second factor has none enrolled: what enrolling takes, and nothing else. */
export const BeforeSecondFactor = () => SetMetadata(BEFORE_SECOND_FACTOR, true);
/** Answers also to deactivated members, for as long as they may come back to their vault. */
export const AlsoFormer = () => SetMetadata(ALSO_FORMER, true);
/** Asks for a proof of the last ten minutes that it is still the person who signed in. */
export const FreshProof = () => SetMetadata(FRESH_PROOF, true);
