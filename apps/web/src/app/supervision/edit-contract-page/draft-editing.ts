import { computed, DestroyRef, inject, Injectable, signal } from '@angular/core';
import {
  contractDraft,
  missingForProposal,
  type ContractDraft,
  type ContractReply,
  type Gap,
  type GapCode,
  type Party,
} from '@visavis/supervision';
import { Refused } from '../../shell/refused';
import { wordsOf } from '../../shell/refusal-words';
import { dateAt } from '../../ui/zone-clock';
import { ContractClient } from '../contract-client';
import { valueAt, withValue, type DraftPath } from './draft-paths';

/** Milliseconds without a key before a draft is saved. */
const TYPING_PAUSE = 1000;

/** `held-back`: holds something no draft may hold. `conflict`: another window has saved meanwhile. */
export type SaveState = 'saved' | 'typing' | 'saving' | 'held-back' | 'conflict' | 'problem';

/** A draft while it is typed: saved by itself, judged at every key. What is typed is never overwritten. */
@Injectable()
export class DraftEditing {
  readonly #client = inject(ContractClient);
  readonly #contract = signal<ContractReply | null>(null);
  readonly #draft = signal<ContractDraft>({});
  readonly #state = signal<SaveState>('saved');
  readonly #labels = signal<ReadonlyMap<DraftPath, string>>(new Map());
  #revision = 0;
  #saved: ContractDraft = {};
  #typing: ReturnType<typeof setTimeout> | undefined;
  #saving: Promise<void> | null = null;

  readonly contract = this.#contract.asReadonly();
  readonly draft = this.#draft.asReadonly();
  readonly state = this.#state.asReadonly();
  readonly problem = signal('');
  /** After the first try to propose, empty fields are called wrong too. */
  readonly strict = signal(false);
  readonly gaps = computed<readonly Gap[]>(() => {
    const contract = this.#contract();
    if (!contract) return [];
    const unproven = (party: Party) =>
      contract.draft?.gaps.some(
        ({ field, code }) => field === `parties.${party}.email` && code === 'email-not-proven',
      ) ?? false;
    return missingForProposal(this.#draft(), {
      today: dateAt(contract.timeZone, Date.now()),
      emailProven: { supervisor: !unproven('supervisor'), coach: !unproven('coach') },
    });
  });
  readonly #gapAt = computed(() => new Map(this.gaps().map(({ field, code }) => [field, code])));

  constructor() {
    inject(DestroyRef).onDestroy(() => clearTimeout(this.#typing));
  }

  /** Takes a contract as the server tells it, its draft included. */
  begin(contract: ContractReply): void {
    this.#contract.set(contract);
    this.#revision = contract.draft?.revision ?? 0;
    this.#saved = (contract.draft?.content ?? {}) as unknown as ContractDraft;
    this.#draft.set(this.#saved);
    this.#state.set('saved');
    this.problem.set('');
  }

  at(path: DraftPath): unknown {
    return valueAt(this.#draft(), path);
  }

  gapAt(path: DraftPath): GapCode | null {
    return this.#gapAt().get(path) ?? null;
  }

  set(path: DraftPath, value: unknown): void {
    if (this.at(path) === value) return;
    this.#draft.update((draft) => withValue(draft, path, value));
    if (this.#state() === 'conflict') return;
    this.#state.set('typing');
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => void this.save(), TYPING_PAUSE);
  }

  /** What a field is called, for the list of gaps. */
  name(path: DraftPath, label: string): void {
    this.#labels.update((labels) => new Map(labels).set(path, label));
  }

  /** The field a gap belongs to: itself, or the nearest one around it. */
  fieldOf(gap: Gap): { readonly path: DraftPath; readonly label: string } | null {
    const labels = this.#labels();
    const steps = gap.field.split('.');
    for (let length = steps.length; length > 0; length--) {
      const path = steps.slice(0, length).join('.');
      const label = labels.get(path);
      if (label !== undefined) return { path, label };
    }
    return null;
  }

  /** Saves what is typed; true when the server holds it all. One save at a time, the newest text last. */
  async save(): Promise<boolean> {
    clearTimeout(this.#typing);
    while (this.#saving) await this.#saving;
    if (this.#draft() === this.#saved) return this.#state() !== 'conflict';
    if (this.#state() === 'conflict') return false;
    // Not inside `#send`: one that is held back ends before there is anything to wait for.
    this.#saving = this.#send().finally(() => (this.#saving = null));
    await this.#saving;
    return this.#state() === 'saved';
  }

  /** After a conflict: the text on the screen takes the place of what another window saved. */
  async keepMine(): Promise<void> {
    await this.#meet((contract) => {
      this.#contract.set(contract);
      this.#revision = contract.draft?.revision ?? 0;
      this.#state.set('typing');
    });
    if (this.#state() === 'typing') await this.save();
  }

  async takeTheirs(): Promise<void> {
    await this.#meet((contract) => this.begin(contract));
  }

  async #send(): Promise<void> {
    const sent = this.#draft();
    const contract = this.#contract();
    if (!contract) return;
    if (!contractDraft.safeParse(sent).success) return this.#state.set('held-back');
    this.#state.set('saving');
    this.problem.set('');
    try {
      const saved = await this.#client.saveDraft(contract.id, this.#revision, sent);
      this.#contract.set(saved);
      this.#revision = saved.draft?.revision ?? this.#revision + 1;
      this.#saved = sent;
      this.#state.set(this.#draft() === sent ? 'saved' : 'typing');
    } catch (error) {
      const stale = error instanceof Refused && error.reason === 'changed-meanwhile';
      this.#state.set(stale ? 'conflict' : 'problem');
      this.problem.set(stale ? '' : wordsOf(error));
    }
    if (this.#state() === 'typing') this.#typing = setTimeout(() => void this.save(), TYPING_PAUSE);
  }

  async #meet(use: (contract: ContractReply) => void): Promise<void> {
    const contract = this.#contract();
    if (!contract) return;
    try {
      use(await this.#client.read(contract.id));
      this.problem.set('');
    } catch (error) {
      this.problem.set(wordsOf(error));
    }
  }
}
