import { Component, computed, inject, input, linkedSignal, resource, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { RouterLink } from '@angular/router';
import type { AppointmentDetail } from '@visavis/booking';
import type { InviteCallerReply } from '@visavis/supervision';
import { PeopleClient } from '../../practice/people-client';
import { INVITATION_STATE_WORDS } from '../../practice/practice-words';
import { Refused } from '../../shell/refused';
import { wordsOf } from '../../shell/refusal-words';
import { ActDialog } from '../act-dialog/act-dialog';
import { ContractClient } from '../contract-client';

/** After a discovery call, one click: an invitation leaves and a draft is there. */
@Component({
  selector: 'visavis-invite-caller',
  imports: [MatButton, RouterLink],
  template: `
    @if (done(); as done) {
      <p role="status">{{ letter() }}</p>
      <a matButton="filled" [routerLink]="['/contracts', done.contractId, 'edit']" i18n>Ouvrir le brouillon du contrat</a>
    } @else {
      <button matButton="filled" type="button" disabledInteractive [disabled]="busy()" (click)="invite()" i18n>Inviter et préparer le contrat</button>
      <p class="quiet small" i18n>La personne reçoit un e-mail pour ouvrir son compte. Un brouillon de contrat, rempli avec ce qu’elle a dit, vous attend.</p>
    }
    <p class="refusal" role="alert">{{ refusal() }}
      @if (known()) {
        <a routerLink="/contracts" [queryParams]="{ search: name() }" i18n>Chercher son contrat</a>
      }
    </p>
  `,
  styles: `
    .refusal { color: var(--color-signal); }
    .refusal:empty { display: none; }
  `,
})
export class InviteCaller {
  readonly #client = inject(ContractClient);
  readonly #people = inject(PeopleClient);
  readonly #dialogs = inject(MatDialog);

  readonly call = input.required<AppointmentDetail>();
  protected readonly done = linkedSignal<string, InviteCallerReply | null>({
    source: () => this.call().id,
    computation: () => null,
  });
  protected readonly busy = signal(false);
  protected readonly refusal = signal('');
  protected readonly known = signal(false);
  protected readonly name = computed(() => this.call().lastName ?? '');
  readonly #invitation = resource({
    params: () => this.done() ?? undefined,
    loader: async ({ params, abortSignal }) => {
      const { invitations } = await this.#people.waiting(abortSignal);
      return invitations.find(({ id }) => id === params.invitationId) ?? null;
    },
  });
  protected readonly letter = computed(() => {
    const invitation = this.#invitation.hasValue() ? this.#invitation.value() : null;
    return invitation
      ? $localize`Invitation à ${invitation.email}:address:. ${INVITATION_STATE_WORDS[invitation.state]}:state:.`
      : $localize`L’invitation est faite.`;
  });

  protected async invite(): Promise<void> {
    const { intake } = this.call();
    const language = intake?.language ?? 'fr';
    const templateId = `individual-session-${language}`;
    this.refusal.set('');
    this.known.set(false);
    if (!intake?.email) {
      await ActDialog.open(this.#dialogs, {
        title: $localize`Inviter et préparer le contrat`,
        says: [$localize`Cette personne n’a pas laissé d’adresse e-mail. L’invitation en a besoin.`],
        fields: [{ name: 'email', kind: 'email', label: $localize`Adresse e-mail` }],
        yes: $localize`Envoyer l’invitation`,
        no: $localize`Abandonner`,
        act: async ({ email = '' }) =>
          this.done.set(await this.#client.inviteCaller(this.call().id, { email, language, templateId })),
      });
      return;
    }
    this.busy.set(true);
    try {
      this.done.set(await this.#client.inviteCaller(this.call().id, { language, templateId }));
    } catch (error) {
      this.refusal.set(wordsOf(error));
      this.known.set(
        error instanceof Refused && (error.reason === 'already-invited' || error.reason === 'already-member'),
      );
    } finally {
      this.busy.set(false);
    }
  }
}
