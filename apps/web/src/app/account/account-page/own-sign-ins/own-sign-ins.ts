import { Component, computed, inject, resource, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import type { SignInsReply } from '@visavis/account';
import { wordsOf } from '../../../shell/refusal-words';
import { Session } from '../../../shell/session';
import { ConfirmDialog } from '../../../ui/confirm-dialog';
import { sayMoment } from '../../../ui/say-time';
import { Skeleton } from '../../../ui/skeleton';
import { BROWSER_WORDS, SYSTEM_WORDS } from '../../account-words';
import { CredentialClient } from '../../credential-client';

type SignIn = SignInsReply['signIns'][number];

/** Where one is signed in, and the end of that. */
@Component({
  selector: 'visavis-own-sign-ins',
  imports: [MatButton, Skeleton],
  template: `
    <h2 id="sign-ins" i18n>Où vous êtes connecté·e</h2>
    @if (signIns(); as signIns) {
      <ul class="bare" aria-labelledby="sign-ins">
        @for (one of signIns; track one.id) {
          <li class="row">
            <span class="grow">
              <b>{{ nameOf(one) }}</b>
              <br />
              <span class="quiet small" i18n>Depuis {{ say(one.signedInAt) }}&#8239;; vu pour la dernière fois {{ say(one.lastSeenAt) }}</span>
            </span>
            @if (one.current) {
              <span class="quiet" i18n>cet appareil</span>
            } @else {
              <button matButton type="button" [attr.aria-label]="endLabel(one)" (click)="end(one)" i18n>Terminer</button>
            }
          </li>
        }
      </ul>
      @if (signIns.length > 1) {
        <button matButton="outlined" type="button" (click)="endOthers()" i18n>Se déconnecter partout ailleurs…</button>
      }
    } @else if (!problem()) {
      <visavis-skeleton />
    }
    <p class="refusal" role="alert">{{ problem() }}</p>
    <p class="quiet small done" role="status">{{ done() }}</p>
  `,
  styleUrl: '../section.scss',
})
export class OwnSignIns {
  readonly #client = inject(CredentialClient);
  readonly #session = inject(Session);
  readonly #dialogs = inject(MatDialog);

  readonly #loaded = resource({ loader: ({ abortSignal }) => this.#client.signIns(abortSignal) });
  protected readonly signIns = computed(() =>
    this.#loaded.hasValue() ? this.#loaded.value().signIns : null,
  );
  readonly #refused = signal('');
  protected readonly problem = computed(
    () => this.#refused() || (this.#loaded.error() ? wordsOf(this.#loaded.error()) : ''),
  );
  protected readonly done = signal('');

  protected nameOf({ browser, system }: SignIn): string {
    return $localize`${BROWSER_WORDS[browser]}:browser: sur ${SYSTEM_WORDS[system]}:system:`;
  }

  protected endLabel(one: SignIn): string {
    return $localize`Terminer la session de ${this.nameOf(one)}:where:`;
  }

  protected say(at: number): string {
    return sayMoment(this.#session.zone(), at);
  }

  protected async end(one: SignIn): Promise<void> {
    await this.#attempt(() => this.#client.endSignIn(one.id), $localize`Session terminée`);
  }

  protected async endOthers(): Promise<void> {
    const sure = await ConfirmDialog.ask(this.#dialogs, {
      title: $localize`Se déconnecter partout ailleurs\u202f?`,
      text: $localize`Toutes les sessions sauf celle-ci se terminent aussitôt. Ce qui n’y était pas enregistré sera perdu.`,
      yes: $localize`Terminer les autres sessions`,
      no: $localize`Ne rien changer`,
    });
    if (sure)
      await this.#attempt(
        () => this.#client.endOtherSignIns(),
        $localize`Les autres sessions sont terminées.`,
      );
  }

  async #attempt(act: () => Promise<void>, words: string): Promise<void> {
    this.#refused.set('');
    this.done.set('');
    try {
      await act();
      this.done.set(words);
    } catch (error) {
      this.#refused.set(wordsOf(error));
    }
    this.#loaded.reload();
  }
}
