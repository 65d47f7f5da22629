import { appendFileSync } from 'node:fs';

/** What was answered, in the order in which each visitor heard it. Times are epoch milliseconds. */
export type Entry =
  | { act: 'booked'; email: string; id: string; supervisor: string; start: number; via: string }
  | { act: 'moved'; email: string; id: string; start: number }
  | { act: 'cancelled'; email: string; id: string }
  /** No answer came, or a refusal after one was lost: it may have happened or not. */
  | { act: 'unsettled'; email: string; id: string; wish: { start: number } | 'cancel' };

/** The log of acknowledged answers: append-only, written before the visitor does anything else. */
export class Ledger {
  readonly entries: Entry[] = [];
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
  }

  write(entry: Entry): void {
    appendFileSync(this.#file, `${JSON.stringify(entry)}\n`);
    this.entries.push(entry);
  }

  count(act: Entry['act']): number {
    return this.entries.filter((entry) => entry.act === act).length;
  }
}
