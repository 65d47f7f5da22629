import { Component, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router } from '@angular/router';
import { DoorFrame } from '../../shell/door-frame/door-frame';
import { wordsOf } from '../../shell/refusal-words';
import { FocusTitle } from '../../ui/focus-title';
import { Icon } from '../../ui/icon';
import { Skeleton } from '../../ui/skeleton';
import { AccountClient } from '../account-client';
import { AddPasskey } from '../add-passkey/add-passkey';
import { CredentialClient } from '../credential-client';
import { EnrolTotp } from '../enrol-totp/enrol-totp';
import { ownPath } from '../own-path';
import { Passkeys } from '../passkeys';
import { RecoveryCodes } from '../recovery-codes/recovery-codes';

/** Owners and supervisors without a second factor add one here, before anything else. */
@Component({
  selector: 'visavis-second-factor-page',
  imports: [AddPasskey, DoorFrame, EnrolTotp, FocusTitle, Icon, MatButton, RecoveryCodes, Skeleton],
  templateUrl: './second-factor-page.html',
  styleUrl: './second-factor-page.scss',
})
export class SecondFactorPage {
  readonly #client = inject(AccountClient);
  readonly #credentials = inject(CredentialClient);
  readonly #router = inject(Router);
  protected readonly passkeys = inject(Passkeys);

  /** Where one wanted to go. */
  readonly back = input<string>();

  protected readonly step = signal<'choose' | 'passkey' | 'totp' | 'codes'>('choose');
  protected readonly codes = signal<readonly string[] | null>(null);
  protected readonly problem = signal('');

  protected async showCodes(): Promise<void> {
    this.step.set('codes');
    await this.#attempt(async () => this.codes.set(await this.#credentials.newRecoveryCodes()));
  }

  protected goOn(): void {
    void this.#router.navigateByUrl(ownPath(this.back()));
  }

  protected async signOut(): Promise<void> {
    await this.#attempt(async () => {
      await this.#client.signOut();
      await this.#router.navigateByUrl('/sign-in');
    });
  }

  async #attempt(act: () => Promise<void>): Promise<void> {
    this.problem.set('');
    try {
      await act();
    } catch (error) {
      this.problem.set(wordsOf(error));
    }
  }
}
