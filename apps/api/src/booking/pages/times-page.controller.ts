import { bookingWish } from '@visavis/booking';
import { Refusal } from '@visavis/kernel';
import { Body, Controller, Get, Param, Post, Query, Req, Res, UseFilters } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { OpenToAll } from '../../http/asking';
import { problemOf, retryAfter } from '../../http/problem';
import { parseShape } from '../../http/shape';
import { BookByForm } from './book-by-form';
import { PageRefusalFilter } from './page-refusal.filter';
import { otherLanguage } from './practice-face';
import { languageOf, readTyped, wishFromForm, type Typed } from './read-form';
import { sendCached, sendOwn } from './send-page';
import { ShowOtherPages } from './show-other-pages';
import { ShowTimesPage, type TimesAddress } from './show-times-page';

/** A practice's public pages. Whatever else a link carries in its query (campaign marks, return addresses) is ignored. */
@OpenToAll()
@UseFilters(PageRefusalFilter)
@Controller(['fr/c', 'en/c'])
export class TimesPageController {
  constructor(
    private readonly times: ShowTimesPage,
    private readonly others: ShowOtherPages,
    private readonly booking: BookByForm,
  ) {}

  @Get(':practice')
  async practice(
    @Param('practice') practice: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const moved = await this.others.underPresentSlug(practice, request.url);
    if (moved !== null) return reply.redirect(moved, 301);
    const language = languageOf(request);
    const spoken = await this.others.inOwnLanguage(language, practice, request.url);
    if (spoken !== null) return reply.redirect(spoken, 302);
    return sendOwn(reply, await this.others.practice(language, practice));
  }

  @Get(':practice/privacy')
  async privacy(
    @Param('practice') practice: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const moved = await this.others.underPresentSlug(practice, request.url);
    if (moved !== null) return reply.redirect(moved, 301);
    const language = languageOf(request);
    const spoken = await this.others.inOwnLanguage(language, practice, request.url);
    if (spoken !== null) return reply.redirect(spoken, 302);
    return sendOwn(reply, await this.others.privacy(language, practice));
  }

  @Get(':practice/:supervisor')
  async show(
    @Param('practice') practiceSlug: string,
    @Param('supervisor') supervisorSlug: string,
    @Query() query: Record<string, unknown>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const address = this.address(request, practiceSlug, supervisorSlug, query);
    const { asked, moved } = await this.times.asked(address);
    if (moved !== null) return reply.redirect(request.url.replace(/^[^?]*/, moved), 301);
    const spoken = otherLanguage(asked.practice, address.language, request.url);
    if (spoken !== null) return reply.redirect(spoken, 302); // an owner may add the language again
    const ancestors = address.embed ? asked.practice.allowedOrigins : [];
    if (address.embed) void reply.header('cross-origin-resource-policy', 'cross-origin');
    if (address.viewerZone === null)
      return sendCached(request, reply, await this.times.cached(asked, address), ancestors);
    return sendOwn(reply, await this.times.own(asked, address, null), 200, ancestors);
  }

  /** The form without scripts: the same wish, answered with a page. What was typed comes back with every refusal. */
  @Post(':practice/:supervisor')
  async book(
    @Param('practice') practiceSlug: string,
    @Param('supervisor') supervisorSlug: string,
    @Query() query: Record<string, unknown>,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const address = this.address(request, practiceSlug, supervisorSlug, query);
    const { asked } = await this.times.asked(address);
    let typed: Typed = {};
    try {
      typed = readTyped(body);
      const wish = parseShape(bookingWish, wishFromForm(typed, address.language));
      const booked = await this.booking.book({ practiceSlug, supervisorSlug, wish, address: request.ip });
      return reply.redirect(`${booked.managePath}?booked`, 303);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const problem = problemOf(error);
      const seconds = retryAfter(error, problem.status);
      if (seconds !== null) void reply.header('retry-after', String(seconds));
      const ancestors = address.embed ? asked.practice.allowedOrigins : [];
      return sendOwn(
        reply,
        await this.times.own(asked, address, { typed, problem }),
        problem.status,
        ancestors,
      );
    }
  }

  private address(
    request: FastifyRequest,
    practiceSlug: string,
    supervisorSlug: string,
    query: Record<string, unknown>,
  ): TimesAddress {
    const viewerZone = typeof query['timeZone'] === 'string' ? query['timeZone'] : null;
    return {
      language: languageOf(request),
      practiceSlug,
      supervisorSlug,
      embed: query['embed'] === '1',
      viewerZone,
    };
  }
}
