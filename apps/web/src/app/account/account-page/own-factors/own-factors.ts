import { Component, computed, inject, resource, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import type { CredentialsReply } from '@visavis/account';
import { wordsOf } from '../../../shell/refusal-words';
import { Session } from '../../../shell/session';
import { ConfirmDialog } from '../../../ui/confirm-dialog';
import { sayDate } from '../../../ui/say-date';
import { Skeleton } from '../../../ui/skeleton';
import { AccountClient } from '../../account-client';
import { AddPasskey } from '../../add-passkey/add-passkey';
import { CredentialClient } from '../../credential-client';
import { EnrolTotp } from '../../enrol-totp/enrol-totp';
import { Passkeys } from '../../passkeys';
import { RecoveryCodes } from '../../recovery-codes/recovery-codes';

type Passkey = CredentialsReply['passkeys'][number];

/** So few recovery codes left that one should make new ones. */
const FEW = 3;

/** Passkeys, the authenticator and recovery codes: what there is, what can be added and taken away. */
@Component({
  selector: 'visavis-own-factors',
  imports: [AddPasskey, EnrolTotp, MatButton, RecoveryCodes, Skeleton],
  templateUrl: './own-factors.html',
  styleUrl: '../section.scss',
  styles: '.few { font-weight: var(--weight-strong); color: var(--color-signal) }',
})
export class OwnFactors {
  readonly #client = inject(CredentialClient);
  readonly #account = inject(AccountClient);
  readonly #session = inject(Session);
  readonly #dialogs = inject(MatDialog);
  protected readonly passkeys = inject(Passkeys);

  readonly #loaded = resource({ loader: ({ abortSignal }) => this.#client.credentials(abortSignal) });
  protected readonly credentials = computed(() => (this.#loaded.hasValue() ? this.#loaded.value() : null));
  readonly #refused = signal('');
  protected readonly problem = computed(
    () => this.#refused() || (this.#loaded.error() ? wordsOf(this.#loaded.error()) : ''),
  );
  protected readonly done = signal('');
  protected readonly adding = signal<'passkey' | 'totp' | null>(null);
  protected readonly codes = signal<readonly string[] | null>(null);
  protected readonly addedPasskey = $localize`Clé d’accès ajoutée`;
  protected readonly addedTotp = $localize`Application d’authentification en place`;
  protected readonly keptCodes = $localize`Les anciens codes ne valent plus, les nouveaux sont en place.`;

  readonly #left = computed(() => this.credentials()?.recoveryCodes?.left ?? null);
  /** Only then is there something a lost device could keep one from. */
  protected readonly protected = computed(() => {
    const credentials = this.credentials();
    return !!credentials && (credentials.totp !== null || credentials.passkeys.length > 0);
  });
  protected readonly few = computed(() => this.protected() && (this.#left() ?? 0) < FEW);
  protected readonly recoveryWords = computed(() => {
    const left = this.#left();
    if (!this.protected())
      return $localize`Ils servent quand l’appareil d’une seconde vérification est perdu. Ajoutez d’abord une clé d’accès ou une application.`;
    return left === null
      ? $localize`Vous n’en avez pas. Sans eux, perdre votre appareil vous laisse dehors.`
      : $localize`Il vous en reste ${left}:count: sur dix.`;
  });

  protected readonly sayDate = (at: number): string => sayDate(this.#session.zone(), at);

  protected sayPasskey({ addedAt, lastUsedAt, synced }: Passkey): string {
    const added = $localize`Ajoutée le ${this.sayDate(addedAt)}:date:`;
    const used =
      lastUsedAt === null
        ? $localize`jamais utilisée`
        : $localize`utilisée le ${this.sayDate(lastUsedAt)}:date:`;
    const kept = synced ? $localize`partagée entre vos appareils` : $localize`sur un seul appareil`;
    return `${added}, ${used}, ${kept}`;
  }

  protected removeLabel(name: string): string {
    return $localize`Retirer la clé d’accès ${name}:name:`;
  }

  protected learn(words: string): void {
    this.adding.set(null);
    this.codes.set(null);
    this.done.set(words);
    this.#loaded.reload();
  }

  protected async removePasskey({ id, name }: Passkey): Promise<void> {
    const sure = await ConfirmDialog.ask(this.#dialogs, {
      title: $localize`Retirer cette clé d’accès\u202f?`,
      text: $localize`«\u202f${name}:name:\u202f» ne permettra plus de se connecter. Pensez à l’effacer aussi sur l’appareil qui la garde.`,
      yes: $localize`Retirer la clé`,
      no: $localize`La garder`,
    });
    if (sure) await this.#attempt(() => this.#client.removePasskey(id), $localize`Clé d’accès retirée`);
  }

  protected async removeTotp(): Promise<void> {
    const sure = await ConfirmDialog.ask(this.#dialogs, {
      title: $localize`Retirer l’application d’authentification\u202f?`,
      text: $localize`Ses codes ne seront plus demandés ni acceptés.`,
      yes: $localize`Retirer l’application`,
      no: $localize`La garder`,
    });
    if (sure) await this.#attempt(() => this.#client.removeTotp(), $localize`Application retirée`);
  }

  protected async makeCodes(): Promise<void> {
    await this.#attempt(async () => this.codes.set(await this.#client.newRecoveryCodes()), '');
  }

  async #attempt(act: () => Promise<void>, words: string): Promise<void> {
    this.#refused.set('');
    this.done.set('');
    try {
      await act();
      this.done.set(words);
      await this.#account.resume();
      this.#loaded.reload();
    } catch (error) {
      this.#refused.set(wordsOf(error));
    }
  }
}
