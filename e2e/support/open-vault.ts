import { expect, type Page } from '@playwright/test';

/** What a person wrote down when the vault was opened. */
export interface WrittenKit {
  readonly passphrase: string;
  readonly words: readonly string[];
}

/** From the journal's first page through the kit, as a person does: read it, type it again. */
export async function openVault(page: Page): Promise<WrittenKit> {
  await page.getByRole('button', { name: 'Préparer mon coffre' }).click();
  await expect(page.getByRole('heading', { name: 'Votre kit de secours' })).toBeVisible();
  const passphrase = (await page.locator('.words li').allTextContents()).join(' ');
  const groups = await page.locator('.code span').allTextContents();
  const words = (await page.locator('.own').innerText()).trim().split(' ');
  await page.getByRole('button', { name: 'Je l’ai gardé, continuer' }).click();
  await page.getByLabel('Vos sept mots').fill(passphrase);
  for (const field of await page.getByLabel(/^Groupe \d du code$/).all()) {
    const label = await field.evaluate((input: HTMLInputElement) => input.labels?.[0]?.textContent ?? '');
    await field.fill(groups[Number(/\d/.exec(label)?.[0]) - 1] ?? '');
  }
  await page.getByRole('button', { name: 'Ouvrir le coffre' }).click();
  await expect(page.getByRole('navigation', { name: 'Journal' })).toBeVisible();
  return { passphrase, words };
}

export async function unlockVault(page: Page, passphrase: string): Promise<void> {
  await page.getByLabel('Vos sept mots').fill(passphrase);
  await page.getByRole('button', { name: 'Déverrouiller' }).click();
}
