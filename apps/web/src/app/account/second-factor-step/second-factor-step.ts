import {
  Component,
  computed,
  ElementRef,
  inject,
  input,
  linkedSignal,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { form, FormField, FormRoot, validate } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { MatError, MatFormField, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { secondFactorWish, type SecondFactorMethod, type SessionReply } from '@visavis/account';
import { Refused } from '../../shell/refused';
import { FieldWordsPipe } from '../../ui/field-words.pipe';
import { FocusTitle } from '../../ui/focus-title';
import { AccountClient } from '../account-client';
import { accountWordsOf, METHOD_WORDS } from '../account-words';
import { Passkeys } from '../passkeys';

/** What completes a password: a code of the authenticator, a recovery code, or a passkey in their place. */
@Component({
  selector: 'visavis-second-factor-step',
  imports: [
    FieldWordsPipe,
    FocusTitle,
    FormField,
    FormRoot,
    MatButton,
    MatError,
    MatFormField,
    MatInput,
    MatLabel,
  ],
  templateUrl: './second-factor-step.html',
  styleUrl: './second-factor-step.scss',
})
export class SecondFactorStep {
  readonly #client = inject(AccountClient);
  readonly #passkeys = inject(Passkeys);

  readonly methods = input.required<readonly SecondFactorMethod[]>();
  readonly signedIn = output<SessionReply>();
  /** Back to the password, with what to say there. */
  readonly startOver = output<string>();

  readonly #usable = computed(() =>
    this.methods().filter((method) => method !== 'passkey' || this.#passkeys.supported),
  );
  protected readonly method = linkedSignal(
    () => (['totp', 'passkey'] as const).find((one) => this.#usable().includes(one)) ?? 'recovery-code',
  );
  protected readonly others = computed(() =>
    this.#usable()
      .filter((method) => method !== this.method())
      .map((method) => ({ method, words: METHOD_WORDS[method] })),
  );
  readonly #typed = signal({ code: '' });
  protected readonly fields = form(
    this.#typed,
    (path) =>
      validate(path.code, ({ value }) => {
        const read = secondFactorWish.safeParse({ method: this.method(), code: value() });
        return read.success
          ? undefined
          : { kind: 'shape', message: read.error.issues[0]?.message ?? 'invalid' };
      }),
    { submission: { action: () => this.#complete() } },
  );
  protected readonly refusal = signal('');
  protected readonly waiting = signal(false);
  protected readonly codeLabel = $localize`Code à six chiffres`;
  protected readonly recoveryLabel = $localize`Code de secours`;
  private readonly title = viewChild.required<ElementRef<HTMLElement>>('title');

  protected choose(method: SecondFactorMethod): void {
    this.method.set(method);
    this.refusal.set('');
    this.fields().reset({ code: '' });
    this.title().nativeElement.focus();
  }

  protected async usePasskey(): Promise<void> {
    this.refusal.set('');
    this.waiting.set(true);
    try {
      this.signedIn.emit(await this.#client.signInWithPasskey(await this.#passkeys.use()));
    } catch (error) {
      this.refusal.set(accountWordsOf(error));
    } finally {
      this.waiting.set(false);
    }
  }

  async #complete(): Promise<undefined> {
    this.refusal.set('');
    try {
      const wish = secondFactorWish.parse({ method: this.method(), code: this.#typed().code });
      this.signedIn.emit(await this.#client.completeSignIn(wish));
    } catch (error) {
      if (error instanceof Refused && error.reason === 'not-signed-in')
        return void this.startOver.emit(
          $localize`Le temps pour saisir le code est passé. Saisissez à nouveau votre mot de passe.`,
        );
      this.refusal.set(accountWordsOf(error));
    }
  }
}
