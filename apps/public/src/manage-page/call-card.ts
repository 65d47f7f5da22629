import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { BookedCall } from '@visavis/booking';
import type { Language } from '@visavis/kernel';
import { unbroken } from '../phone/countries';
import { timeWords } from '../times/format-time';
import { sameClock, timeThere, zoneWords } from '../times/zones';
import { CARD_WORDS } from '../words/manage-words';

/** When, on both clocks where they differ, and who calls which number. */
@Component({
  selector: 'vv-call-card',
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './call-card.html',
})
export class CallCard {
  protected readonly words = CARD_WORDS;
  protected readonly unbroken = unbroken;

  readonly call = input.required<BookedCall>();
  readonly language = input.required<Language>();
  readonly zone = input.required<string>();

  protected readonly minutes = computed(() => Math.round((this.call().end - this.call().start) / 60_000));
  protected readonly when = computed(() =>
    timeWords(this.language(), this.zone()).dayAndTime(this.call().start),
  );
  protected readonly here = computed(() => zoneWords(this.language(), this.zone()));
  protected readonly there = computed(() => {
    const { start, supervisor } = this.call();
    if (sameClock(this.zone(), supervisor.timeZone, [start])) return null;
    return `${timeThere(this.language(), start, this.zone(), supervisor.timeZone)}, ${zoneWords(this.language(), supervisor.timeZone)}`;
  });
}
