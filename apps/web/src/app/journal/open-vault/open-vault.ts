import { DOCUMENT } from '@angular/common';
import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { saveFile } from '../../shell/download';
import { Session } from '../../shell/session';
import { FocusTitle } from '../../ui/focus-title';
import { Icon } from '../../ui/icon';
import { JournalVault } from '../vault/journal-vault';
import type { RecoveryKit } from '../vault/vault-types';
import { wordsOfTypedKey } from '../which-word';
import { KitView } from './kit-view';
import { RetypeKit, type Retyped } from './retype-kit';

/** First use: what is promised and what is not, the kit, and the kit typed again. Nothing exists before that. */
@Component({
  selector: 'visavis-open-vault',
  imports: [FocusTitle, Icon, KitView, MatButton, RetypeKit, RouterLink],
  templateUrl: './open-vault.html',
  styleUrl: './open-vault.scss',
})
export class OpenVault {
  readonly #vault = inject(JournalVault);
  readonly #session = inject(Session);
  readonly #document = inject(DOCUMENT);

  protected readonly step = signal<'promise' | 'kit' | 'again'>('promise');
  protected readonly kit = signal<RecoveryKit | null>(null);
  protected readonly working = signal(false);
  protected readonly problem = signal('');
  protected readonly saved = signal('');
  protected readonly asked = computed(() => this.kit()?.groupsAsked ?? ([0, 1] as const));

  protected async prepare(): Promise<void> {
    await this.#try(async () => {
      this.kit.set(await this.#vault.prepare());
      this.step.set('kit');
    });
  }

  protected async saveKit(): Promise<void> {
    const kit = this.kit();
    if (!kit) return;
    await this.#try(async () => {
      const { kitOnPaper } = await import('../pdf/on-paper');
      const blob = await kitOnPaper(kit, this.#session.who()?.name ?? '');
      saveFile(this.#document, blob, $localize`kit-de-secours.pdf`);
      this.saved.set($localize`Fichier remis à votre navigateur. Imprimez-le, puis effacez-le.`);
    });
  }

  protected async open(typed: Retyped): Promise<void> {
    await this.#try(async () => {
      await this.#vault.confirmAndOpen(typed);
      this.kit.set(null);
    });
  }

  async #try(act: () => Promise<void>): Promise<void> {
    this.problem.set('');
    this.working.set(true);
    try {
      await act();
    } catch (error) {
      this.problem.set(wordsOfTypedKey(error));
    } finally {
      this.working.set(false);
    }
  }
}
