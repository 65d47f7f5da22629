import { Refusal, type GeneralRefusal } from '@visavis/kernel';
import { Controller, Get, Param, Req, Res, UseFilters } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { OpenToAll } from '../../http/asking';
import { FindCalendar } from '../public/find-calendar';
import { PageRefusalFilter } from './page-refusal.filter';
import { preferredLanguage } from './preferences';

/** Addresses without a language lead to the one that the browser asks for. */
@OpenToAll()
@UseFilters(PageRefusalFilter)
@Controller()
export class EntranceController {
  constructor(private readonly find: FindCalendar) {}

  @Get()
  root(@Res() reply: FastifyReply) {
    return reply.redirect('/app/', 302);
  }

  @Get('app')
  app(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return reply.header('vary', 'accept-language').redirect(`/app/${preferredLanguage(request)}/`, 302);
  }

  @Get('c/:practice')
  async practice(
    @Param('practice') slug: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const practice = await this.find.practice(slug);
    return reply
      .header('vary', 'accept-language')
      .redirect(`/${preferredLanguage(request, practice.languages)}/c/${practice.slug}`, 302);
  }

  @Get('c/:practice/:supervisor')
  async supervisor(
    @Param('practice') slug: string,
    @Param('supervisor') supervisorSlug: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { practice } = await this.find.supervisors(slug, supervisorSlug);
    const path = `/${preferredLanguage(request, practice.languages)}/c/${practice.slug}/${encodeURIComponent(supervisorSlug)}`;
    return reply.header('vary', 'accept-language').redirect(path, 302);
  }

  @Get(['fr', 'en', 'fr/*', 'en/*'])
  nowhere(): never {
    throw new Refusal<GeneralRefusal>('not-found');
  }
}
