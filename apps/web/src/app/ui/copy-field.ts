import { Component, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Icon } from './icon';

/** A text to take along: shown whole, selectable, with a button that copies it. */
@Component({
  selector: 'visavis-copy-field',
  imports: [Icon, MatButton],
  template: `
    <code tabindex="0" role="textbox" aria-readonly="true" [attr.aria-label]="label()">{{ text() }}</code>
    <button matButton="outlined" type="button" [attr.aria-label]="copyLabel()" (click)="copy()">
      <visavis-icon [name]="copied() ? 'check' : 'copy'" />
      @if (copied()) {
        <span i18n>Copié</span>
      } @else {
        <span i18n>Copier</span>
      }
    </button>
    <span class="visually-hidden" role="status">{{ copied() ? said : '' }}</span>
  `,
  styleUrl: './copy-field.scss',
})
export class CopyField {
  readonly text = input.required<string>();
  readonly label = input.required<string>();
  protected readonly copied = signal(false);
  protected readonly said = $localize`Copié dans le presse-papiers`;

  protected copyLabel(): string {
    return $localize`Copier\u202f: ${this.label()}:what:`;
  }

  protected async copy(): Promise<void> {
    await navigator.clipboard.writeText(this.text());
    this.copied.set(true);
    setTimeout(() => this.copied.set(false), 3000);
  }
}
