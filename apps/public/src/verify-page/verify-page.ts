import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  Injector,
  input,
  signal,
} from '@angular/core';
import type { KnownDocument, VerifyPage as VerifyPageData } from '@visavis/booking';
import { askAboutFile } from '../booking-client';
import { refusalMessage } from '../words/refusal-messages';
import { VERIFY_WORDS } from '../words/verify-words';
import { judgeDocument } from './judge-document';
import { readFile, type FileFacts } from './read-file';

const MOST_BYTES = 25 * 1024 * 1024;

type Outcome =
  | { readonly kind: 'working' }
  | { readonly kind: 'failed'; readonly what: string }
  | {
      readonly kind: 'answered';
      readonly document: KnownDocument;
      readonly facts: Omit<FileFacts, 'frozenSha256'>;
    };

/** Is this file what it claims to be? It is read here; only its hash is asked about. */
@Component({
  selector: 'vv-verify-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './verify-page.html',
})
export class VerifyPage {
  private readonly injector = inject(Injector);
  protected readonly words = VERIFY_WORDS;

  readonly page = input.required<VerifyPageData>();

  private readonly read = signal<Outcome | null>(null);
  protected readonly outcome = computed(() => this.read() ?? askedBefore(this.page()));
  protected readonly verdict = computed(() => {
    const outcome = this.outcome();
    return outcome?.kind === 'answered' ? judgeDocument(outcome.document, outcome.facts.covered) : null;
  });
  protected readonly sentence = computed(() => VERIFY_WORDS[`known-${this.verdict() ?? 'not'}`]);
  protected readonly hint = computed(() => VERIFY_WORDS[`${this.verdict() ?? 'not'}Hint`]);
  protected readonly lines = computed(() => {
    const outcome = this.outcome();
    if (outcome?.kind !== 'answered') return [];
    const { practice, frozenAt, sealedAt, timestampedAt } = outcome.document;
    const time = new Intl.DateTimeFormat(this.page().language, {
      dateStyle: 'long',
      timeStyle: 'long',
    });
    const at = (instant: number | null) => (instant === null ? null : time.format(instant));
    return [
      { label: VERIFY_WORDS.practice, value: practice },
      { label: VERIFY_WORDS.frozenAt, value: at(frozenAt) },
      { label: VERIFY_WORDS.sealedAt, value: at(sealedAt) },
      { label: VERIFY_WORDS.timestampedAt, value: at(timestampedAt) },
      { label: VERIFY_WORDS.fingerprint, value: outcome.facts.sha256 },
    ].flatMap(({ label, value }) => (value === null ? [] : [{ label, value }]));
  });

  constructor() {
    // Somebody may have been faster than the scripts: what was chosen before they ran has told nobody.
    afterNextRender(() => {
      const field = document.getElementById('file');
      if (field instanceof HTMLInputElement) void this.verifyFile(field);
    });
  }

  protected async verifyFile(field: HTMLInputElement): Promise<void> {
    const file = field.files?.[0];
    if (!file) return;
    this.read.set({ kind: 'working' });
    this.read.set(await examine(file));
    afterNextRender(() => document.getElementById('verdict')?.focus(), { injector: this.injector });
  }
}

async function examine(file: File): Promise<Outcome> {
  if (file.size > MOST_BYTES) return { kind: 'failed', what: VERIFY_WORDS.tooLarge };
  let facts: FileFacts;
  try {
    facts = await readFile(new Uint8Array(await file.arrayBuffer()));
  } catch {
    return { kind: 'failed', what: VERIFY_WORDS.unreadable }; // taken away meanwhile, or no secure connection
  }
  const { covered, ...wish } = facts;
  const answer = await askAboutFile(wish);
  switch (answer.kind) {
    case 'done':
      return { kind: 'answered', document: answer.value, facts: { sha256: facts.sha256, covered } };
    case 'refused':
      return { kind: 'failed', what: refusalMessage(answer.problem.reason) };
    case 'unreachable':
      return { kind: 'failed', what: VERIFY_WORDS.unreachable };
  }
}

/** Without scripts: what the server found for the hash in the address. */
function askedBefore({ asked }: VerifyPageData): Outcome | null {
  if (asked === null) return null;
  if (asked.known === null) return { kind: 'failed', what: VERIFY_WORDS.wrongHash };
  return { kind: 'answered', document: asked.known, facts: { sha256: asked.sha256, covered: null } };
}
