import { inject, Injectable } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { Router } from '@angular/router';
import {
  END_GROUNDS,
  NOTICE_GROUNDS,
  type ContractAction,
  type ContractReply,
  type EndGround,
  type NoticeGround,
  type Party,
} from '@visavis/supervision';
import { addDays } from '../ui/local-date';
import { sayDayAndYear } from '../ui/say-time';
import { dateAt } from '../ui/zone-clock';
import { ActDialog, type Act, type ActField } from './act-dialog/act-dialog';
import { ContractClient } from './contract-client';
import { END_GROUND_WORDS, NOTICE_GROUND_WORDS } from './supervision-words';

/** What is done in a dialog; the others are pages of their own. */
export type DialogAction = Exclude<ContractAction, 'edit' | 'propose' | 'sign' | 'comment' | 'book'>;

type Changed = (contract: ContractReply) => void;

/** Acts on a contract, each explained before it is done. */
@Injectable({ providedIn: 'root' })
export class ContractActs {
  readonly #client = inject(ContractClient);
  readonly #dialogs = inject(MatDialog);
  readonly #router = inject(Router);

  /** Words for the button; what the other party has asked for is answered rather than asked again. */
  label(action: DialogAction, contract: ContractReply): string {
    const answered = answers(action, contract);
    switch (action) {
      case 'request-changes':
        return $localize`Demander des changements`;
      case 'decline':
        return $localize`Refuser`;
      case 'withdraw':
        return $localize`Retirer`;
      case 'amend':
        return $localize`Préparer un avenant`;
      case 'suspend':
        return $localize`Suspendre`;
      case 'resume':
        return $localize`Reprendre`;
      case 'give-notice':
        return $localize`Donner le préavis`;
      case 'cancel-notice':
        return answered ? $localize`Accepter d’annuler le préavis` : $localize`Annuler le préavis`;
      case 'end':
        return answered ? $localize`Répondre à la demande de fin` : $localize`Mettre fin maintenant`;
      case 'complete':
        return answered ? $localize`Confirmer l’accomplissement` : $localize`Déclarer accompli`;
      case 'rescind':
        return $localize`Se rétracter`;
      case 'renew':
        return $localize`Renouveler`;
    }
  }

