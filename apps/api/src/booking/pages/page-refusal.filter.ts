import { PROBLEM_PAGE_REASONS } from '@visavis/booking';
import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { problemOf, retryAfter } from '../../http/problem';
import { asRefusal, replyWith } from '../../http/refusal.filter';
import { languageOf } from './read-form';
import { sendOwn } from './send-page';
import { ShowOtherPages } from './show-other-pages';

/** People get a page, not a problem document; the status is the same. */
@Catch()
export class PageRefusalFilter implements ExceptionFilter {
  constructor(private readonly pages: ShowOtherPages) {}

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const refusal = asRefusal(error);
    const { reason, status } = problemOf(refusal);
    const shown =
      PROBLEM_PAGE_REASONS.find((known) => known === reason) ?? (status < 500 ? 'not-found' : 'failed');
    const seconds = retryAfter(refusal, status);
    try {
      const html = await this.pages.problem(languageOf(request), shown, seconds);
      if (seconds !== null) void reply.header('retry-after', String(seconds));
      if (status >= 500)
        request.log.error({ err: { type: error instanceof Error ? error.name : 'unknown' } }, 'page failed');
      sendOwn(reply, html, status);
    } catch {
      replyWith(refusal, error, request, reply); // the page of the error could not be made either
    }
  }
}
