import {
  emailCorrection,
  MANAGE_ACTS,
  MANAGE_DEEDS,
  moveWish,
  type ManageAct,
  type ManageDeed,
} from '@visavis/booking';
import { Refusal } from '@visavis/kernel';
import { Body, Controller, Get, Post, Query, Req, Res, UseFilters } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { OpenToAll } from '../../http/asking';
import { problemOf } from '../../http/problem';
import { malformed, parseShape } from '../../http/shape';
import { ChangeCall } from '../public/change-call';
import { CorrectEmail } from '../public/correct-email';
import { EraseCall } from '../public/erase-call';
import { LinkInPath } from '../public/link-in-path';
import { RebookCall } from '../public/rebook-call';
import { VisitorCalls, type ManageLink } from '../public/visitor-calls';
import { PageRefusalFilter } from './page-refusal.filter';
import { languageOf, readFields } from './read-form';
import { sendOwn } from './send-page';
import { ShowOtherPages } from './show-other-pages';

const FIELDS = ['act', 'start', 'email', 'confirm'] as const;

/** The page behind a manage link. Reading it changes nothing; each act is an explicit post from the page. */
@OpenToAll()
@UseFilters(PageRefusalFilter)
@Controller(['fr/m', 'en/m'])
export class ManagePageController {
  constructor(
    private readonly calls: VisitorCalls,
    private readonly changes: ChangeCall,
    private readonly corrections: CorrectEmail,
    private readonly rebookings: RebookCall,
    private readonly erasures: EraseCall,
    private readonly pages: ShowOtherPages,
  ) {}

  @Get(':practice/:id/:secret')
  async show(
    @LinkInPath() link: ManageLink,
    @Query() query: Record<string, unknown>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const spoken = await this.pages.inOwnLanguage(languageOf(request), link.practiceSlug, request.url);
    if (spoken !== null) return reply.header('cache-control', 'no-store').redirect(spoken, 302);
    const call = await this.calls.show(link);
    const deed = MANAGE_DEEDS.find((known) => known in query) ?? null;
    const viewerZone = typeof query['timeZone'] === 'string' ? query['timeZone'] : null;
    return sendOwn(
      reply,
      await this.pages.manage(languageOf(request), link, call, { deed, refused: null, viewerZone }),
    );
  }

  @Post(':practice/:id/:secret')
  async act(
    @LinkInPath() link: ManageLink,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { act: named, confirm: _confirm, ...typed } = readFields(body, FIELDS);
    const act = MANAGE_ACTS.find((known) => known === named);
    if (act === undefined) throw malformed([{ field: 'act', code: 'not-in-list' }]);
    const language = languageOf(request);
    try {
      if (act === 'erase') {
        await this.erasures.erase(link, request.ip);
        return sendOwn(reply, await this.pages.erased(language, link.practiceSlug));
      }
      const { path, deed } = await this.does(act, link, typed, request.ip);
      return reply.redirect(`${path}?${deed}`, 303);
    } catch (error) {
      if (!(error instanceof Refusal) || error.reason === 'not-found') throw error;
      const problem = problemOf(error);
      const call = await this.calls.show(link);
      const context = { deed: null, refused: { act, typed, problem }, viewerZone: null };
      return sendOwn(reply, await this.pages.manage(language, link, call, context), problem.status);
    }
  }

  private async does(
    act: Exclude<ManageAct, 'erase'>,
    link: ManageLink,
    typed: object,
    address: string,
  ): Promise<{ path: string; deed: ManageDeed }> {
    switch (act) {
      case 'move': {
        const { start } = parseShape(moveWish, typed);
        return {
          path: (await this.changes.move(link, Date.parse(start), address)).managePath,
          deed: 'moved',
        };
      }
      case 'cancel':
        return { path: (await this.changes.cancel(link, address)).managePath, deed: 'cancelled' };
      case 'email': {
        const { email } = parseShape(emailCorrection, typed);
        return {
          path: (await this.corrections.correct(link, email, address)).managePath,
          deed: 'email-corrected',
        };
      }
      case 'rebook': {
        const { start } = parseShape(moveWish, typed);
        return { path: (await this.rebookings.rebook(link, start, address)).managePath, deed: 'booked' };
      }
    }
  }
}
