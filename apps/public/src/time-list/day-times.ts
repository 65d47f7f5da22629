import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import type { Instant, Language } from '@visavis/kernel';
import { timeWords } from '../times/format-time';
import type { DayOfTimes } from '../times/group-times';
import { cityOf, timeThere } from '../times/zones';
import { LIST_WORDS } from '../words/times-words';

/**
 * One day of the list: its name, and its times as radio buttons once it is open. A page wakes hundreds of them, so a
 * time is two elements and nothing else; the other clock is drawn from an attribute and told by the button's name.
 */
@Component({
  selector: 'vv-day-times',
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './day-times.html',
})
export class DayTimes {
  protected readonly words = LIST_WORDS;

  readonly day = input.required<DayOfTimes>();
  readonly language = input.required<Language>();
  readonly zone = input.required<string>();
  /** The supervisor's zone when its clock differs from the reader's, otherwise null. */
  readonly otherZone = input.required<string | null>();
  readonly chosen = input.required<Instant | null>();
  readonly open = input.required<boolean>();
  /** Offered to who walks the list by keyboard. */
  readonly canGoOn = input.required<boolean>();
  readonly goOn = output();

  protected readonly name = computed(() =>
    timeWords(this.language(), this.zone()).day(this.day().starts[0] ?? 0),
  );
  protected readonly times = computed(() => {
    const [language, zone, other] = [this.language(), this.zone(), this.otherZone()];
    const words = timeWords(language, zone);
    return this.day().starts.map((start) => {
      const here = words.time(start);
      const there = other && timeThere(language, start, zone, other);
      const bothClocks = there && `${here} (${cityOf(other)} ${there})`;
      return { start, iso: new Date(start).toISOString(), here, there, bothClocks };
    });
  });
  protected readonly chosenHere = computed(
    () => this.times().find((time) => time.start === this.chosen()) ?? null,
  );
}
