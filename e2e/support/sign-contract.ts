import { expect, type Page } from '@playwright/test';
import { proveItsYou } from './prove-its-you.ts';

/** Ticks every clause, types the name, and shows who is there by a code from a letter. */
export async function signContract(page: Page, name: string, email: string): Promise<void> {
  const boxes = page.getByRole('group', { name: 'Votre accord, clause par clause' }).getByRole('checkbox');
  await expect(boxes).toHaveCount(5);
  for (const box of await boxes.all()) {
    await expect(box).not.toBeChecked();
    await box.check();
  }
  await page.getByLabel('Votre nom complet').fill(name);
  await page.getByRole('button', { name: 'Signer ce contrat' }).click();
  await proveItsYou(page, email);
  await expect(page.getByRole('heading', { name: 'Vous avez signé' })).toBeFocused();
}
