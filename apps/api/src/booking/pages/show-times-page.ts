import type { FormState, TimesPage } from '@visavis/booking';
import type { Instant, Language } from '@visavis/kernel';
import { isTimeZone } from '@visavis/typed-text';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../clock/clock';
import { CONFIGURATION, type Configuration } from '../../configuration/configuration';
import { Calendars } from '../calendar/calendars';
import { makeSlotsReply } from '../calendar/slots-reply';
import { FIRST_AVAILABLE, FindCalendar, type Asked } from '../public/find-calendar';
import { DEFAULT_DAYS, firstStart, ShowSlots, startOfUtcDay } from '../public/show-slots';
import { PageCache, type CachedPage } from './page-cache';
import { Renderer } from './renderer';

export interface TimesAddress {
  readonly language: Language;
  readonly practiceSlug: string;
  readonly supervisorSlug: string;
  readonly embed: boolean;
  readonly viewerZone: string | null;
}

/** The page where a time is chosen: from the cache when nothing it shows has changed. */
@Injectable()
export class ShowTimesPage {
  constructor(
    private readonly find: FindCalendar,
    private readonly slots: ShowSlots,
    private readonly calendars: Calendars,
    private readonly cache: PageCache,
    private readonly renderer: Renderer,
    private readonly clock: Clock,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  /** Whose page it is, by its present slug; null for a former one that should redirect. @throws Refusal not-found */
  async asked(address: TimesAddress): Promise<{ asked: Asked; moved: string | null }> {
    const asked = await this.find.supervisors(address.practiceSlug, address.supervisorSlug);
    const slug =
      address.supervisorSlug === FIRST_AVAILABLE ? FIRST_AVAILABLE : (asked.supervisors[0]?.slug ?? '');
    const moved = asked.practice.slug !== address.practiceSlug || slug !== address.supervisorSlug;
    return { asked, moved: moved ? `/${address.language}/c/${asked.practice.slug}/${slug}` : null };
  }

  /** The plain page, the same for everybody. */
  async cached(asked: Asked, address: TimesAddress): Promise<CachedPage> {
    const version = await this.versionOf(asked);
    const name = `${address.language} ${asked.practice.slug} ${address.supervisorSlug}${address.embed ? ' embedded' : ''}`;
    const found = this.cache.find(name, version, this.clock.now());
    if (found !== null) return found;
    const html = await this.renderer.render(await this.page(asked, address, null));
    return this.cache.keep(name, version, await this.holdsUntil(asked), html);
  }

  /** With a zone the visitor chose, or with what was typed and refused. */
  async own(asked: Asked, address: TimesAddress, form: FormState | null): Promise<string> {
    return this.renderer.render(await this.page(asked, address, form));
  }

  private async page(asked: Asked, address: TimesAddress, form: FormState | null): Promise<TimesPage> {
    const { practice } = asked;
    const slots = await this.slots.open(asked, address.supervisorSlug);
    const [supervisor] = asked.supervisors;
    const one = address.supervisorSlug !== FIRST_AVAILABLE && supervisor !== undefined;
    return {
      kind: 'times',
      language: address.language,
      path: `/${address.language}/c/${practice.slug}/${address.supervisorSlug}`,
      publicUrl: this.configuration.PUBLIC_URL,
      embedOrigins: address.embed ? practice.allowedOrigins : null,
      accent: practice.accent,
      languages: practice.languages,
      motto: practice.motto[address.language],
      closing: practice.closing,
      practice: { slug: practice.slug, name: practice.name, country: practice.country },
      supervisor: one
        ? {
            slug: supervisor.slug,
            name: supervisor.name,
            introduction: supervisor.introduction[address.language],
            timeZone: supervisor.timeZone,
            firstFree: firstStart(slots),
          }
        : null,
      slots,
      viewerZone: address.viewerZone !== null && isTimeZone(address.viewerZone) ? address.viewerZone : null,
      form,
    };
  }

  /** Calendars, and the words of the practice that stand on the page. */
  private async versionOf({ practice, supervisors }: Asked): Promise<string> {
    const versions = await Promise.all(
      supervisors.map(({ id }) => this.calendars.version({ practiceId: practice.id, supervisorId: id })),
    );
    const { name, accent, motto, languages, closing, allowedOrigins } = practice;
    const words = [name, accent, motto, languages, closing, allowedOrigins, supervisors];
    return `${versions.join(' ')} ${JSON.stringify(words)}`;
  }

  private async holdsUntil({ practice, supervisors }: Asked): Promise<Instant> {
    const now = this.clock.now();
    let until = Number.MAX_SAFE_INTEGER;
    for (const { id, slug } of supervisors) {
      const state = await this.calendars.current(
        { practiceId: practice.id, supervisorId: id },
        'discovery-call',
      );
      if (state !== null)
        until = Math.min(until, makeSlotsReply(slug, state, now, startOfUtcDay(now), DEFAULT_DAYS).until);
    }
    return until;
  }
}
