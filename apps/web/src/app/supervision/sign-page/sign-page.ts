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
import { RouterLink } from '@angular/router';
import { isSameName, type Consent, type ContractReply } from '@visavis/supervision';
import { Refused } from '../../shell/refused';
import { wordsOf } from '../../shell/refusal-words';
import { Session } from '../../shell/session';
import { FocusTitle } from '../../ui/focus-title';
import { sayDayAndYear, sayMoment } from '../../ui/say-time';
import { Skeleton } from '../../ui/skeleton';
import { ClauseText } from '../clause-text/clause-text';
import { ContractClient } from '../contract-client';
import { titleOf } from '../contract-header/contract-header';
import { FileButtons } from '../file-buttons/file-buttons';
import { SEAL_WORDS } from '../supervision-words';

/**
 * Signing: the exact text and its hash, a box for every highlighted clause, the full name typed, and who one is
 * shown afresh (the server asks for it, the dialog comes by itself). What was typed survives every refusal.
 */
@Component({
  selector: 'visavis-sign-page',
  imports: [ClauseText, FileButtons, FocusTitle, MatButton, RouterLink, Skeleton],
  templateUrl: './sign-page.html',
  styleUrl: './sign-page.scss',
})
export class SignPage {
  readonly #client = inject(ContractClient);
  readonly #session = inject(Session);
  readonly #place = inject<ElementRef<HTMLElement>>(ElementRef);

  readonly id = input.required<string>();

  readonly #loaded = resource({
    params: () => this.id(),
    loader: ({ params, abortSignal }) => this.#client.open(params, abortSignal),
  });
  protected readonly contract = computed(() => (this.#loaded.hasValue() ? this.#loaded.value() : null));
  protected readonly loadProblem = computed(() =>
    this.#loaded.error() ? wordsOf(this.#loaded.error()) : '',
  );
  protected readonly version = computed(() => this.contract()?.proposed ?? null);
  protected readonly maySign = computed(() => this.contract()?.may.includes('sign') ?? false);
  protected readonly title = computed(() => {
    const contract = this.contract();
    return contract ? titleOf(contract) : '';
  });
  protected readonly lapses = computed(() => {
    const version = this.version();
    return version ? sayMoment(this.#session.zone(), version.lapsesAt) : '';
  });
  protected readonly expected = computed(() => {
    const { mine, proposed } = this.contract() ?? { mine: null, proposed: null };
    return mine && proposed ? proposed.content.parties[mine].name : '';
  });
  protected readonly ticked = signal<ReadonlySet<Consent>>(new Set());
  protected readonly fullName = signal('');
  /** What is wrong, by `fullName` or the clause; shown only after the first try. */
  protected readonly wrong = signal<Readonly<Record<string, string>>>({});
  protected readonly refusal = signal('');
  protected readonly textChanged = signal(false);
  protected readonly busy = signal(false);
  protected readonly signed = signal<ContractReply | null>(null);
  protected readonly done = computed(() => this.#doneOf(this.signed()));

  constructor() {
    // Boxes belong to the words beside them: another text is agreed to afresh.
    const text = computed(() => this.version()?.canonicalSha256);
    effect(() => {
      text();
      untracked(() => this.ticked.set(new Set()));
    });
  }

  protected tick(clause: Consent, event: Event): void {
    const { checked } = event.target as HTMLInputElement;
    this.ticked.update((ticked) => {
      const changed = new Set(ticked);
      if (checked) changed.add(clause);
      else changed.delete(clause);
      return changed;
    });
    this.#forget(clause);
  }

  protected typeName(event: Event): void {
    this.fullName.set((event.target as HTMLInputElement).value);
    this.#forget('fullName');
  }

  protected again(): void {
    this.textChanged.set(false);
    this.refusal.set('');
    this.#place.nativeElement.querySelector<HTMLElement>('h1')?.focus();
  }

  protected async sign(event: Event): Promise<void> {
    event.preventDefault();
    const version = this.version();
    if (!version || this.busy()) return;
    this.refusal.set('');
    const missing = version.consents.filter(({ clause }) => !this.ticked().has(clause));
    const wrong = Object.fromEntries(
      missing.map(({ clause }) => [
        clause,
        $localize`Cochez cette case si vous êtes d’accord avec cette clause.`,
      ]),
    );
    const named = isSameName(this.fullName(), this.expected());
    if (!named)
      wrong['fullName'] =
        $localize`Saisissez votre nom comme il figure au contrat\u202f: ${this.expected()}:name:`;
    if (missing.length > 0 || !named) return this.#point(wrong);
    this.busy.set(true);
    try {
      const { number, canonicalSha256, pdfSha256, consents } = version;
      this.signed.set(
        await this.#client.sign(this.id(), {
          number,
          canonicalSha256,
          pdfSha256,
          fullName: this.fullName().trim(),
          consents: consents.map(({ clause, textSha256 }) => ({ clause, textSha256 })),
        }),
      );
    } catch (error) {
      this.#refused(error);
    } finally {
      this.busy.set(false);
    }
  }

  #refused(error: unknown): void {
    this.refusal.set(wordsOf(error));
    if (!(error instanceof Refused)) return;
    if (error.reason === 'name-differs') return this.#point({ fullName: wordsOf(error) });
    if (error.reason === 'text-changed' || error.reason === 'consent-missing') this.textChanged.set(true);
    if (['text-changed', 'consent-missing', 'wrong-state', 'already-signed'].includes(error.reason))
      this.#loaded.reload();
  }

  #forget(name: string): void {
    this.wrong.update(({ [name]: _corrected, ...others }) => others);
  }

  #point(wrong: Readonly<Record<string, string>>): void {
    this.wrong.set(wrong);
    const fields = this.#place.nativeElement.querySelectorAll<HTMLInputElement>('form input');
    [...fields].find(({ name }) => wrong[name])?.focus();
  }

  #doneOf(contract: ContractReply | null) {
    const version = contract?.proposed ?? contract?.inForce;
    if (!contract?.mine || !version) return null;
    const other = contract.mine === 'coach' ? contract.supervisor.name : contract.coach.name;
    const own = version.signatures.find(({ party }) => party === contract.mine);
    const complete = version.signatures.length === 2;
    return {
      number: version.number,
      hash: version.pdfSha256,
      when: own ? sayMoment(this.#session.zone(), own.signedAt) : '',
      next: complete
        ? $localize`Vous avez signé tous les deux. Chacun reçoit le document et son empreinte par e-mail.`
        : $localize`C’est maintenant à ${other}:name: de signer. Un e-mail l’en prévient, et un autre vous dira quand c’est fait.`,
      begins: complete && contract.startsOn ? sayDayAndYear(contract.startsOn) : '',
      seal: complete ? SEAL_WORDS[version.seal] : '',
    };
  }
}
