import { Component, computed, inject, input } from '@angular/core';
import type { ContractReply } from '@visavis/supervision';
import { Session } from '../../shell/session';
import { sayDate } from '../../ui/say-date';
import { sayDayAndYear } from '../../ui/say-time';
import { SEAL_WORDS } from '../supervision-words';
import { isOver } from '../whose-turn';

/** What holds for a contract just now, in sentences: a pause, a notice, a question that waits, its seal. */
@Component({
  selector: 'visavis-contract-news',
  template: `
    @for (sentence of sentences(); track sentence) {
      <p>{{ sentence }}</p>
    }
  `,
  styles: `
    :host { display: grid; gap: var(--space-2); max-inline-size: var(--measure); }
    p { margin: 0; padding: var(--space-3) var(--space-4); border-inline-start: 4px solid var(--color-accent);
      border-radius: var(--radius); background: var(--color-accent-soft); overflow-wrap: anywhere; }
  `,
})
export class ContractNews {
  readonly #session = inject(Session);
  readonly contract = input.required<ContractReply>();
  protected readonly sentences = computed(() => newsOf(this.contract(), this.#session.zone()));
}

export function newsOf(contract: ContractReply, zone: string): string[] {
  const { mine } = contract;
  if (isOver(contract.state)) return [overWords(contract, zone)];
  return [
    suspendedWords(contract, zone),
    noticeWords(contract),
    ...askedWords(contract),
    signedWords(contract),
    contract.proposed?.state === 'signed' ? SEAL_WORDS[contract.proposed.seal] : null,
    contract.inForce?.seal === 'timestamp-pending' ? SEAL_WORDS['timestamp-pending'] : null,
    !contract.proposed && contract.openVersion?.state === 'changes-requested' && mine === 'coach'
      ? $localize`Vous avez demandé des changements. ${contract.supervisor.name}:name: prépare un nouveau texte, un e-mail vous préviendra.`
      : null,
  ].flatMap((sentence) => (sentence ? [sentence.trim()] : []));
}

function overWords({ since }: ContractReply, zone: string): string {
  return $localize`Ce contrat a pris fin le ${sayDate(zone, since)}:date:. Le texte, les séances tenues et les preuves restent à lire ici.`;
}

function suspendedWords({ suspension, mine, supervisor, coach }: ContractReply, zone: string): string | null {
  if (!suspension) return null;
  const since = sayDate(zone, suspension.since);
  const until = sayDayAndYear(suspension.until);
  const name = (suspension.by === 'supervisor' ? supervisor : coach).name;
  return withReason(
    suspension.by === mine
      ? $localize`Vous avez suspendu le contrat le ${since}:since:, jusqu’au ${until}:until:. Rien ne se réserve pendant ce temps.`
      : $localize`${name}:name: a suspendu le contrat le ${since}:since:, jusqu’au ${until}:until:. Rien ne se réserve pendant ce temps.`,
    suspension.reason,
  );
}

function noticeWords({ notice, mine, supervisor, coach }: ContractReply): string | null {
  if (!notice) return null;
  const date = sayDayAndYear(notice.endsOn);
  const name = (notice.by === 'supervisor' ? supervisor : coach).name;
  return withReason(
    notice.by === mine
      ? $localize`Vous avez donné votre préavis. Le dernier jour du contrat est le ${date}:date:.`
      : $localize`${name}:name: a donné son préavis. Le dernier jour du contrat est le ${date}:date:.`,
    notice.reason,
  );
}

function withReason(sentence: string, reason: string): string {
  return reason ? $localize`${sentence}:sentence: Motif\u202f: ${reason}:reason:` : sentence;
}

function askedWords({ asked, mine, supervisor, coach }: ContractReply): string[] {
  const what: Record<keyof typeof asked, string> = {
    end: $localize`de mettre fin au contrat d’un commun accord`,
    complete: $localize`de déclarer le contrat accompli`,
    'cancel-notice': $localize`d’annuler le préavis`,
  };
  return (Object.keys(what) as (keyof typeof asked)[]).flatMap((act) => {
    const asker = asked[act];
    if (asker === null) return [];
    const other = (asker === 'supervisor' ? coach : supervisor).name;
    const name = (asker === 'supervisor' ? supervisor : coach).name;
    return asker === mine
      ? [$localize`Vous avez demandé à ${other}:name: ${what[act]}:act:. La réponse est attendue.`]
      : [$localize`${name}:name: vous demande ${what[act]}:act:.`];
  });
}

function signedWords({ proposed, mine, supervisor, coach }: ContractReply): string | null {
  const [only, second] = proposed?.signatures ?? [];
  if (!only || second) return null;
  const other = (only.party === 'supervisor' ? coach : supervisor).name;
  if (only.party === mine) return $localize`Vous avez signé. C’est à ${other}:name: de signer.`;
  return $localize`${only.fullName}:name: a signé. Il manque une signature.`;
}
