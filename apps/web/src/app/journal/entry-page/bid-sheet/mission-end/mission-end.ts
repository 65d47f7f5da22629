import { Component, computed, input, output } from '@angular/core';
import type { BidEntry } from '@visavis/journal';
import { sayDayAndYear } from '../../../../ui/say-time';

/** When a won mission ends: from then on its effects are observed. A fact, so it is never sealed. */
@Component({
  selector: 'visavis-mission-end',
  template: `
    @if (!readOnly()) {
      <label for="mission-end" i18n>Quand la mission doit-elle finir&#8239;?</label>
      <p class="quiet small" id="mission-end-hint" i18n>Facultatif. Les effets s’observent alors à cette date, puis six mois après.</p>
      <input type="date" id="mission-end" autocomplete="off" aria-describedby="mission-end-hint" [value]="entry().missionEndsOn ?? ''" (change)="date($event)" />
    } @else if (said()) {
      <p class="quiet" i18n>Fin prévue de la mission&#8239;: {{ said() }}</p>
    }
  `,
  styleUrl: './mission-end.scss',
})
export class MissionEnd {
  readonly entry = input.required<BidEntry>();
  readonly readOnly = input(false);
  readonly written = output<BidEntry>();
  protected readonly said = computed(() => {
    const { missionEndsOn } = this.entry();
    return missionEndsOn ? sayDayAndYear(missionEndsOn) : '';
  });

  protected date(event: Event): void {
    const { missionEndsOn: _former, ...entry } = this.entry();
    const { value } = event.target as HTMLInputElement;
    this.written.emit(value === '' ? entry : { ...entry, missionEndsOn: value });
  }
}
