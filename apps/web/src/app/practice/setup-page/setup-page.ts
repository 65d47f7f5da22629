import { Component, computed, effect, inject, signal, untracked } from '@angular/core';
import { form, FormField, FormRoot, validateStandardSchema } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { MatError, MatFormField, MatHint, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { ActivatedRoute, RouterLink } from '@angular/router';
import { newPasswordWish } from '@visavis/account';
import { setupWish, slugLike, type SetupWish } from '@visavis/practice';
import * as z from 'zod';
import { EnterPractice } from '../../account/enter-practice';
import { NewPasswordField } from '../../account/new-password-field/new-password-field';
import { DoorFrame } from '../../shell/door-frame/door-frame';
import { Refused } from '../../shell/refused';
import { wordsOf } from '../../shell/refusal-words';
import { serverErrors, type FieldProblems } from '../../shell/server-errors';
import { fieldWords } from '../../ui/field-error-words';
import { FieldWordsPipe } from '../../ui/field-words.pipe';
import { FocusTitle } from '../../ui/focus-title';
import { LANGUAGE } from '../../ui/language';
import { timeZoneGroups } from '../../ui/time-zones';
import { InvitationClient } from '../invitation-client';
import { namedCountries } from '../practice-page/countries';

const strongPassword = z.looseObject({ password: newPasswordWish.shape.password });

/** It is the first practice of the installation. */
const NOTHING_TAKEN: ReadonlySet<string> = new Set();

/** Behind the link that a new installation prints on its console: the first practice and its owner. */
@Component({
  selector: 'visavis-setup-page',
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
  ],
  templateUrl: './setup-page.html',
  styleUrl: '../../account/door.scss',
  styles: 'h2 { margin-block: var(--space-3) 0; }',
})
export class SetupPage {
  readonly #client = inject(InvitationClient);
  readonly #enter = inject(EnterPractice);

  readonly #zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  readonly #typed = signal<SetupWish>({
    secret: inject(ActivatedRoute).snapshot.fragment ?? '',
    practice: { slug: '', name: '', country: 'FR' },
    owner: { name: '', email: '', password: '', language: LANGUAGE, timeZone: this.#zone },
  });
  protected readonly fields = form(
    this.#typed,
    (path) => {
      validateStandardSchema(path, setupWish);
      validateStandardSchema(path.owner, strongPassword);
    },
    { submission: { action: () => this.#setUp() } },
  );
  protected readonly countries = namedCountries();
  protected readonly zones = timeZoneGroups(this.#zone);
  /** True once the address was written by hand: then it no longer follows the name. */
  protected readonly ownSlug = signal(false);
  protected readonly pageAddress = computed(
    () => `${location.origin}/${LANGUAGE}/c/${this.#typed().practice.slug || '…'}`,
  );
  protected readonly slugProblem = computed(() => {
    const code = this.fields.practice.slug().errors()[0]?.message;
    if (!code) return '';
    return code === 'invalid-address'
      ? $localize`Des lettres sans accent, des chiffres et des traits d’union, comme cabinet-tilleul.`
      : code === 'not-accepted'
        ? $localize`Ce mot fait déjà partie d’autres adresses. Choisissez-en un autre.`
        : fieldWords(code);
  });
  protected readonly state = signal<'open' | 'done-before' | 'wrong-link'>('open');
  protected readonly refusal = signal('');

  constructor() {
    effect(() => {
      const name = this.fields.practice.name().value();
      if (untracked(this.ownSlug)) return;
      untracked(() =>
        this.fields.practice.slug().value.set(name.trim() === '' ? '' : slugLike(name, NOTHING_TAKEN)),
      );
    });
  }

  async #setUp(): Promise<FieldProblems> {
    this.refusal.set('');
    try {
      const wish = setupWish.parse(this.#typed());
      const { practice } = await this.#client.setUp(wish);
      await this.#enter.withPassword(practice.slug, wish.owner.email, wish.owner.password);
      return [];
    } catch (error) {
      if (error instanceof Refused && error.reason === 'already-set-up') this.state.set('done-before');
      else if (error instanceof Refused && error.reason === 'not-found') this.state.set('wrong-link');
      this.refusal.set(wordsOf(error));
      return serverErrors(error, this.fields);
    }
  }
}
