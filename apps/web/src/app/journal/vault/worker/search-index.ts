import { type Entry, type MarginDocument, textOf, titleOf } from '@visavis/journal';
import MiniSearch from 'minisearch';
import type { Hit } from '../vault-types';
import { documentOf } from './document-of';
import type { HeldEntry, OpenedVault } from './opened-vault';
import { turn } from './slices';
import { marginsOf } from './tell-entries';
import { stemOf, withoutAccents, wordsOf } from './words-of';

/** So long nothing else is answered while texts are indexed, milliseconds. */
const SLICE = 8;
const WARMING = 4;
const MOST_HITS = 50;
const AROUND = 60;

interface Indexed {
  readonly id: string;
  readonly title: string;
  readonly tags: string;
  readonly text: string;
  readonly margin: string;
}

/** Full-text search over what is open: in this worker's memory and nowhere else. */
export class SearchIndex {
  readonly #vault: OpenedVault;
  readonly #index = new MiniSearch<Indexed>({
    fields: ['title', 'tags', 'text', 'margin'],
    tokenize: wordsOf,
    processTerm: stemOf,
    searchOptions: { boost: { title: 3, tags: 2 }, combineWith: 'AND' },
  });
  /** Which texts of an entry are indexed: its own and its margin's. */
  readonly #known = new Map<string, readonly [body: string, margin: string | undefined]>();
  #isWarm = false;

  constructor(vault: OpenedVault) {
    this.#vault = vault;
  }

  /** Brings it up to date, a slice at a time: questions are answered in between. */
  async update(): Promise<void> {
    while (!this.bringSome()) await turn();
    await this.#warm();
  }

  /** For as long as a slice, what changed last first; answers whether that was all. */
  bringSome(): boolean {
    const until = performance.now() + SLICE;
    const margins = marginsOf(this.#vault);
    for (const id of [...this.#known.keys()]) if (!this.#vault.entries.has(id)) this.#forget(id);
    for (const held of [...this.#vault.entries.values()].toReversed()) {
      if (held.schema !== 'journal/1') continue;
      const margin = this.#vault.entries.get(margins.get(held.id) ?? '');
      const [body, beside] = this.#known.get(held.id) ?? [];
      if (body === held.body && beside === margin?.body) continue;
      if (performance.now() > until) return false;
      this.#forget(held.id);
      this.#index.add(indexed(held, margin));
      this.#known.set(held.id, [held.body, margin?.body]);
    }
    return true;
  }

  /** Nobody waits for the first searches, which take ten times as long as those that follow. */
  async #warm(): Promise<void> {
    if (this.#isWarm) return;
    this.#isWarm = true;
    for (const held of [...this.#vault.entries.values()].slice(0, WARMING)) {
      if (held.schema !== 'journal/1') continue;
      for (const word of wordsOf(textOf(documentOf<Entry>(held))).slice(0, WARMING)) this.search(word);
      await turn();
    }
  }

  search(typed: string): readonly Hit[] {
    const words = wordsOf(typed).filter((word) => stemOf(word) !== null);
    if (words.length === 0) return [];
    // While a word is being typed it is the beginning of one.
    const last = words.at(-1) ?? '';
    const found = this.#index.search(words.join(' '), {
      prefix: (term) => term === stemOf(last) || term === withoutAccents(last),
      fuzzy: (term) => (term.length > 5 ? 0.15 : false),
    });
    const stems = words.flatMap((word) => stemOf(word) ?? []);
    return found.slice(0, MOST_HITS).flatMap(({ id, score }) => {
      const held = this.#vault.entries.get(id as string);
      if (!held) return [];
      const entry = documentOf<Entry>(held);
      return [{ id: id as string, title: titleOf(entry), excerpt: excerptOf(textOf(entry), stems), score }];
    });
  }

  #forget(id: string): void {
    if (this.#known.delete(id)) this.#index.discard(id);
  }
}

function indexed(held: HeldEntry, margin: HeldEntry | undefined): Indexed {
  const entry = documentOf<Entry>(held);
  return {
    id: held.id,
    title: titleOf(entry),
    tags: entry.tags.join(' '),
    text: textOf(entry),
    margin: margin ? marginText(documentOf<MarginDocument>(margin)) : '',
  };
}

function marginText({ note, answers }: MarginDocument): string {
  return [note, ...Object.values(answers).filter((answer) => typeof answer === 'string')].join('\n');
}

/** Some words around the first that was found, by its stem. */
function excerptOf(text: string, stems: readonly string[]): string {
  const at = placeOf(text, stems);
  const [from, to] = [Math.max(0, at - AROUND), Math.min(text.length, at + AROUND * 2)];
  return `${from > 0 ? '…' : ''}${text.slice(from, to).replace(/\s+/g, ' ').trim()}${to < text.length ? '…' : ''}`;
}

function placeOf(text: string, stems: readonly string[]): number {
  for (const { 0: word, index } of text.matchAll(/[\p{L}\p{N}]+/gu)) {
    const stem = stemOf(word.toLowerCase().normalize('NFC'));
    if (stem !== null && stems.some((each) => stem.startsWith(each))) return index;
  }
  return 0;
}
