import { expect, type Page } from '@playwright/test';
import { codesTo } from './letters.ts';

const WORDS = {
  fr: {
    title: 'Confirmez que c’est bien vous',
    send: 'Recevoir un code par e-mail',
    code: 'Code à six chiffres',
    confirm: 'Confirmer',
  },
  en: {
    title: 'Confirm that it is you',
    send: 'Get a code by e-mail',
    code: 'Six-digit code',
    confirm: 'Confirm',
  },
};

/** Answers the dialog that asks who is there, with the code that its letter brings. */
export async function proveItsYou(page: Page, address: string): Promise<void> {
  const words = WORDS[page.url().includes('/app/en/') ? 'en' : 'fr'];
  const dialog = page.getByRole('dialog', { name: words.title });
  const before = (await codesTo(address)).length;
  await dialog.getByRole('button', { name: words.send }).click();
  await expect
    .poll(async () => (await codesTo(address)).length, { message: `a code for ${address}`, timeout: 15_000 })
    .toBeGreaterThan(before);
  await dialog.getByLabel(words.code).fill((await codesTo(address)).at(-1)!);
  await dialog.getByRole('button', { name: words.confirm, exact: true }).click();
  await expect(dialog).toBeHidden();
}
