import { expect, test, type Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { findBarriers } from '../support/find-barriers.ts';
import { joinPractice } from '../support/join-practice.ts';
import { watchPage } from '../support/watch-page.ts';

const COLINE = {
  name: 'Coline Fictive',
  email: 'coline@parcours.example.org',
  password: 'cerf-volant et marée basse',
  roles: ['coach'],
  language: 'fr',
} as const;
const DESK = { viewport: { width: 1280, height: 800 }, locale: 'fr-FR', timezoneId: 'Europe/Paris' };

// Two Argon2, forty sealed bids and a PDF on a machine that does everything else too.
test.setTimeout(180_000);

test('a coach opens a vault, comes back to a lost bid, locks, unlocks, counts and takes the journal away', async ({
  browser,
}) => {
  const page = await (await browser.newContext(DESK)).newPage();
  const watch = watchPage(page);
  await joinPractice(page, COLINE);
  await expect(page).toHaveURL(/\/home/);
  await page.getByRole('link', { name: 'Journal' }).click();
  const passphrase = await openVault(page);

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Par quoi commencer\u202f?');
  expect.soft(await findBarriers(page), 'empty journal').toEqual([]);
  await page.getByRole('button', { name: 'Je reviens sur une offre passée' }).click();
  await writeLostBid(page);
  await lockAndUnlock(page, passphrase);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tilleul');
  await expect(page.getByLabel('Qu’aurait enregistré une caméra\u202f?')).toHaveValue(
    'Un courriel de quatre lignes.',
  );

  await seeExample(page);
  await takeAway(page);
  expect(watch.foreign).toEqual([]);
  // The first answer of every visit asks to sign in.
  expect(watch.complaints.filter((line) => !/40[134]/.test(line))).toEqual([]);
});

/** @returns the phrase, which nobody else knows */
async function openVault(page: Page): Promise<string> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Un journal que vous seul pouvez lire');
  expect.soft(await findBarriers(page), 'promise').toEqual([]);
  await page.getByRole('button', { name: 'Préparer mon coffre' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Votre kit de secours');
  expect.soft(await findBarriers(page), 'kit').toEqual([]);
  const words = await page.locator('.words li').allTextContents();
  const groups = await page.locator('.code span').allTextContents();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Kit à imprimer (PDF)' }).click();
  expect((await readFile(await (await download).path())).subarray(0, 5).toString()).toBe('%PDF-');
  await page.getByRole('button', { name: 'Je l’ai gardé, continuer' }).click();
  const passphrase = words.map((word) => word.trim()).join(' ');
  const phrase = page.getByLabel('Vos sept mots');
  await phrase.fill(passphrase.replace(/^\S+/, 'xylophonique'));
  for (const box of await page.getByLabel(/^Groupe \d du code$/).all()) {
    const label = await box.evaluate((input) => (input as HTMLInputElement).labels?.[0]?.textContent ?? '');
    await box.fill(groups[Number(/\d/.exec(label)?.[0]) - 1]!.toLowerCase());
  }
  await page.getByRole('button', { name: 'Ouvrir le coffre' }).click();
  await expect(page.getByRole('alert')).toContainText('Le mot 1');
  expect.soft(await findBarriers(page), 'typed again').toEqual([]);
  // Case, accents and spaces are forgiven.
  await phrase.fill(`  ${passphrase.toUpperCase()} `);
  await page.getByRole('button', { name: 'Ouvrir le coffre' }).click();
  await expect(page.getByText('Coffre ouvert')).toBeVisible({ timeout: 20_000 });
  return passphrase;
}

async function writeLostBid(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { name: 'Avant la décision' })).toBeVisible();
  await page.getByLabel('Quel nom de code donnez-vous à cette opportunité\u202f?').fill('Tilleul');
  await page.getByLabel('Qu’a demandé le prescripteur, avec ses mots\u202f?').fill('« Créez la confiance. »');
  await page.getByRole('radio', { name: 'Je réponds à la demande telle qu’elle est posée' }).check();
  await expect(page.getByText('Quelle chance donnez-vous')).toHaveCount(0);
  expect.soft(await findBarriers(page), 'before').toEqual([]);
  await page.getByRole('button', { name: 'La décision', exact: true }).click();
  await page.getByRole('radio', { name: 'Non retenue' }).check();
  await page.getByLabel('Quand l’avez-vous su\u202f?').fill('2026-01-15');
  await page.getByRole('button', { name: 'À froid', exact: true }).click();
  await page.getByLabel('Qu’aurait enregistré une caméra\u202f?').fill('Un courriel de quatre lignes.');
  await page.getByRole('button', { name: 'Sceller le regard à froid' }).click();
  await expect(page.getByText('Il manque encore')).toBeVisible();
  expect.soft(await findBarriers(page), 'cold').toEqual([]);
  await page.getByRole('button', { name: 'La marge' }).click();
  await expect(page.getByText('Ne se partage jamais.')).toBeVisible();
  await page.getByLabel('Note pour moi seul').fill('Le vrai nom.');
  expect.soft(await findBarriers(page), 'margin').toEqual([]);
  await expect(page.getByText('Chiffré et confirmé par le serveur')).toBeVisible({ timeout: 20_000 });
}

