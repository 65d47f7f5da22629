import { Component, computed, inject, input, resource, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import type { InvitationReply } from '@visavis/practice';
import { ROLE_WORDS } from '../../account/account-words';
import { wordsOf } from '../../shell/refusal-words';
import { ConfirmDialog } from '../../ui/confirm-dialog';
import { sayDate } from '../../ui/say-date';
import { PeopleClient } from '../people-client';
import { inOneSentence, INVITATION_STATE_WORDS } from '../practice-words';

/** Who was invited and has not answered yet: what became of the letter, and what one can do. */
@Component({
  selector: 'visavis-waiting-invitations',
  imports: [MatButton],
  templateUrl: './waiting-invitations.html',
  styleUrl: './waiting-invitations.scss',
})
export class WaitingInvitations {
  readonly #client = inject(PeopleClient);
  readonly #dialogs = inject(MatDialog);

  readonly zone = input.required<string>();

  readonly #loaded = resource({ loader: ({ abortSignal }) => this.#client.waiting(abortSignal) });
  protected readonly invitations = computed(() =>
    this.#loaded.hasValue() ? this.#loaded.value().invitations : [],
  );
  readonly #refused = signal('');
  protected readonly problem = computed(
    () => this.#refused() || (this.#loaded.error() ? wordsOf(this.#loaded.error()) : ''),
  );
  protected readonly done = signal('');
  protected readonly stateWords = INVITATION_STATE_WORDS;

  reload(): void {
    this.#loaded.reload();
  }

  protected rolesOf({ roles }: InvitationReply): string {
    return inOneSentence(roles.map((role) => ROLE_WORDS[role]));
  }

  protected sayDate(at: number): string {
    return sayDate(this.zone(), at);
  }

  protected async sendAgain({ id, email }: InvitationReply): Promise<void> {
    await this.#attempt(
      () => this.#client.sendAgain(id),
      $localize`Un nouvel e-mail part à ${email}:address:`,
    );
  }

  protected async withdraw({ id, name }: InvitationReply): Promise<void> {
    const sure = await ConfirmDialog.ask(this.#dialogs, {
      title: $localize`Retirer l’invitation\u202f?`,
      text: $localize`Le lien reçu par ${name}:name: ne vaudra plus. Vous pourrez inviter cette personne à nouveau.`,
      yes: $localize`Retirer l’invitation`,
      no: $localize`La laisser`,
    });
    if (sure) await this.#attempt(() => this.#client.withdraw(id), $localize`Invitation retirée`);
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
