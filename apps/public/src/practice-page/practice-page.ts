import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { PageSupervisor, PracticePage as PracticePageData } from '@visavis/booking';
import type { Language } from '@visavis/kernel';
import { timeWords } from '../times/format-time';
import { zoneWords } from '../times/zones';
import { CLOSING_WORDS } from '../words/closing-words';
import { PRACTICE_WORDS } from '../words/text-page-words';

/** Whom to call: a supervisor, or the first who is free. */
@Component({
  selector: 'vv-practice-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './practice-page.html',
})
export class PracticePage {
  protected readonly words = PRACTICE_WORDS;
  protected readonly closingWords = CLOSING_WORDS;

  readonly page = input.required<PracticePageData>();

  /** In each supervisor's own zone, and saying so: the page is the same for everybody. */
  protected readonly supervisors = computed(() => {
    const { language, supervisors } = this.page();
    return supervisors.map((supervisor) => ({
      ...supervisor,
      address: this.addressOf(supervisor.slug),
      next: nextWords(language, supervisor),
    }));
  });
  protected readonly firstAvailable = computed(() => this.addressOf('first-available'));
  protected readonly anyFree = computed(() => this.page().supervisors.some((s) => s.firstFree !== null));

  private addressOf(slug: string): string {
    const { language, practice, embedOrigins } = this.page();
    return `/${language}/c/${practice.slug}/${slug}${embedOrigins ? '?embed=1' : ''}`;
  }
}

function nextWords(language: Language, { firstFree, timeZone }: PageSupervisor): string | null {
  if (firstFree === null) return null;
  return PRACTICE_WORDS.next(
    timeWords(language, timeZone).dayAndTime(firstFree),
    zoneWords(language, timeZone),
  );
}
