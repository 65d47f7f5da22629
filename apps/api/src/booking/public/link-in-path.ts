import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { ManageLink } from './visitor-calls';

interface InPath {
  readonly practice: string;
  readonly id: string;
  readonly secret: string;
}

/** The manage link that a path ending in `:practice … :id/:secret` is. */
export const LinkInPath = createParamDecorator((_: unknown, context: ExecutionContext): ManageLink => {
  const { params } = context.switchToHttp().getRequest<FastifyRequest<{ Params: InPath }>>();
  return { practiceSlug: params.practice, id: params.id, secret: params.secret };
});
