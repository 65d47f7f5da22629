import type { BookedCall, ManagePage, PageData, ProblemPage } from '@visavis/booking';
import type { Language } from '@visavis/kernel';
import { isTimeZone } from '@visavis/typed-text';
import { Inject, Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { CONFIGURATION, type Configuration } from '../../configuration/configuration';
import { Directory } from '../calendar/directory';
import { FindCalendar } from '../public/find-calendar';
import { ShowPractice } from '../public/show-practice';
import { ShowSlots } from '../public/show-slots';
import type { ManageLink } from '../public/visitor-calls';
import { otherLanguage, PLAIN, presentAddress, type Face } from './practice-face';
import { Renderer } from './renderer';

/** What surrounds a manage page: the last deed, a refused post, a zone chosen without scripts. */
export interface ManageContext extends Pick<ManagePage, 'deed' | 'refused'> {
  readonly viewerZone: string | null;
}

@Injectable()
export class ShowOtherPages {
  private readonly problems = new LRUCache<string, string>({ max: 200 });

  constructor(
    private readonly find: FindCalendar,
    private readonly practices: ShowPractice,
    private readonly slots: ShowSlots,
    private readonly renderer: Renderer,
    private readonly directory: Directory,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  /** The page's address in a language of the practice; null when it is in one already. @throws Refusal not-found */
  async inOwnLanguage(language: Language, practiceSlug: string, url: string): Promise<string | null> {
    return otherLanguage(await this.find.practice(practiceSlug), language, url);
  }

  /** The page's address under the practice's present slug; null when it was asked for by that. @throws Refusal not-found */
  async underPresentSlug(slug: string, url: string): Promise<string | null> {
    return presentAddress((await this.find.practice(slug)).slug, slug, url);
  }

  /** @throws Refusal not-found */
  async practice(language: Language, slug: string): Promise<string> {
    const shown = await this.practices.show(slug);
    const { name, country, motto, closing, supervisors } = shown;
    return this.render(language, `/${language}/c/${slug}`, shown, {
      kind: 'practice',
      practice: { slug, name, country },
      motto: motto[language],
      closing,
      supervisors: supervisors.map((supervisor) => ({
        ...supervisor,
        introduction: supervisor.introduction[language],
      })),
    });
  }

  /** @throws Refusal not-found */
  async privacy(language: Language, slug: string): Promise<string> {
    const practice = await this.find.practice(slug);
    const { name, country } = practice;
    const { privacyNotice, imprint } = await this.directory.notices(practice.id);
    return this.render(language, `/${language}/c/${practice.slug}/privacy`, practice, {
      kind: 'privacy',
      practice: { slug: practice.slug, name, country },
      notice: privacyNotice[language],
      imprint: imprint[language],
    });
  }

  /** @throws Refusal not-found */
  async manage(
    language: Language,
    link: ManageLink,
    call: BookedCall,
    context: ManageContext,
  ): Promise<string> {
    const { practiceSlug, id, secret } = link;
    const practice = await this.find.practice(practiceSlug);
    const choosing = call.canChange || (call.canRebook && !practice.closing);
    return this.render(language, `/${language}/m/${practiceSlug}/${id}/${secret}`, practice, {
      kind: 'manage',
      call,
      slots: choosing ? await this.slotsFor(call) : null,
      deed: context.deed,
      refused: context.refused,
      viewerZone: context.viewerZone !== null && isTimeZone(context.viewerZone) ? context.viewerZone : null,
    });
  }

  /** @throws Refusal not-found */
  async erased(language: Language, slug: string): Promise<string> {
    const practice = await this.find.practice(slug);
    return this.render(language, `/${language}/c/${practice.slug}`, practice, {
      kind: 'erased',
      practice: { slug: practice.slug, name: practice.name },
    });
  }

  /** Kept once made: a flood of what is refused must not cost a page each. */
  async problem(
    language: Language,
    reason: ProblemPage['reason'],
    retryAfterSeconds: number | null,
  ): Promise<string> {
    const name = `${language} ${reason} ${retryAfterSeconds}`;
    let html = this.problems.get(name);
    if (html === undefined) {
      html = await this.render(language, `/${language}/`, PLAIN, {
        kind: 'problem',
        reason,
        retryAfterSeconds,
      });
      this.problems.set(name, html);
    }
    return html;
  }

  private async slotsFor(call: BookedCall) {
    const asked = await this.find.supervisors(call.practice.slug, call.supervisor.slug);
    return this.slots.forMove(asked, call.start);
  }

  private render(language: Language, path: string, { accent, languages }: Face, page: Own): Promise<string> {
    return this.renderer.render({
      ...page,
      language,
      path,
      publicUrl: this.configuration.PUBLIC_URL,
      embedOrigins: null,
      accent,
      languages,
    } as PageData);
  }
}

type Shared = 'language' | 'path' | 'publicUrl' | keyof Face | 'embedOrigins';
/** A page without what every page has; distributes over the union, so that each kind keeps its members. */
type Own<Page = PageData> = Page extends PageData ? Omit<Page, Shared> : never;
