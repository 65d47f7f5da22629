import { Component, input } from '@angular/core';
import { Icon } from './icon';

/** Whether what was typed is saved; on a page's save bar. */
@Component({
  selector: 'visavis-save-status',
  imports: [Icon],
  template: `
    <p role="status" [class.calling]="dirty()">
      @if (saving()) {
        <span i18n>Enregistrement…</span>
      } @else if (problem()) {
        <span>{{ problem() }}</span>
      } @else if (dirty()) {
        <span i18n>Modifications non enregistrées</span>
      } @else if (loaded()) {
        <visavis-icon name="check" /><span i18n>Tout est enregistré</span>
      }
    </p>
  `,
  styleUrl: './save-status.scss',
})
export class SaveStatus {
  readonly dirty = input.required<boolean>();
  readonly saving = input.required<boolean>();
  /** Why it was not saved, in words; empty when nothing went wrong. */
  readonly problem = input.required<string>();
  /** False while there is nothing yet that could be saved. */
  readonly loaded = input(true);
}
