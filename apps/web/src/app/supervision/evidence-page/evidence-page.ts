import { Component, computed, inject, input, resource } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { SealState, VersionState } from '@visavis/supervision';
import { wordsOf } from '../../shell/refusal-words';
import { Session } from '../../shell/session';
import { Icon } from '../../ui/icon';
import { LANGUAGE } from '../../ui/language';
import { sayDayAndYear, sayMoment } from '../../ui/say-time';
import { Skeleton } from '../../ui/skeleton';
import { ContractClient, type ContractFile } from '../contract-client';
import { ContractHeader } from '../contract-header/contract-header';
import { FileButtons } from '../file-buttons/file-buttons';
import { SEAL_WORDS, VERSION_STATE_WORDS } from '../supervision-words';
import { isOver } from '../whose-turn';
import { eventSentence } from './event-words';

const SEALED: readonly SealState[] = ['sealed', 'timestamped'];
const WAITING: readonly SealState[] = ['pending', 'timestamp-pending'];
/** Whose seal is still to come. */
const UNSIGNED: readonly VersionState[] = ['proposed', 'partially-signed'];
const FROZEN_FILES: readonly ContractFile[] = ['document.pdf', 'canonical.json'];
const EVERY_FILE: readonly ContractFile[] = ['sealed.pdf', ...FROZEN_FILES];

/** What happened to a contract, in sentences with their hashes, and the files anybody can verify. */
@Component({
  selector: 'visavis-evidence-page',
  imports: [ContractHeader, FileButtons, Icon, MatButton, Skeleton],
  templateUrl: './evidence-page.html',
  styleUrl: './evidence-page.scss',
})
export class EvidencePage {
  readonly #client = inject(ContractClient);
  readonly #zone = inject(Session).zone;

  readonly id = input.required<string>();

  readonly #loaded = resource({
    params: () => this.id(),
    loader: async ({ params, abortSignal }) => {
      const [contract, evidence] = await Promise.all([
        this.#client.read(params, abortSignal),
        this.#client.evidence(params, abortSignal),
      ]);
      return { contract, evidence };
    },
  });
  readonly #known = computed(() => (this.#loaded.hasValue() ? this.#loaded.value() : null));
  protected readonly contract = computed(() => this.#known()?.contract ?? null);
  protected readonly problem = computed(() => (this.#loaded.error() ? wordsOf(this.#loaded.error()) : ''));
  protected readonly broken = computed(() => this.#known()?.evidence.brokenAt ?? null);
  protected readonly head = computed(() => this.#known()?.evidence.head ?? '');
  protected readonly verifyAddress = `/${LANGUAGE}/verify`;
  protected readonly zone = this.#zone;
  protected readonly events = computed(() => {
    const known = this.#known();
    if (!known) return [];
    const names = { supervisor: known.contract.supervisor.name, coach: known.contract.coach.name };
    return known.evidence.events.map((event) => ({
      seq: event.seq,
      at: sayMoment(this.#zone(), event.at),
      exact: new Date(event.at).toISOString(),
      words: eventSentence(event, names),
      version: event.versionNumber,
      hash: event.hash,
      payload: JSON.stringify(event.payload, null, 1),
    }));
  });
  protected readonly versions = computed(() => {
    const contract = this.contract();
    return (contract?.versions ?? [])
      .filter(({ proposedAt }) => proposedAt !== null)
      .map((version) => ({
        ...version,
        words:
          contract && isOver(contract.state) && version.state === 'in-force'
            ? $localize`en vigueur jusqu’à la fin du contrat`
            : VERSION_STATE_WORDS[version.state],
        from: version.effectiveOn ? sayDayAndYear(version.effectiveOn) : '',
        sealWords:
          version.seal === 'none' && !UNSIGNED.includes(version.state) ? '' : SEAL_WORDS[version.seal],
        waits: WAITING.includes(version.seal),
        triedAgain:
          version.seal === 'timestamp-pending' && version.sealTriedAgainAt !== null
            ? sayMoment(this.#zone(), version.sealTriedAgainAt)
            : '',
        files: SEALED.includes(version.seal) ? EVERY_FILE : FROZEN_FILES,
      }));
  });

  protected reload(): void {
    this.#loaded.reload();
  }
}