async function lockAndUnlock(page: Page, passphrase: string): Promise<void> {
  await page.getByRole('button', { name: 'Verrouiller' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Votre coffre est verrouillé');
  await expect(page.getByText('Tilleul')).toHaveCount(0);
  expect.soft(await findBarriers(page), 'locked').toEqual([]);
  await page.getByLabel('Vos sept mots').fill(passphrase.split(' ').slice(0, 6).join(' '));
  await page.getByRole('button', { name: 'Déverrouiller', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('sept mots, vous en avez tapé 6');
  await page.getByLabel('Vos sept mots').fill(passphrase);
  await page.getByRole('button', { name: 'Déverrouiller', exact: true }).click();
  await expect(page.getByText('Coffre ouvert')).toBeVisible({ timeout: 20_000 });
  await page.getByRole('button', { name: 'À froid', exact: true }).click();
}

/** The fictitious journal: found by words, counted, drawn under the strict policy, and removed. */
async function seeExample(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Toutes les entrées' }).click();
  await page.getByRole('button', { name: 'Voir un journal d’exemple' }).click();
  await expect(page.getByRole('status').filter({ hasText: '41 entrées' })).toBeVisible({ timeout: 60_000 });
  expect.soft(await findBarriers(page), 'timeline').toEqual([]);
  await page.getByLabel('Chercher dans le journal').fill('comité');
  await expect(page.getByRole('status').filter({ hasText: /^[1-9] entrées$/ })).toBeVisible();
  await page.getByRole('link', { name: 'Ce qu’elles disent' }).click();
  const share = page.getByRole('region', { name: 'Ma part d’offres retenues', exact: true });
  await expect(share).toContainText('sur');
  await expect(share.locator('canvas')).toBeVisible();
  await share.getByText('Les chiffres en tableau').click();
  await expect(share.getByRole('table')).toBeVisible();
  expect.soft(await findBarriers(page), 'insights').toEqual([]);
  await page.getByRole('link', { name: 'Entrées' }).click();
  await page.getByRole('button', { name: 'Enlever l’exemple' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Enlever l’exemple' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Une entrée' })).toBeVisible({ timeout: 60_000 });
}

async function takeAway(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Emporter' }).click();
  expect.soft(await findBarriers(page), 'take away').toEqual([]);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Fichier du journal (JSON)', exact: true }).click();
  const file = await (await download).path();
  expect(await readFile(file, 'utf8')).toContain('Le vrai nom.');
  await page.getByLabel('Choisir un fichier du journal (JSON)').setInputFiles(file);
  await expect(page.getByText('ajouterait aucune entrée')).toBeVisible();
  const paper = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Document à imprimer (PDF)' }).click();
  expect((await readFile(await (await paper).path())).subarray(0, 5).toString()).toBe('%PDF-');
}
