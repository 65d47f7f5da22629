import { expect, test, type BrowserContext } from '@playwright/test';
import { findBarriers } from '../support/find-barriers.ts';
import { openVault, unlockVault } from '../support/open-vault.ts';
import { THEO } from '../support/people.ts';
import { runningProduct } from '../support/product.ts';
import { enterAs } from '../support/enter-as.ts';
import { commentOn, openShared, shareEntry } from '../support/share-entry.ts';
import { supervisedCoach } from '../support/supervised-coach.ts';
import { watchPage } from '../support/watch-page.ts';
import { goTo, writeLostBid } from '../support/write-lost-bid.ts';

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

  await shareEntry(writer, { name: THEO.name, words: readerKit.words });
  await openShared(reader, BID.alias, { name: coach.name, words: writerKit.words });
  await goTo(reader, 'À froid');
  await expect(reader.getByText(BID.camera)).toBeVisible();
  await expect(reader.getByRole('button', { name: 'La marge' })).toHaveCount(0);
  expect.soft(await findBarriers(reader), 'shared entry').toEqual([]);
  // What is typed and not sent outlives the page and the keys.
  await reader.getByLabel('Écrire un commentaire').fill('Qu’est-ce que');
  await reader.reload();
  await unlockVault(reader, readerKit.passphrase);
  await expect(reader.getByLabel('Écrire un commentaire')).toHaveValue('Qu’est-ce que');
  await commentOn(reader, COMMENT);

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
