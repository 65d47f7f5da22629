import { Component, computed, input } from '@angular/core';
import type { RecoveryKit } from '../vault/vault-types';

/** Ways into a vault and its owner's ten words, as far as they are given, to be copied by hand. */
@Component({
  selector: 'visavis-kit-view',
  template: `
    <dl>
      @if (phrase().length > 0) {
      <div>
        <dt i18n>Votre phrase de passe</dt>
        <dd>
          <ol class="words">
            @for (word of phrase(); track $index) {
              <li>{{ word }}</li>
            }
          </ol>
        </dd>
      </div>
      }
      @if (groups().length > 0) {
      <div>
        <dt i18n>Votre code de secours</dt>
        <dd class="code">
          @for (group of groups(); track $index) {
            <span>{{ group }}</span>
          }
        </dd>
      </div>
      }
      @if (kit().words) {
      <div>
        <dt i18n>Vos dix mots, à lire à voix haute à qui vous lira</dt>
        <dd class="own">{{ kit().words?.join(' ') }}</dd>
      </div>
      }
    </dl>
  `,
  styleUrl: './kit-view.scss',
})
export class KitView {
  readonly kit = input.required<Partial<RecoveryKit>>();
  protected readonly phrase = computed(() => this.kit().passphrase?.split(' ') ?? []);
  protected readonly groups = computed(() => this.kit().recoveryCode?.split('-') ?? []);
}
