import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import { findBarriers } from '../support/find-barriers.ts';
import { openVault, unlockVault } from '../support/open-vault.ts';
import { THEO } from '../support/people.ts';
import { runningProduct } from '../support/product.ts';
import { enterAs } from '../support/enter-as.ts';
import { supervisedCoach } from '../support/supervised-coach.ts';
import { watchPage } from '../support/watch-page.ts';
import { confirmed, goTo, writeLostBid } from '../support/write-lost-bid.ts';

const { url } = runningProduct();
const BID = {
  alias: 'Glycine',
  brief: 'Remettre une équipe de direction en mouvement avant l’été.',
  camera: 'Elle a regardé sa montre, puis a demandé le prix.',
};
const COMMENT = 'Qu’est-ce que sa montre vous a fait, à vous ?';

test.setTimeout(180_000);

test('a lost bid is reviewed when cold, shared after ten words, commented and taken back, in two browsers', async ({
  context,
  page: reader,
  browser,
}) => {
  const coach = await supervisedCoach(THEO, 'Zélie Fictive-Aubin');
  await reader.setViewportSize({ width: 1280, height: 800 });
  await enterAs(context, coach.supervisorToken);
  const watchReader = watchPage(reader);
  await reader.goto(`${url}/app/fr/journal`);
  const readerKit = await openVault(reader);

  const writing = await phone(browser.newContext.bind(browser), coach.token);
  const writer = await writing.newPage();
  const watchWriter = watchPage(writer);
  await writer.goto(`${url}/app/fr/journal`);
  expect.soft(await findBarriers(writer), 'promise').toEqual([]);
  const writerKit = await openVault(writer);
  await expect(writer.getByRole('heading', { name: /Par quoi commencer/ })).toBeVisible();
  expect.soft(await findBarriers(writer), 'empty journal').toEqual([]);

  await writeLostBid(writer, BID);
  expect.soft(await findBarriers(writer), 'cold review').toEqual([]);
  await goTo(writer, 'La marge');
  await expect(writer.getByText('Ne se partage jamais.')).toBeVisible();
  expect.soft(await findBarriers(writer), 'margin').toEqual([]);

  await share(writer, readerKit.words);
  await readAndComment(reader, writerKit.words, coach.name);

  await writer.reload();
  await unlockVault(writer, writerKit.passphrase);
  await expect(writer.getByText(COMMENT)).toBeVisible();
  await writer.getByRole('button', { name: 'Révoquer…' }).click();
  const sure = writer.getByRole('dialog');
  await expect(sure).toContainText('Cela n’efface pas ce qui a déjà été lu');
  await sure.getByRole('button', { name: /Révoquer/ }).click();
  await expect(writer.getByText('Lisible par vous seul.')).toBeVisible();
  await goTo(writer, 'À froid');
  await expect(writer.getByText(BID.camera)).toBeVisible();

  await reader.reload();
  await unlockVault(reader, readerKit.passphrase);
  await expect(reader.getByText(BID.camera)).toHaveCount(0);
  await reader.getByRole('link', { name: 'Partagées avec moi' }).first().click();
  await expect(reader.getByText('Personne ne partage d’entrée avec vous en ce moment.')).toBeVisible();
  expect(watchReader.foreign).toEqual([]);
  expect(watchWriter.foreign).toEqual([]);
  await writing.close();
});

/** The words on this page are those the reader wrote down: that is what reading them aloud finds out. */
async function share(writer: Page, readerWords: readonly string[]): Promise<void> {
  await writer.getByRole('button', { name: 'Apporter en supervision…' }).click();
  const dialog = writer.getByRole('dialog');
  await expect(dialog.getByRole('button', { name: 'Partager cette entrée' })).toBeDisabled();
  await dialog.getByRole('button', { name: 'Vérifier maintenant' }).click();
  await expect(dialog.locator('.words').first().locator('li')).toHaveText([...readerWords]);
  expect.soft(await findBarriers(writer), 'verify').toEqual([]);
  await dialog.getByRole('button', { name: 'J’ai entendu ces dix mots' }).click();
  expect.soft(await findBarriers(writer), 'share').toEqual([]);
  await dialog.getByRole('button', { name: 'Partager cette entrée' }).click();
  await expect(writer.getByText(`Lisible par vous et par ${THEO.name}.`)).toBeVisible();
  await confirmed(writer);
}

async function readAndComment(
  reader: Page,
  writerWords: readonly string[],
  writerName: string,
): Promise<void> {
  await reader.getByRole('link', { name: 'Partagées avec moi' }).click();
  await reader.getByRole('link', { name: BID.alias }).click();
  await expect(reader.getByText(/^Non vérifiée/)).toBeVisible();
  await reader.getByRole('button', { name: 'Vérifier maintenant' }).click();
  await expect(reader.locator('.words').first().locator('li')).toHaveText([...writerWords]);
  await reader.getByRole('button', { name: 'J’ai entendu ces dix mots' }).click();
  await expect(reader.getByRole('heading', { level: 1 })).toContainText(writerName);
  await goTo(reader, 'À froid');
  await expect(reader.getByText(BID.camera)).toBeVisible();
  await expect(reader.getByRole('button', { name: 'La marge' })).toHaveCount(0);
  expect.soft(await findBarriers(reader), 'shared entry').toEqual([]);
  await reader.getByLabel('Écrire un commentaire').fill(COMMENT);
  await reader.getByRole('button', { name: 'Envoyer le commentaire' }).click();
  await expect(reader.getByRole('listitem').filter({ hasText: COMMENT })).toBeVisible();
}

async function phone(
  newContext: (options: object) => Promise<BrowserContext>,
  token: string,
): Promise<BrowserContext> {
  const context = await newContext({
    viewport: { width: 360, height: 740 },
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
  });
  await enterAs(context, token);
  return context;
}
