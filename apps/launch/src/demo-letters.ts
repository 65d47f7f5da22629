import { waitUntil } from './wait-until.ts';

/** As the mail catcher tells it. */
interface CaughtLetter {
  readonly text: string;
  readonly to: readonly { readonly address: string }[];
}

/** The letters that demo people get: what a person would read in a mailbox. */
export class DemoLetters {
  readonly #mailPageUrl: string;

  constructor(mailPageUrl: string) {
    this.#mailPageUrl = mailPageUrl;
  }

  /** How many letters an address has got so far. */
  async count(address: string): Promise<number> {
    return (await this.#to(address)).length;
  }

  /**
   * The first group of `pattern` in a letter that comes to an address after the first `known` ones, the newest first.
   * @throws Error when none comes
   */
  async find(address: string, pattern: RegExp, known = 0): Promise<string> {
    let found: string | undefined;
    await waitUntil(
      `A letter to ${address} should arrive`,
      async () => {
        const letters = (await this.#to(address)).slice(known).reverse();
        found = letters.map(({ text }) => pattern.exec(text)?.[1]).find((part) => part !== undefined);
        return found !== undefined;
      },
      30_000,
    );
    return found ?? '';
  }

  async #to(address: string): Promise<CaughtLetter[]> {
    const response = await fetch(`${this.#mailPageUrl}/api/email`, { signal: AbortSignal.timeout(5_000) });
    const letters = (await response.json()) as CaughtLetter[];
    return letters.filter(({ to }) => to.some((recipient) => recipient.address === address));
  }
}
