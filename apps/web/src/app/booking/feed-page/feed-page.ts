import { Component, computed, inject, resource, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatCheckbox } from '@angular/material/checkbox';
import { MatDialog } from '@angular/material/dialog';
import type { FeedReply } from '@visavis/booking';
import { wordsOf } from '../../shell/refusal-words';
import { ConfirmDialog } from '../../ui/confirm-dialog';
import { CopyField } from '../../ui/copy-field';
import { FeedClient } from '../feed-client';

@Component({
  selector: 'visavis-feed-page',
  imports: [CopyField, MatButton, MatCheckbox],
  templateUrl: './feed-page.html',
})
export class FeedPage {
  readonly #client = inject(FeedClient);
  readonly #dialogs = inject(MatDialog);

  readonly #loaded = resource({ loader: ({ abortSignal }) => this.#client.feed(abortSignal) });
  protected readonly feed = computed(() => (this.#loaded.hasValue() ? this.#loaded.value() : null));
  readonly #refused = signal('');
  protected readonly problem = computed(
    () => this.#refused() || (this.#loaded.error() ? wordsOf(this.#loaded.error()) : ''),
  );
  protected readonly done = signal('');

  protected async showDetails(details: boolean): Promise<void> {
    await this.#save(() => this.#client.showDetails(details), $localize`Enregistré`);
  }

  protected async rotate(): Promise<void> {
    const sure = await ConfirmDialog.ask(this.#dialogs, {
      title: $localize`Changer l’adresse du flux\u202f?`,
      text: $localize`L’adresse actuelle cessera aussitôt de fonctionner. Il faudra donner la nouvelle à chaque agenda qui lit ce flux.`,
      yes: $localize`Changer l’adresse`,
      no: $localize`La garder`,
    });
    if (sure)
      await this.#save(
        () => this.#client.rotate(),
        $localize`Nouvelle adresse en place. L’ancienne ne fonctionne plus.`,
      );
  }

  async #save(act: () => Promise<FeedReply>, words: string): Promise<void> {
    this.#refused.set('');
    this.done.set($localize`Enregistrement…`);
    try {
      this.#loaded.set(await act());
      this.done.set(words);
    } catch (error) {
      this.done.set('');
      this.#refused.set(wordsOf(error));
      this.#loaded.reload();
    }
  }
}
