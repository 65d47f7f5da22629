import type { PracticeReply } from '@visavis/booking';
import { Injectable } from '@nestjs/common';
import { Directory } from '../calendar/directory';
import { DEFAULT_DAYS, firstStart, ShowSlots } from './show-slots';
import { FindCalendar } from './find-calendar';

/** A practice as anyone may see it, with when each supervisor is free first. */
@Injectable()
export class ShowPractice {
  constructor(
    private readonly find: FindCalendar,
    private readonly slots: ShowSlots,
    private readonly directory: Directory,
  ) {}

  /** @throws Refusal not-found */
  async show(slug: string): Promise<PracticeReply> {
    const practice = await this.find.practice(slug);
    const supervisors: PracticeReply['supervisors'] = [];
    for (const supervisor of practice.supervisors) {
      const reply = await this.slots.open(
        { practice, supervisors: [supervisor] },
        supervisor.slug,
        DEFAULT_DAYS,
      );
      const { slug: address, name, introduction, timeZone } = supervisor;
      supervisors.push({ slug: address, name, introduction, timeZone, firstFree: firstStart(reply) });
    }
    const { name, country, accent, motto, closing } = practice;
    const languages = [...practice.languages];
    const { privacyNotice, imprint } = await this.directory.notices(practice.id);
    const face = { accent, motto, languages, closing };
    return { slug: practice.slug, name, country, ...face, privacyNotice, imprint, supervisors };
  }
}
