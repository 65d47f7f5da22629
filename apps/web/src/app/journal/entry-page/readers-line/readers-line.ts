import { Component, computed, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Icon } from '../../../ui/icon';
import { sayReaders } from '../../say-readers';
import type { Reader } from '../../vault/vault-types';

/** Who can read this entry: always in view, with the way to change it. */
@Component({
  selector: 'visavis-readers-line',
  imports: [Icon, MatButton],
  template: `
    <div class="line" [class.shared]="readers().length > 0">
      @if (readers().length > 0) {
        <visavis-icon name="shared" />
        <span i18n>Lisible par vous et par {{ names() }}. Ce que vous écrivez ici est lu tant que le partage dure.</span>
        @for (reader of readers(); track reader.userId) {
          <button matButton type="button" (click)="revoked.emit(reader)" i18n>Révoquer…</button>
        }
      } @else {
        <visavis-icon name="lock" />
        <span i18n>Lisible par vous seul.</span>
        @if (mayShare()) {
          <button matButton type="button" (click)="shared.emit()" i18n>Apporter en supervision…</button>
        }
      }
    </div>
  `,
  styleUrl: './readers-line.scss',
})
export class ReadersLine {
  readonly readers = input.required<readonly Reader[]>();
  readonly mayShare = input(false);
  readonly shared = output<void>();
  readonly revoked = output<Reader>();
  protected readonly names = computed(() => sayReaders(this.readers()));
}
