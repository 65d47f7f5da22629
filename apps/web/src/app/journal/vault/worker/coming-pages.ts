import type { EntriesReply } from '@visavis/journal';
import { VaultRefused } from '../vault-trouble';
import type { JournalServer } from './journal-server';

interface Come {
  readonly page: EntriesReply;
  readonly next: Promise<Come> | null;
}

/**
 * The pages of a vault, sealed as they are. Asking needs no key: it begins at once, and each page is asked for as soon
 * as the one before it has come, whatever is done with that one meanwhile.
 */
export class ComingPages implements AsyncIterable<EntriesReply> {
  readonly #server: JournalServer;
  readonly #first: Promise<Come>;
  #isWanted = true;
  #hasFailed = false;

  constructor(server: JournalServer, after: string | null) {
    this.#server = server;
    this.#first = this.#ask(after);
  }

  get hasFailed(): boolean {
    return this.#hasFailed;
  }

  /** Nobody will open them: what was asked for already may still come. */
  stop(): void {
    this.#isWanted = false;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<EntriesReply, void> {
    for (let coming: Promise<Come> | null = this.#first; coming !== null;) {
      const { page, next }: Come = await coming;
      yield page;
      coming = next;
    }
  }

  #ask(after: string | null): Promise<Come> {
    const coming = this.#server.readEntries(after).then((page) => {
      if (page.next !== null && page.next === after) throw new VaultRefused('reply-malformed');
      return { page, next: page.next !== null && this.#isWanted ? this.#ask(page.next) : null };
    });
    // Whoever takes the pages is told, and perhaps nobody does.
    coming.catch(() => (this.#hasFailed = true));
    return coming;
  }
}
