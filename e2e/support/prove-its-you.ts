import { expect, type Page } from '@playwright/test';
import { codesTo } from './letters.ts';

/** Answers the dialog that asks who is there, with the code that its letter brings. */
export async function proveItsYou(page: Page, address: string): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Confirmez que c’est bien vous' });
  const before = (await codesTo(address)).length;
  await dialog.getByRole('button', { name: 'Recevoir un code par e-mail' }).click();
  await expect
    .poll(async () => (await codesTo(address)).length, { message: `a code for ${address}`, timeout: 15_000 })
    .toBeGreaterThan(before);
  await dialog.getByLabel('Code à six chiffres').fill((await codesTo(address)).at(-1)!);
  await dialog.getByRole('button', { name: 'Confirmer', exact: true }).click();
  await expect(dialog).toBeHidden();
}
