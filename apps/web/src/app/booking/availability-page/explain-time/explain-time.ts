import { Component, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { OfferKind, OfferWish } from '@visavis/booking';
import { wordsOf } from '../../../shell/refusal-words';
import { isLocalDate } from '../../../ui/local-date';
import { minutesOf, sayMoment } from '../../../ui/say-time';
import { instantAt } from '../../../ui/zone-clock';
import { AvailabilityClient } from '../../availability-client';
import { SLOT_REASON_WORDS } from '../../booking-words';

/** "Why is this time not offered?", with what is being edited. */
@Component({
  selector: 'visavis-explain-time',
  imports: [MatButton],
  template: `
    <h2 i18n>Pourquoi cet horaire n’est-il pas offert&#8239;?</h2>
    <form (submit)="explain($event)">
      <label>
        <span i18n>Date</span>
        <input type="date" required [value]="date()" (input)="date.set(valueOf($event))" />
      </label>
      <label>
        <span i18n>Heure</span>
        <input type="time" required [value]="time()" (input)="time.set(valueOf($event))" />
      </label>
      <button matButton="outlined" type="submit" disabledInteractive [disabled]="offer() === null" i18n>Demander</button>
    </form>
    <p role="status">{{ answer() }}</p>
  `,
  styleUrl: './explain-time.scss',
})
export class ExplainTime {
  readonly #client = inject(AvailabilityClient);

  readonly kind = input.required<OfferKind>();
  readonly zone = input.required<string>();
  readonly offer = input.required<OfferWish | null>();

  protected readonly date = signal('');
  protected readonly time = signal('');
  protected readonly answer = signal('');

  protected valueOf(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }

  protected async explain(event: Event): Promise<void> {
    event.preventDefault();
    const offer = this.offer();
    const minute = minutesOf(this.time());
    if (!offer || !isLocalDate(this.date()) || Number.isNaN(minute)) return;
    const start = instantAt(this.zone(), this.date(), minute);
    const moment = sayMoment(this.zone(), start);
    try {
      const { reason } = await this.#client.explain({
        kind: this.kind(),
        offer,
        start: new Date(start).toISOString(),
      });
      const words = reason === null ? $localize`Cet horaire est bien offert.` : SLOT_REASON_WORDS[reason];
      this.answer.set($localize`${moment}:moment:\u202f: ${words}:why:`);
    } catch (error) {
      this.answer.set(wordsOf(error));
    }
  }
}
