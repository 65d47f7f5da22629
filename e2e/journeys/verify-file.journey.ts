import { expect, test } from '@playwright/test';
import { findBarriers } from '../support/find-barriers.ts';
import { runningProduct } from '../support/product.ts';
import { watchPage } from '../support/watch-page.ts';

const { url } = runningProduct();

const strange = {
  name: 'contrat.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from('%PDF-1.7\nnot ours\n%%EOF\n'),
};
const signature = `%PDF-1.7\n<< /ByteRange [0 10 12 5] /Contents <3000> >>\nmore was added here\n%%EOF\n`;
const changed = { ...strange, buffer: Buffer.from(signature) };

test('a file is verified where it is, by keyboard and screen reader as well', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const watch = watchPage(page);
  const posted: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST') posted.push(request.postData() ?? '');
  });
  await page.goto(`${url}/fr/verify`);
  expect(await findBarriers(page), 'before a file is chosen').toEqual([]);
  await expect(page.getByText('Sans JavaScript')).toBeHidden();

  await page.locator('#file').setInputFiles(strange);
  await expect(page.locator('#verdict')).toBeFocused();
  await expect(page.locator('#verdict h2')).toHaveText('Ce fichier n’est pas connu ici');
  expect(await findBarriers(page), 'with an unknown file').toEqual([]);

  await page.locator('#file').setInputFiles(changed);
  await expect(page.locator('#verdict h2')).toHaveText('Ce fichier a été changé');
  await expect(page.locator('#verdict')).toContainText('La signature ne couvre pas tout le fichier');
  expect(await findBarriers(page), 'with a changed file').toEqual([]);

  expect(posted).toHaveLength(2);
  for (const body of posted) expect(body).toMatch(/^\{("(sha256|frozenSha256)":"[0-9a-f]{64}",?){1,2}\}$/);
  expect(watch.foreign).toEqual([]);
  expect(watch.complaints).toEqual([]);
});

test.describe('without scripts, in English, in the dark', () => {
  test.use({ javaScriptEnabled: false, locale: 'en-GB', colorScheme: 'dark' });

  test('a hash is verified, and the page says what it cannot do', async ({ page }) => {
    await page.goto(`${url}/verify`);
    await expect(page).toHaveURL(`${url}/en/verify`);
    await expect(page.getByText('Without JavaScript this page cannot read your file')).toBeVisible();
    await page.getByLabel('SHA-256 hash').fill('12 34');
    await page.keyboard.press('Enter');
    await expect(page.locator('#verdict')).toContainText('A hash has 64 digits');
    await page.getByLabel('SHA-256 hash').fill('AB'.repeat(32));
    await page.getByRole('button', { name: 'Verify this hash' }).click();
    await expect(page.locator('#verdict h2')).toHaveText('This file is not known here');
    await expect(page.locator('#verdict')).toContainText('ab'.repeat(32));
  });
});