  /** Resolves to true when it was done. */
  ask(action: DialogAction, contract: ContractReply, changed: Changed): Promise<boolean> {
    return ActDialog.open(this.#dialogs, this.#actOf(action, contract, changed));
  }

  #actOf(action: DialogAction, contract: ContractReply, changed: Changed): Act {
    const { id } = contract;
    const number = contract.openVersion?.number ?? contract.versionInForce ?? 1;
    const today = dateAt(contract.timeZone, Date.now());
    const other = contract.mine === 'coach' ? contract.supervisor.name : contract.coach.name;
    const answered = answers(action, contract);
    const title = this.label(action, contract);
    const no = $localize`Ne rien changer`;
    const told = $localize`${other}:name: en est informé·e par e-mail.`;
    const of = (
      given: Omit<Act, 'title' | 'no' | 'act'>,
      act: (typed: Typed) => Promise<ContractReply>,
    ): Act => ({
      title,
      no,
      ...given,
      act: async (typed) => changed(await act(typed)),
    });
    switch (action) {
      case 'request-changes':
        return of(
          {
            says: [
              $localize`Personne ne signe ce texte\u202f: il revient à ${other}:name:, qui le modifie et vous le propose à nouveau. Vos commentaires sur les clauses l’accompagnent.`,
            ],
            fields: [reason($localize`Ce qui doit changer`)],
            yes: $localize`Demander ces changements`,
          },
          ({ reason = '' }) => this.#client.requestChanges(id, number, reason),
        );
      case 'decline':
        return of(
          {
            says: [
              contract.inForce
                ? $localize`L’avenant est refusé, le contrat en vigueur reste comme il est.`
                : $localize`La proposition est close. Un autre contrat devra être préparé pour reprendre.`,
              told,
            ],
            fields: [optionalReason()],
            yes: $localize`Refuser`,
          },
          ({ reason = '' }) => this.#client.decline(id, number, reason),
        );
      case 'withdraw':
        return of(
          {
            says: [
              contract.inForce
                ? $localize`L’avenant disparaît, le contrat en vigueur reste comme il est.`
                : $localize`Ce contrat est retiré et ne pourra plus être signé.`,
            ],
            fields: [optionalReason()],
            yes: $localize`Retirer`,
          },
          ({ reason = '' }) => this.#client.withdraw(id, number, reason),
        );
      case 'amend':
        return of(
          {
            says: [
              $localize`Un brouillon de la version suivante s’ouvre. La version en vigueur le reste jusqu’à ce que l’avenant soit signé par vous deux et prenne effet.`,
            ],
            fields: [
              reason($localize`Pourquoi cet avenant`, 'why'),
              {
                name: 'effectiveOn',
                kind: 'date',
                label: $localize`Prend effet le`,
                min: today,
                value: today,
              },
            ],
            yes: $localize`Ouvrir l’avenant`,
          },
          async ({ why = '', effectiveOn = '' }) => {
            const amended = await this.#client.amend(id, { why, effectiveOn });
            await this.#router.navigate(['/contracts', id, 'edit']);
            return amended;
          },
        );
      case 'suspend':
        return of(
          {
            says: [
              $localize`Pendant la suspension, aucune nouvelle séance ne se réserve. La confidentialité et la conservation continuent.`,
              told,
            ],
            fields: [
              {
                name: 'until',
                kind: 'date',
                label: $localize`Jusqu’au`,
                min: addDays(today, 1),
                max: addDays(today, (contract.inForce?.content.ending.suspensionMaxWeeks ?? 52) * 7),
              },
              optionalReason(),
            ],
            yes: $localize`Suspendre`,
          },
          ({ until = '', reason = '' }) => this.#client.suspend(id, { until, reason }),
        );
      case 'resume':
        return of(
          { says: [$localize`Les séances peuvent de nouveau être réservées.`, told], fields: [], yes: title },
          () => this.#client.resume(id),
        );
      case 'give-notice': {
        const earliest = contract.computed?.earliestEnd ?? today;
        return of(
          {
            says: [
              $localize`Avec le préavis du contrat, la fin la plus proche est le ${sayDayAndYear(earliest)}:date:. Jusque-là tout continue.`,
              told,
            ],
            fields: [
              {
                name: 'endsOn',
                kind: 'date',
                label: $localize`Dernier jour du contrat`,
                min: earliest,
                value: earliest,
              },
              {
                name: 'ground',
                kind: 'choice',
                label: $localize`Motif`,
                value: 'ordinary',
                options: NOTICE_GROUNDS.map((value) => ({ value, words: NOTICE_GROUND_WORDS[value] })),
              },
              optionalReason(),
            ],
            yes: $localize`Donner le préavis`,
          },
          ({ endsOn = '', ground, reason = '' }) =>
            this.#client.giveNotice(id, { endsOn, ground: ground as NoticeGround, reason }),
        );
      }
      case 'cancel-notice':
        return of(
          {
            says: [
              answered
                ? $localize`${other}:name: demande d’annuler le préavis. Si vous acceptez, le contrat continue.`
                : $localize`Le contrat continuera si ${other}:name: accepte. Tant que ce n’est pas fait, le préavis court.`,
            ],
            fields: [],
            yes: answered ? $localize`Accepter` : $localize`Le demander`,
          },
          () => this.#client.cancelNotice(id),
        );
      case 'end':
        return of(
          {
            says: [
              answered
                ? $localize`${other}:name: demande de mettre fin au contrat d’un commun accord. Si vous acceptez, il se termine maintenant.`
                : $localize`Pour une fin ordinaire, le préavis suffit. Ceci met fin au contrat aussitôt.`,
            ],
            fields: [
              {
                name: 'ground',
                kind: 'choice',
                label: $localize`Motif`,
                value: 'mutual',
                options: END_GROUNDS.map((value) => ({ value, words: END_GROUND_WORDS[value] })),
              },
              reason($localize`En quelques mots, lus par l’autre partie`),
            ],
            yes: answered ? $localize`Accepter` : $localize`Mettre fin`,
          },
          ({ ground, reason = '' }) => this.#client.end(id, { ground: ground as EndGround, reason }),
        );
      case 'complete':
        return of(
          {
            says: [
              answered
                ? $localize`${other}:name: déclare que le contrat est accompli. Si vous confirmez, il se clôt.`
                : $localize`Le contrat se clôt quand ${other}:name: le confirme aussi.`,
            ],
            fields: [{ name: 'reviewed', kind: 'tick', label: $localize`Le bilan de clôture a eu lieu.` }],
            yes: answered ? $localize`Confirmer` : $localize`Le déclarer`,
          },
          () => this.#client.complete(id),
        );
      case 'rescind':
        return of(
          {
            says: [
              $localize`Vous usez de votre droit de rétractation de quatorze jours, sans avoir à dire pourquoi. Le contrat est annulé.`,
              told,
            ],
            fields: [{ name: 'confirmed', kind: 'tick', label: $localize`Je me rétracte de ce contrat.` }],
            yes: $localize`Me rétracter`,
          },
          () => this.#client.rescind(id),
        );
      case 'renew':
        return of(
          {
            says: [
              $localize`Un nouveau contrat est préparé à partir de celui-ci. Vous le relisez et vous le proposez\u202f; celui-ci reste ce qu’il est.`,
            ],
            fields: [],
            yes: $localize`Préparer le nouveau contrat`,
          },
          async () => {
            const renewed = await this.#client.renew(id);
            await this.#router.navigate(['/contracts', renewed.id, 'edit']);
            return contract;
          },
        );
    }
  }
}

type Typed = Readonly<Record<string, string>>;

/** Whether the other party has asked for this and waits for the answer. */
export function answers(
  action: DialogAction,
  { asked, mine }: Pick<ContractReply, 'asked' | 'mine'>,
): boolean {
  if (action !== 'end' && action !== 'complete' && action !== 'cancel-notice') return false;
  const asker: Party | null = asked[action];
  return asker !== null && asker !== mine;
}

function reason(label: string, name = 'reason'): ActField {
  return { name, kind: 'long', label };
}

function optionalReason(): ActField {
  return {
    name: 'reason',
    kind: 'long',
    label: $localize`Pourquoi (facultatif)`,
    hint: $localize`Lu par l’autre partie.`,
    optional: true,
  };
}
