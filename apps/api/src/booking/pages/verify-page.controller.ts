import { Controller, Get, Query, Req, Res, UseFilters } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { OpenToAll } from '../../http/asking';
import { PageRefusalFilter } from './page-refusal.filter';
import { preferredLanguage } from './preferences';
import { languageOf } from './read-form';
import { sendOwn } from './send-page';
import { ShowVerifyPage } from './show-verify-page';

/** The page that reads a file in the browser; with a hash in its query it answers without scripts as well. */
@OpenToAll()
@UseFilters(PageRefusalFilter)
@Controller()
export class VerifyPageController {
  constructor(private readonly page: ShowVerifyPage) {}

  @Get('verify')
  entrance(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return reply.header('vary', 'accept-language').redirect(`/${preferredLanguage(request)}/verify`, 302);
  }

  @Get(['fr/verify', 'en/verify'])
  async show(
    @Query() query: Record<string, unknown>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const hash = typeof query['sha256'] === 'string' ? query['sha256'] : null;
    return sendOwn(reply, await this.page.show(languageOf(request), hash, request.ip));
  }
}
