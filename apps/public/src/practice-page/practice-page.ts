import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { PracticePage as PracticePageData } from '@visavis/booking';
import { timeWords } from '../times/format-time';
import { zoneWords } from '../times/zones';

/** Whom to call: a supervisor, or the first who is free. */
@Component({
  selector: 'vv-practice-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './practice-page.html',
})
export class PracticePage {
  readonly page = input.required<PracticePageData>();

  /** In each supervisor's own zone, and saying so: the page is the same for everybody. */
  protected readonly supervisors = computed(() => {
    const { language, supervisors } = this.page();
    return supervisors.map((supervisor) => ({
      ...supervisor,
      address: this.addressOf(supervisor.slug),
      next: supervisor.firstFree === null ? null : timeWords(language, supervisor.timeZone).dayAndTime(supervisor.firstFree),
      zone: zoneWords(language, supervisor.timeZone),
    }));
  });
  protected readonly firstAvailable = computed(() => this.addressOf('first-available'));
  protected readonly anyFree = computed(() => this.page().supervisors.some((s) => s.firstFree !== null));

  private addressOf(slug: string): string {
    const { language, practice, embedOrigins } = this.page();
    return `/${language}/c/${practice.slug}/${slug}${embedOrigins ? '?embed=1' : ''}`;
  }
}
