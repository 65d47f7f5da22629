import { expect, type Locator, type Page } from '@playwright/test';
import { findBarriers } from './find-barriers.ts';

const DAY = 86_400_000;

/** Fills in what a draft asks for, party by party and clause by clause, until nothing is missing. */
export async function writeContract(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Écrire');
  await page.getByRole('button', { name: 'Proposer…' }).click();
  await expect(page.getByRole('heading', { name: /Avant de proposer, il manque ceci/ })).toBeFocused();
  expect.soft(await findBarriers(page), 'editor').toEqual([]);
  for (const title of ['La partie qui supervise', 'Le ou la coach']) {
    const party = region(page, title);
    await party.getByLabel('Statut').selectOption({ label: 'SASU' });
    await party.getByLabel('SIREN').fill('732829320');
    await party.getByLabel('Adresse postale').fill('12 rue des Tilleuls\n69001 Lyon');
  }
  const insured = region(page, 'La partie qui supervise');
  await insured.getByLabel('Compagnie').fill('Mutuelle Imaginaire');
  await insured.getByLabel('Numéro de contrat').fill('RC-4471');
  await insured.getByLabel('Valable jusqu’au').fill(dateIn(900));
  await page
    .getByLabel('Ce que la supervision veut permettre')
    .fill('Prendre du recul sur ma pratique et sur la manière dont je gagne mes clients.');
  await page.getByLabel('Début du contrat').fill(dateIn(0));
  await page.getByLabel('Dernier jour du contrat').fill(dateIn(365));
  await page.getByLabel('Montant hors taxe').fill('150');
  const ethics = region(page, 'Déontologie');
  await ethics.getByRole('button', { name: 'Ajouter un code' }).click();
  await ethics.getByLabel('Titre du code').fill('Code mondial de déontologie');
  await ethics.getByLabel('Version').fill('2021');
  await ethics.getByLabel('Adresse (https)').fill('https://ethique.example.org/code');
  await ethics
    .getByLabel('Voie de réclamation')
    .fill('En parler ensemble, puis saisir la commission d’éthique.');
  const relationships = region(page, 'Autres relations entre vous');
  for (const party of ['La partie qui supervise', 'Le ou la coach'])
    await relationships.getByLabel(party).selectOption({ label: 'Aucune autre relation' });
  await expect(page.getByRole('article', { name: 'Aperçu du texte' })).toContainText('150');
  await expect(page.getByText('Rien ne manque, vous pouvez proposer')).toBeVisible();
  await expect(page.getByText('Tout est enregistré')).toBeVisible({ timeout: 15_000 });
}

/** Freezes the text: what is read from here on is what is signed. */
export async function propose(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Proposer…' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('ce qui est lu est ce qui est signé');
  expect.soft(await findBarriers(page), 'propose').toEqual([]);
  await dialog.getByRole('button', { name: 'Figer et proposer' }).click();
  await expect(page.getByText('Attend la signature des deux parties')).toBeVisible();
}

function region(page: Page, name: string): Locator {
  return page.getByRole('region', { name, exact: true });
}

/** `YYYY-MM-DD`, some days from today in Paris. */
function dateIn(days: number): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' }).format(Date.now() + days * DAY);
}
