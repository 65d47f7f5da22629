import {
  afterNextRender,
  Component,
  computed,
  type ElementRef,
  inject,
  Injector,
  signal,
  viewChild,
} from '@angular/core';
import { form, FormField, FormRoot, validateStandardSchema } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import {
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import { MatError, MatFormField, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { confirmTotpWish as codeOnly, type ProofWish } from '@visavis/account';
import { Session } from '../../shell/session';
import { FieldWordsPipe } from '../../ui/field-words.pipe';
import { Icon } from '../../ui/icon';
import { AccountClient } from '../account-client';
import { accountWordsOf } from '../account-words';
import { Passkeys } from '../passkeys';

/** A code by e-mail, or a passkey, before something weighty. Closes with true when it was shown. */
@Component({
  selector: 'visavis-proof-dialog',
  imports: [
    FieldWordsPipe,
    FormField,
    FormRoot,
    Icon,
    MatButton,
    MatDialogActions,
    MatDialogClose,
    MatDialogContent,
    MatDialogTitle,
    MatError,
    MatFormField,
    MatInput,
    MatLabel,
  ],
  templateUrl: './proof-dialog.html',
  styleUrl: './proof-dialog.scss',
})
export class ProofDialog {
  readonly #client = inject(AccountClient);
  readonly #dialog = inject<MatDialogRef<ProofDialog, boolean>>(MatDialogRef);
  readonly #session = inject(Session);
  readonly #injector = inject(Injector);
  protected readonly passkeys = inject(Passkeys);

  readonly #typed = signal({ code: '' });
  protected readonly fields = form(this.#typed, (path) => validateStandardSchema(path, codeOnly), {
    submission: { action: () => this.#prove(codeOnly.parse(this.#typed())) },
  });
  protected readonly hasPasskey = computed(
    () => this.#session.who()?.secondFactor.enrolled.includes('passkey') ?? false,
  );
  protected readonly busy = signal(false);
  /** The address a code was sent to. */
  protected readonly sentTo = signal('');
  protected readonly refusal = signal('');
  private readonly code = viewChild<ElementRef<HTMLElement>>('code');

  protected async usePasskey(): Promise<void> {
    await this.#attempt(async () => this.#prove({ passkey: await this.passkeys.use() }));
  }

  protected async sendCode(): Promise<void> {
    await this.#attempt(async () => {
      await this.#client.sendProofCode();
      this.sentTo.set(this.#session.who()?.email ?? '');
      afterNextRender(() => this.code()?.nativeElement.focus(), { injector: this.#injector });
    });
  }

  async #prove(wish: ProofWish): Promise<undefined> {
    await this.#attempt(async () => {
      await this.#client.prove(wish);
      this.#dialog.close(true);
    });
  }

  async #attempt(act: () => Promise<unknown>): Promise<void> {
    this.refusal.set('');
    this.busy.set(true);
    try {
      await act();
    } catch (error) {
      this.refusal.set(accountWordsOf(error));
    } finally {
      this.busy.set(false);
    }
  }
}
