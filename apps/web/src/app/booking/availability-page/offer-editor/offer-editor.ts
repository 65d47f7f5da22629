import { Component, computed, input, output } from '@angular/core';
import { MatCheckbox } from '@angular/material/checkbox';
import type { OfferKind } from '@visavis/booking';
import { fieldWords } from '../../../ui/field-error-words';
import { OFFER_WORDS } from '../../booking-words';
import type { OfferDraft } from '../offer-draft';
import { WeeklyHours, type HoursChanged } from '../weekly-hours/weekly-hours';

export interface DraftChanged {
  readonly draft: OfferDraft;
  readonly field: string;
}

type NumberField =
  | 'lengthMin'
  | 'stepMin'
  | 'bufferBeforeMin'
  | 'bufferAfterMin'
  | 'minNoticeMin'
  | 'horizonDays'
  | 'maxPerDay';

interface NumberRow {
  readonly field: NumberField;
  readonly label: string;
  readonly unit: string;
  readonly hint: string;
  /** How many of the wire's units one of the shown ones is. */
  readonly scale: number;
  readonly step: number;
}

const ROWS: readonly NumberRow[] = [
  {
    field: 'lengthMin',
    label: $localize`Durée`,
    unit: $localize`min`,
    hint: $localize`Ce que dure le rendez-vous lui-même`,
    scale: 1,
    step: 5,
  },
  {
    field: 'stepMin',
    label: $localize`Pas`,
    unit: $localize`min`,
    hint: $localize`Un départ possible tous les…`,
    scale: 1,
    step: 5,
  },
  {
    field: 'bufferBeforeMin',
    label: $localize`Battement avant`,
    unit: $localize`min`,
    hint: $localize`Pour vous préparer`,
    scale: 1,
    step: 5,
  },
  {
    field: 'bufferAfterMin',
    label: $localize`Battement après`,
    unit: $localize`min`,
    hint: $localize`Pour prendre des notes`,
    scale: 1,
    step: 5,
  },
  {
    field: 'minNoticeMin',
    label: $localize`Délai minimal`,
    unit: $localize`h`,
    hint: $localize`Pas de réservation plus tard que cela avant`,
    scale: 60,
    step: 0.5,
  },
  {
    field: 'horizonDays',
    label: $localize`Horizon`,
    unit: $localize`jours`,
    hint: $localize`Jusqu’où l’on peut réserver`,
    scale: 1,
    step: 1,
  },
  {
    field: 'maxPerDay',
    label: $localize`Maximum par jour`,
    unit: '',
    hint: $localize`Vide\u202f: sans limite`,
    scale: 1,
    step: 1,
  },
];

/** The settings of one offer. Shows and reports; what is right is decided by the schema. */
@Component({
  selector: 'visavis-offer-editor',
  imports: [MatCheckbox, WeeklyHours],
  templateUrl: './offer-editor.html',
  styleUrl: './offer-editor.scss',
})
export class OfferEditor {
  readonly kind = input.required<OfferKind>();
  readonly draft = input.required<OfferDraft>();
  readonly wrong = input.required<Readonly<Record<string, string>>>();
  readonly changed = output<DraftChanged>();

  protected readonly rows = computed(() =>
    ROWS.map((row) => {
      const value = this.draft()[row.field];
      const code = this.wrong()[row.field];
      return {
        ...row,
        id: `offer-${row.field}`,
        value: value === null ? '' : String(value / row.scale),
        words: code ? fieldWords(code) : '',
      };
    }),
  );
  protected readonly other = computed<OfferKind>(() =>
    this.kind() === 'session' ? 'discovery-call' : 'session',
  );
  protected readonly otherName = computed(() => OFFER_WORDS[this.other()]);
  protected readonly hoursWords = computed(() => {
    const code = this.wrong()['weekly'];
    return code ? fieldWords(code) : '';
  });

  protected typeNumber(
    { field, scale }: { readonly field: NumberField; readonly scale: number },
    event: Event,
  ): void {
    const { valueAsNumber } = event.target as HTMLInputElement;
    const value = Number.isNaN(valueAsNumber) ? null : Math.round(valueAsNumber * scale * 1000) / 1000;
    this.changed.emit({ draft: { ...this.draft(), [field]: value }, field });
  }

  protected shareHours(same: boolean): void {
    this.changed.emit({ draft: { ...this.draft(), sameHoursAs: same ? this.other() : null }, field: '' });
  }

  protected changeHours({ days, field }: HoursChanged): void {
    this.changed.emit({ draft: { ...this.draft(), days }, field });
  }
}
