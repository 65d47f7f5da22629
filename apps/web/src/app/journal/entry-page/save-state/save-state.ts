import { Component, computed, input } from '@angular/core';
import { Icon, type IconName } from '../../../ui/icon';
import type { Sync } from '../../vault/vault-types';

/** `typed`: a moment before it is sealed on this device. */
export type SaveStep = Sync | 'typed';

const SAID: Record<SaveStep, { readonly words: string; readonly icon: IconName }> = {
  typed: { words: $localize`Pas encore gardé…`, icon: 'pen' },
  device: { words: $localize`Gardé sur cet appareil, pas encore envoyé`, icon: 'home' },
  sent: { words: $localize`Envoyé, en attente de confirmation`, icon: 'external' },
  confirmed: { words: $localize`Chiffré et confirmé par le serveur`, icon: 'check' },
};

/** Where the text is, honestly: on this device, on its way, confirmed. */
@Component({
  selector: 'visavis-save-state',
  imports: [Icon],
  template: `<p role="status"><visavis-icon [name]="said().icon" /><span>{{ said().words }}</span></p>`,
  styles: `
    p { display: flex; gap: var(--space-2); align-items: center; margin: 0; font-size: var(--text-small); color: var(--color-muted); }
    visavis-icon { flex: none; inline-size: 1.125rem; block-size: 1.125rem; }
  `,
})
export class SaveState {
  readonly state = input.required<SaveStep>();
  protected readonly said = computed(() => SAID[this.state()]);
}
