import {
  Component,
  computed,
  effect,
  ElementRef,
  inject,
  input,
  resource,
  signal,
  untracked,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { Router, RouterLink } from '@angular/router';
import { PARTIES, PROPOSAL_DAYS, renderClauses } from '@visavis/supervision';
import { wordsOf } from '../../shell/refusal-words';
import { Session } from '../../shell/session';
import type { KeepsUnsaved } from '../../shell/unsaved-changes-guard';
import { FocusTitle } from '../../ui/focus-title';
import { Icon } from '../../ui/icon';
import { sayMoment } from '../../ui/say-time';
import { Skeleton } from '../../ui/skeleton';
import { ActDialog } from '../act-dialog/act-dialog';
import { ClauseText } from '../clause-text/clause-text';
import { ContractClient } from '../contract-client';
import { titleOf } from '../contract-header/contract-header';
import { GAP_WORDS, PARTY_WORDS } from '../supervision-words';
import { ContractForm } from './contract-form/contract-form';
import { DraftEditing, type SaveState } from './draft-editing';

const SAVE_WORDS: Record<SaveState, string> = {
  saved: $localize`Tout est enregistré`,
  typing: $localize`Pas encore enregistré…`,
  saving: $localize`Enregistrement…`,
  'held-back': $localize`Pas enregistré\u202f: un champ signalé contient ce qu’un contrat ne peut contenir.`,
  conflict: $localize`Pas enregistré\u202f: ce brouillon a été modifié dans une autre fenêtre. Ce que vous avez saisi est encore là.`,
  problem: $localize`Pas enregistré.`,
};

/** A contract is written: the form, the text it becomes beside it, what is missing, and the way to proposing it. */
@Component({
  selector: 'visavis-edit-contract-page',
  imports: [ClauseText, ContractForm, FocusTitle, Icon, MatButton, RouterLink, Skeleton],
  providers: [DraftEditing],
  templateUrl: './edit-contract-page.html',
  styleUrl: './edit-contract-page.scss',
  host: { '(window:beforeunload)': 'warnBeforeUnload($event)', '(window:online)': 'saveAgain()' },
})
export class EditContractPage implements KeepsUnsaved {
  readonly #client = inject(ContractClient);
  readonly #dialogs = inject(MatDialog);
  readonly #router = inject(Router);
  readonly #session = inject(Session);
  readonly #place = inject<ElementRef<HTMLElement>>(ElementRef);
  protected readonly editing = inject(DraftEditing);

  readonly id = input.required<string>();

  readonly #loaded = resource({
    params: () => this.id(),
    loader: ({ params, abortSignal }) => this.#client.read(params, abortSignal),
  });
  protected readonly contract = this.editing.contract;
  protected readonly problem = computed(() => (this.#loaded.error() ? wordsOf(this.#loaded.error()) : ''));
  protected readonly mayEdit = computed(() => this.contract()?.may.includes('edit') ?? false);
  protected readonly title = computed(() => {
    const contract = this.contract();
    return contract ? titleOf(contract) : '';
  });
  protected readonly saveWords = computed(() => SAVE_WORDS[this.editing.state()]);
  protected readonly clauses = computed(() => renderClauses(this.editing.draft(), this.contract()?.language));
  protected readonly language = computed(
    () => this.editing.draft().language ?? this.contract()?.language ?? 'fr',
  );
  protected readonly gaps = computed(() =>
    this.editing.gaps().map((gap) => {
      const field = this.editing.fieldOf(gap);
      return {
        ...gap,
        path: field?.path ?? null,
        label: labelOf(field?.label ?? gap.field, gap.field),
        words: GAP_WORDS[gap.code],
      };
    }),
  );
  protected readonly requests = computed(() => {
    const contract = this.contract();
    const number = contract?.draft?.number;
    return (contract?.comments ?? [])
      .filter(({ author, versionNumber }) => author === 'coach' && versionNumber === number)
      .map((comment) => ({ ...comment, when: sayMoment(this.#session.zone(), comment.at) }));
  });
  /** On a narrow screen one of the two is shown. */
  protected readonly reading = signal(false);
  protected readonly proposing = signal(false);

  constructor() {
    effect(() => {
      const contract = this.#loaded.hasValue() ? this.#loaded.value() : null;
      if (contract) untracked(() => this.editing.begin(contract));
    });
  }

  hasUnsaved(): boolean {
    return this.mayEdit() && this.editing.state() !== 'saved';
  }

  protected goTo(path: string | null, event: Event): void {
    event.preventDefault();
    if (path === null) return;
    this.reading.set(false);
    const field = this.#place.nativeElement.querySelector<HTMLElement>(`[id="field-${path}"]`);
    field?.closest('details')?.setAttribute('open', '');
    // A panel that was hidden can take the focus a frame later.
    requestAnimationFrame(() => {
      field?.scrollIntoView({ block: 'center' });
      field?.focus({ preventScroll: true });
    });
  }

  protected async propose(): Promise<void> {
    const saved = await this.editing.save();
    this.editing.strict.set(true);
    if (!saved) return;
    if (this.gaps().length > 0) {
      this.#place.nativeElement.querySelector<HTMLElement>('#gaps-title')?.focus();
      return;
    }
    const contract = this.contract();
    if (!contract?.draft) return;
    const { revision } = contract.draft;
    await ActDialog.open(this.#dialogs, {
      title: $localize`Proposer ce contrat`,
      says: [
        $localize`Le texte est figé avec son empreinte\u202f: à partir de là, ce qui est lu est ce qui est signé.`,
        $localize`${contract.coach.name}:name: reçoit un e-mail, peut lire, commenter, demander des changements, refuser ou signer. Vous signez aussi, dans l’ordre que vous voulez.`,
        $localize`Sans les deux signatures dans ${PROPOSAL_DAYS}:days: jours, la proposition devient caduque. Vous pouvez la retirer avant.`,
      ],
      fields: [],
      yes: $localize`Figer et proposer`,
      no: $localize`Continuer à écrire`,
      act: async () => {
        await this.#client.propose(this.id(), revision);
        await this.#router.navigate(['/contracts', this.id()]);
      },
    });
  }

  /** Back on the network: what could not be saved is, without anybody asking. */
  protected saveAgain(): void {
    if (this.editing.state() === 'problem') void this.editing.save();
  }

  protected warnBeforeUnload(event: BeforeUnloadEvent): void {
    if (this.hasUnsaved()) event.preventDefault();
  }
}

/** Both parties have a status and an address: the list says whose. */
function labelOf(label: string, field: string): string {
  const party = PARTIES.find((one) => field.startsWith(`parties.${one}.`));
  return party ? $localize`${label}:field: (${PARTY_WORDS[party]}:party:)` : label;
}
