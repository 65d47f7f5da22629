import { expect, type Page } from '@playwright/test';
import { findBarriers } from './find-barriers.ts';
import { confirmed } from './write-lost-bid.ts';

/** The words on this page are those the reader wrote down: that is what reading them aloud finds out. */
export async function shareEntry(
  writer: Page,
  reader: { readonly name: string; readonly words: readonly string[] },
): Promise<void> {
  await writer.getByRole('button', { name: 'Apporter en supervision…' }).click();
  const dialog = writer.getByRole('dialog');
  await expect(dialog.getByRole('button', { name: 'Partager cette entrée' })).toBeDisabled();
  await dialog.getByRole('button', { name: 'Vérifier maintenant' }).click();
  await expect(dialog.locator('.words').first().locator('li')).toHaveText([...reader.words]);
  expect.soft(await findBarriers(writer), 'verify').toEqual([]);
  await dialog.getByRole('button', { name: 'J’ai entendu ces dix mots' }).click();
  expect.soft(await findBarriers(writer), 'share').toEqual([]);
  await dialog.getByRole('button', { name: 'Partager cette entrée' }).click();
  await expect(writer.getByText(`Lisible par vous et par ${reader.name}.`)).toBeVisible();
  await confirmed(writer);
}

/** Opens what was shared, and hears its owner's words. */
export async function openShared(
  reader: Page,
  alias: string,
  writer: { readonly name: string; readonly words: readonly string[] },
): Promise<void> {
  await reader.getByRole('link', { name: 'Partagées avec moi' }).first().click();
  await reader.getByRole('link', { name: alias }).click();
  await expect(reader.getByText(/^Non vérifiée/)).toBeVisible();
  await reader.getByRole('button', { name: 'Vérifier maintenant' }).click();
  await expect(reader.locator('.words').first().locator('li')).toHaveText([...writer.words]);
  await reader.getByRole('button', { name: 'J’ai entendu ces dix mots' }).click();
  await expect(reader.getByRole('heading', { level: 1 })).toContainText(writer.name);
}

export async function commentOn(page: Page, text: string): Promise<void> {
  await page.getByLabel('Écrire un commentaire').fill(text);
  await page.getByRole('button', { name: 'Envoyer le commentaire' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: text })).toBeVisible();
}
