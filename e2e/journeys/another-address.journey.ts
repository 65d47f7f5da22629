import { expect, test, type Page } from '@playwright/test';
import { findBarriers } from '../support/find-barriers.ts';
import { joinPractice, type Newcomer } from '../support/join-practice.ts';
import { lettersTo } from '../support/letters.ts';
import { runningProduct } from '../support/product.ts';
import { proveItsYou } from '../support/prove-its-you.ts';
import { watchPage } from '../support/watch-page.ts';

const { url } = runningProduct();
const JUNE: Newcomer = {
  name: 'June Fictive',
  email: 'june@parcours.example.org',
  password: 'paravent lune tilleul caillou',
  roles: ['coach'],
  language: 'fr',
};
const NEW_ADDRESS = 'june.nouvelle@parcours.example.org';

test.use({ viewport: { width: 360, height: 740 } });

test('an address is changed by two codes, one from each of the two mailboxes, and the former one opens nothing more', async ({
  page,
}) => {
  const watch = watchPage(page);
  await joinPractice(page, JUNE);
  await expect(page).toHaveURL(/\/home/);
  await page.goto(`${url}/app/fr/account`);
  const section = page.locator('visavis-own-email');
  await section.getByRole('button', { name: 'Changer d’adresse…' }).click();
  await section.getByLabel('Nouvelle adresse').fill('pas une adresse');
  await section.getByRole('button', { name: 'Envoyer les deux codes' }).click();
  await expect(section.getByLabel('Nouvelle adresse')).toHaveAttribute('aria-invalid', 'true');
  await section.getByLabel('Nouvelle adresse').fill(NEW_ADDRESS);
  expect.soft(await findBarriers(page), 'another address').toEqual([]);
  await section.getByRole('button', { name: 'Envoyer les deux codes' }).click();
  await proveItsYou(page, JUNE.email);

  const former = section.getByLabel(`Code reçu à ${JUNE.email}`);
  await expect(former).toBeFocused();
  const [ofFormer, ofNew] = [await changeCode(JUNE.email), await changeCode(NEW_ADDRESS)];
  expect.soft(await findBarriers(page), 'two codes').toEqual([]);
  const change = section.getByRole('button', { name: 'Changer d’adresse', exact: true });
  // The code of one mailbox is not enough, and not the right one for the other.
  await former.fill(ofNew);
  await section.getByLabel(`Code reçu à ${NEW_ADDRESS}`).fill(ofNew);
  await change.click();
  await expect(section.getByRole('alert')).not.toBeEmpty();
  await expect(section.getByText(JUNE.email, { exact: true })).toBeVisible();
  await former.fill(ofFormer);
  await change.click();
  await expect(section.getByRole('status')).toContainText(`Votre adresse est maintenant ${NEW_ADDRESS}`);
  await expect(section.getByText(NEW_ADDRESS, { exact: true })).toBeVisible();
  expect.soft(await findBarriers(page), 'changed').toEqual([]);
  await expect
    .poll(async () => (await lettersTo(JUNE.email, 1)).map(({ subject }) => subject), { timeout: 15_000 })
    .toContain('Votre adresse a changé');

  await page.context().clearCookies();
  await signInWith(page, JUNE.email);
  await expect(page.getByRole('alert')).not.toBeEmpty();
  await signInWith(page, NEW_ADDRESS);
  await expect(page).toHaveURL(/\/home/);
  expect(watch.foreign).toEqual([]);
  expect(watch.complaints.filter((line) => !/40[013]/.test(line))).toEqual([]);
});

async function signInWith(page: Page, address: string): Promise<void> {
  await page.goto(`${url}/app/fr/`);
  await page.getByLabel('Adresse e-mail').fill(address);
  await page.getByLabel('Mot de passe', { exact: true }).fill(JUNE.password);
  await page.getByRole('button', { name: 'Se connecter', exact: true }).click();
}

/** Of the letter that went to one of the two mailboxes. */
async function changeCode(address: string): Promise<string> {
  const find = async () =>
    (await lettersTo(address, 1)).find(({ subject }) => subject.startsWith('Changement d’adresse'));
  await expect.poll(find, { message: `a code for ${address}`, timeout: 15_000 }).toBeTruthy();
  return /\b\d{6}\b/.exec((await find())!.text)![0];
}
