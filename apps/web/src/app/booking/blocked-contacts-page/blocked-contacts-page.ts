import { Component, computed, inject, resource, signal } from '@angular/core';
import { form, FormField, FormRoot, validateStandardSchema } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { MatError, MatFormField, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { MatSnackBar } from '@angular/material/snack-bar';
import { blockedContactWish, type BlockedContactsReply, type BlockedContactWish } from '@visavis/booking';
import { wordsOf } from '../../shell/refusal-words';
import { serverErrors, type FieldProblems } from '../../shell/server-errors';
import { FieldWordsPipe } from '../../ui/field-words.pipe';
import { BlockedContactsClient } from '../blocked-contacts-client';

@Component({
  selector: 'visavis-blocked-contacts-page',
  imports: [FieldWordsPipe, FormField, FormRoot, MatButton, MatError, MatFormField, MatInput, MatLabel],
  templateUrl: './blocked-contacts-page.html',
  styleUrl: './blocked-contacts-page.scss',
})
export class BlockedContactsPage {
  readonly #client = inject(BlockedContactsClient);
  readonly #notices = inject(MatSnackBar);

  readonly #loaded = resource({ loader: ({ abortSignal }) => this.#client.all(abortSignal) });
  protected readonly contacts = computed(() =>
    this.#loaded.hasValue() ? this.#loaded.value().contacts : null,
  );
  readonly #refused = signal('');
  protected readonly problem = computed(
    () => this.#refused() || (this.#loaded.error() ? wordsOf(this.#loaded.error()) : ''),
  );
  protected readonly kindWords: Record<BlockedContactWish['kind'], string> = {
    email: $localize`E-mail`,
    phone: $localize`Téléphone`,
  };

  readonly #typed = signal<BlockedContactWish>({ kind: 'email', value: '' });
  protected readonly fields = form(this.#typed, (path) => validateStandardSchema(path, blockedContactWish), {
    submission: { action: () => this.#block() },
  });

  async #block(): Promise<FieldProblems> {
    this.#refused.set('');
    try {
      this.#loaded.set(await this.#client.block(blockedContactWish.parse(this.#typed())));
      this.fields().reset({ kind: this.#typed().kind, value: '' });
      return [];
    } catch (error) {
      this.#refused.set(wordsOf(error));
      return serverErrors(error, this.fields);
    }
  }

  protected async release({ id, kind, value }: BlockedContactsReply['contacts'][number]): Promise<void> {
    if (!(await this.#attempt(() => this.#client.release(id)))) return;
    const notice = this.#notices.open(
      $localize`${value}:contact: peut réserver à nouveau`,
      $localize`Annuler`,
    );
    notice.onAction().subscribe(() => void this.#attempt(() => this.#client.block({ kind, value })));
  }

  async #attempt(act: () => Promise<BlockedContactsReply>): Promise<boolean> {
    this.#refused.set('');
    try {
      this.#loaded.set(await act());
      return true;
    } catch (error) {
      this.#refused.set(wordsOf(error));
      return false;
    }
  }
}
