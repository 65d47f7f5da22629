import { DOCUMENT } from '@angular/common';
import { Component, computed, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { saveFile } from '../../../shell/download';
import { Session } from '../../../shell/session';
import { KitView } from '../../open-vault/kit-view';
import { type Retyped, RetypeKit } from '../../open-vault/retype-kit';
import { JournalVault } from '../../vault/journal-vault';
import type { RecoveryKit } from '../../vault/vault-types';
import { wordsOfTypedKey } from '../../which-word';

export type Rekeying = 'passphrase' | 'recovery' | 'rotation';

/** New ways into an open vault, shown, kept, typed again: one of them alone, or both with new keys for everything. */
@Component({
  selector: 'visavis-rekey-vault',
  imports: [KitView, MatButton, RetypeKit],
  template: `
    @if (shown(); as kit) {
      @if (again()) {
        <visavis-retype-kit [groupsAsked]="asked()" [asksPhrase]="how() !== 'recovery'" [act]="act" [working]="working()" (typed)="confirm($event)">
          <button matButton type="button" (click)="again.set(false)" i18n>Revoir le kit</button>
        </visavis-retype-kit>
      } @else {
        <visavis-kit-view [kit]="kit" />
        <p class="acts">
          @if (how() === 'rotation') {
            <button matButton="outlined" type="button" (click)="saveKit()" i18n>Kit à imprimer (PDF)</button>
          }
          <button matButton="filled" type="button" (click)="again.set(true)" i18n>Je l’ai gardé, continuer</button>
          <button matButton type="button" (click)="left.emit()" i18n>Renoncer</button>
        </p>
      }
    } @else {
      <p class="acts">
        <button matButton="filled" type="button" [disabled]="working()" (click)="prepare()" i18n>Montrer ce qui est nouveau</button>
        <button matButton type="button" (click)="left.emit()" i18n>Renoncer</button>
      </p>
    }
    @if (problem()) {
      <p class="refusal" role="alert">{{ problem() }}</p>
    }
  `,
  styleUrl: '../../open-vault/open-vault.scss',
})
export class RekeyVault {
  readonly #vault = inject(JournalVault);
  readonly #session = inject(Session);
  readonly #document = inject(DOCUMENT);

  readonly how = input.required<Rekeying>();
  readonly done = output<void>();
  readonly left = output<void>();
  protected readonly act = $localize`Confirmer`;
  /** All of a kit, or the one way that is new. */
  protected readonly shown = signal<Partial<RecoveryKit> | null>(null);
  protected readonly again = signal(false);
  protected readonly working = signal(false);
  protected readonly problem = signal('');
  protected readonly asked = computed<readonly number[]>(() =>
    this.how() === 'passphrase' ? [] : (this.shown()?.groupsAsked ?? []),
  );

  protected async prepare(): Promise<void> {
    await this.#try(async () => this.shown.set(await this.#prepared(this.how())));
  }

  protected async saveKit(): Promise<void> {
    const kit = this.shown();
    if (kit === null) return;
    await this.#try(async () => {
      const { kitOnPaper } = await import('../../pdf/on-paper');
      saveFile(
        this.#document,
        await kitOnPaper(kit as RecoveryKit, this.#session.who()?.name ?? ''),
        $localize`kit-de-secours.pdf`,
      );
    });
  }

  protected async confirm(typed: Retyped): Promise<void> {
    await this.#try(async () => {
      await (this.how() === 'rotation' ? this.#vault.confirmRotation(typed) : this.#vault.confirmWay(typed));
      this.shown.set(null);
      this.done.emit();
    });
  }

  async #prepared(how: Rekeying): Promise<Partial<RecoveryKit>> {
    if (how === 'rotation') return this.#vault.prepareRotation();
    const { text, groupsAsked } = await this.#vault.prepareWay(how);
    return how === 'passphrase' ? { passphrase: text } : { recoveryCode: text, groupsAsked };
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
