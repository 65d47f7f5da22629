import { Refusal, type GeneralRefusal } from '@visavis/kernel';
import { Injectable } from '@nestjs/common';
import { Directory, type PublicPractice, type PublicSupervisor } from '../calendar/directory';

/** A slug of its own kind: whoever is free first. */
export const FIRST_AVAILABLE = 'first-available';

export interface Asked {
  readonly practice: PublicPractice;
  /** Whose calendars are asked, in the order in which they are tried. */
  readonly supervisors: readonly PublicSupervisor[];
}

@Injectable()
export class FindCalendar {
  constructor(private readonly directory: Directory) {}

  /** @throws Refusal not-found */
  async practice(slug: string): Promise<PublicPractice> {
    const practice = await this.directory.practice(slug);
    if (practice === null) throw new Refusal<GeneralRefusal>('not-found');
    return practice;
  }

  /** @throws Refusal not-found */
  async supervisors(practiceSlug: string, supervisorSlug: string): Promise<Asked> {
    const practice = this.directory.remembered(practiceSlug) ?? (await this.practice(practiceSlug));
    const supervisors =
      supervisorSlug === FIRST_AVAILABLE
        ? practice.supervisors
        : practice.supervisors.filter(
            ({ slug, formerSlugs }) => slug === supervisorSlug || formerSlugs.includes(supervisorSlug),
          );
    if (supervisors.length === 0) throw new Refusal<GeneralRefusal>('not-found');
    return { practice, supervisors };
  }
}
