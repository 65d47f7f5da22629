import { expect } from '@playwright/test';
import { runningProduct } from './product.ts';

/** As the mail catcher tells it. */
export interface CaughtLetter {
  readonly id: string;
  readonly subject: string;
  readonly text: string;
  readonly to: readonly { readonly address: string }[];
  readonly attachments?: readonly { readonly contentType: string; readonly generatedFileName: string }[];
}

/** Waits until `address` has got `count` letters, oldest first: letters leave a moment after what they tell of. */
export async function lettersTo(address: string, count: number): Promise<CaughtLetter[]> {
  let found: CaughtLetter[] = [];
  await expect
    .poll(
      async () => {
        const all = (await (await fetch(`${runningProduct().mailUrl}/api/email`)).json()) as CaughtLetter[];
        found = all.filter(({ to }) => to.some((recipient) => recipient.address === address));
        return found.length;
      },
      { message: `letters to ${address}`, timeout: 15_000, intervals: [200, 400] },
    )
    .toBeGreaterThanOrEqual(count);
  return found;
}

/** The letter as it travelled, headers and all parts. */
export async function sourceOf(letter: CaughtLetter): Promise<string> {
  return await (await fetch(`${runningProduct().mailUrl}/api/email/${letter.id}/source`)).text();
}
