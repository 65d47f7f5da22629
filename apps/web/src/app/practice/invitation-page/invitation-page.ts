import { Component, computed, effect, inject, input, resource, signal, untracked } from '@angular/core';
import { form, FormField, FormRoot, validateStandardSchema } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { MatError, MatFormField, MatHint, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { accountWish, newPasswordWish, signInWish } from '@visavis/account';
import type { InvitationAcceptance } from '@visavis/practice';
import { AccountClient } from '../../account/account-client';
import { EnterPractice } from '../../account/enter-practice';
import { NewPasswordField } from '../../account/new-password-field/new-password-field';
import { DoorFrame } from '../../shell/door-frame/door-frame';
import { Refused } from '../../shell/refused';
import { wordsOf } from '../../shell/refusal-words';
import { serverErrors, type FieldProblems } from '../../shell/server-errors';
import { Session } from '../../shell/session';
import { FieldWordsPipe } from '../../ui/field-words.pipe';
import { FocusTitle } from '../../ui/focus-title';
import { LANGUAGE } from '../../ui/language';
import { Skeleton } from '../../ui/skeleton';
import { InvitationClient, type InvitationAddress } from '../invitation-client';
import { inOneSentence, ROLE_IN_SENTENCE } from '../practice-words';

const newcomerWish = newPasswordWish.extend({ name: accountWish.shape.name.unwrap() });
const knownWish = signInWish.pick({ password: true });

/** Behind the link of an invitation. Opening it changes nothing: only its buttons do. */
@Component({
  selector: 'visavis-invitation-page',
  imports: [
    DoorFrame,
    FieldWordsPipe,
    FocusTitle,
    FormField,
    FormRoot,
    MatButton,
    MatError,
    MatFormField,
    MatHint,
    MatInput,
    MatLabel,
    NewPasswordField,
    RouterLink,
    Skeleton,
  ],
  templateUrl: './invitation-page.html',
  styleUrl: '../../account/door.scss',
})
export class InvitationPage {
  readonly #client = inject(InvitationClient);
  readonly #account = inject(AccountClient);
  readonly #enter = inject(EnterPractice);
  protected readonly session = inject(Session);

  /** From the address. */
  readonly practice = input.required<string>();
  readonly id = input.required<string>();
  readonly #secret = inject(ActivatedRoute).snapshot.fragment ?? '';
  /** To come back to after signing in; never part of an address that is sent, for the secret in it. */
  protected readonly here = inject(Router).url;

  readonly #address = computed<InvitationAddress>(() => ({
    practice: this.practice(),
    id: this.id(),
    secret: this.#secret,
  }));
  readonly #loaded = resource({
    params: () => this.#address(),
    loader: async ({ params, abortSignal }) => {
      if (!this.session.who()) await this.#account.resume();
      return this.#client.read(params, abortSignal);
    },
  });
  protected readonly invitation = computed(() => (this.#loaded.hasValue() ? this.#loaded.value() : null));
  readonly #foundOver = signal(false);
  protected readonly over = computed(() => this.#foundOver() || isOver(this.#loaded.error()));
  protected readonly problem = computed(() => (this.#loaded.error() ? wordsOf(this.#loaded.error()) : ''));
  protected readonly rolesInWords = computed(() =>
    inOneSentence((this.invitation()?.roles ?? []).map((role) => ROLE_IN_SENTENCE[role])),
  );
  protected readonly way = computed(() => {
    const who = this.session.who();
    if (who) return who.email === this.invitation()?.email ? 'signed-in' : 'somebody-else';
    return this.invitation()?.account === 'new' ? 'new' : 'password';
  });

  readonly #typed = signal({ name: '', password: '' });
  protected readonly newcomer = form(this.#typed, (path) => validateStandardSchema(path, newcomerWish), {
    submission: { action: () => this.#open() },
  });
  readonly #typedPassword = signal({ password: '' });
  protected readonly known = form(this.#typedPassword, (path) => validateStandardSchema(path, knownWish), {
    submission: { action: () => this.#joinWithPassword() },
  });
  protected readonly busy = signal(false);
  protected readonly refusal = signal('');

  constructor() {
    // The name the inviting person knows is a beginning.
    effect(() => {
      const name = this.invitation()?.name ?? '';
      untracked(() => this.#typed.update((typed) => ({ ...typed, name: typed.name || name })));
    });
  }

  protected again(): void {
    this.#loaded.reload();
  }

  protected async join(): Promise<void> {
    await this.#attempt(async () => {
      const { practice } = await this.#accept({});
      await this.#enter.asSignedIn(practice.slug);
    });
  }

  protected async signOut(): Promise<void> {
    await this.#attempt(() => this.#account.signOut());
  }

  async #open(): Promise<FieldProblems> {
    return this.#attempt(async () => {
      const { name, password } = newcomerWish.parse(this.#typed());
      const { practice, email } = await this.#accept({ name, password, language: LANGUAGE });
      await this.#enter.withPassword(practice.slug, email, password);
    });
  }

  async #joinWithPassword(): Promise<FieldProblems> {
    return this.#attempt(async () => {
      const { password } = this.#typedPassword();
      const { practice, email } = await this.#accept({ password });
      await this.#enter.withPassword(practice.slug, email, password);
    });
  }

  #accept(wish: InvitationAcceptance): ReturnType<InvitationClient['accept']> {
    return this.#client.accept(this.#address(), wish);
  }

  async #attempt(act: () => Promise<void>): Promise<FieldProblems> {
    this.refusal.set('');
    this.busy.set(true);
    try {
      await act();
      return [];
    } catch (error) {
      if (isOver(error)) this.#foundOver.set(true);
      // The account was opened since the page was read, perhaps in another tab.
      else if (error instanceof Refused && error.reason === 'account-exists') this.#loaded.reload();
      this.refusal.set(wordsOf(error));
      return serverErrors(error, this.newcomer);
    } finally {
      this.busy.set(false);
    }
  }
}

function isOver(error: unknown): boolean {
  return error instanceof Refused && (error.reason === 'not-found' || error.reason === 'link-over');
}
