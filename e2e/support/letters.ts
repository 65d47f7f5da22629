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
        found = await caught(address);
        return found.length;
      },
      { message: `letters to ${address}`, timeout: 15_000, intervals: [200, 400] },
    )
    .toBeGreaterThanOrEqual(count);
  return found;
}

/** Waits for a letter to `address` with such a link in it. */
export async function linkTo(address: string, link: RegExp): Promise<string> {
  let found: string | undefined;
  await expect
    .poll(
      async () => {
        found = (await caught(address)).map(({ text }) => link.exec(text)?.[0]).findLast(Boolean);
        return found;
      },
      { message: `a link ${link} to ${address}`, timeout: 15_000, intervals: [200, 400] },
    )
    .toBeTruthy();
  return found!;
}

/** The codes that letters to `address` have brought so far, oldest first. */
export async function codesTo(address: string): Promise<string[]> {
  return (await caught(address)).flatMap(({ subject, text }) =>
    /code de confirmation|confirmation code/i.test(subject) ? [/\b\d{6}\b/.exec(text)![0]] : [],
  );
}

async function caught(address: string): Promise<CaughtLetter[]> {
  const all = (await (await fetch(`${runningProduct().mailUrl}/api/email`)).json()) as CaughtLetter[];
  return all.filter(({ to }) => to.some((recipient) => recipient.address === address));
}

/** The letter as it travelled, headers and all parts. */
export async function sourceOf(letter: CaughtLetter): Promise<string> {
  return await (await fetch(`${runningProduct().mailUrl}/api/email/${letter.id}/source`)).text();
}
