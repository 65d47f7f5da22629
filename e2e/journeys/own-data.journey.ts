import { expect, test, type Page } from '@playwright/test';
import { findBarriers } from '../support/find-barriers.ts';
import { joinPractice, type Newcomer } from '../support/join-practice.ts';
import { openZip } from '../support/open-zip.ts';
import { ALIX, PRACTICE } from '../support/people.ts';
import { runningProduct } from '../support/product.ts';
import { proveItsYou } from '../support/prove-its-you.ts';
import { SupervisorClient } from '../support/supervisor-client.ts';
import { watchPage } from '../support/watch-page.ts';

const { url } = runningProduct();
const OTTO: Newcomer = {
  name: 'Otto "Fictif"',
  email: 'otto@parcours.example.org',
  password: 'vitrine sauge ruisseau bambou',
  roles: ['coach'],
  language: 'fr',
};

test.use({ viewport: { width: 360, height: 740 } });

test('a coach takes all data along as a ZIP, then has the account erased by typing its address, and is gone everywhere', async ({
  page,
}) => {
  const watch = watchPage(page);
  await joinPractice(page, OTTO);
  await expect(page).toHaveURL(/\/home/);
  await page.goto(`${url}/app/fr/account`);
  const section = page.locator('visavis-own-data');
  const files = await takeAlong(page);
  expect([...files.keys()]).toEqual(
    expect.arrayContaining(['account.json', 'account.csv', `${PRACTICE.slug}/member.csv`]),
  );
  expect(JSON.parse(files.get('account.json')!)).toMatchObject([{ email: OTTO.email, name: OTTO.name }]);
  expect(files.get('account.csv'), 'quoted as RFC 4180 says').toContain('"Otto ""Fictif"""');
  const everything = [...files.values()].join('\n');
  for (const somebodyElses of [ALIX.email, 'nadia@', 'argon2', await sessionToken(page)])
    expect(everything).not.toContain(somebodyElses);

  await section.getByRole('button', { name: 'Effacer mon compte…' }).click();
  const question = page.getByRole('dialog', { name: 'Effacer votre compte' });
  const yes = question.getByRole('button', { name: 'Effacer mon compte' });
  const typed = question.getByLabel('Votre adresse e-mail, pour confirmer');
  await typed.fill('otto');
  await expect(yes).toHaveAttribute('aria-disabled', 'true');
  expect.soft(await findBarriers(page), 'erasure').toEqual([]);
  await typed.press('Enter');
  await question.getByRole('button', { name: 'Le garder' }).click();
  await expect(question).toBeHidden();
  await expect(page, 'half an address erases nothing').toHaveURL(/\/account/);
  expect(await memberNamed(OTTO.email)).toBe(1);
  await section.getByRole('button', { name: 'Effacer mon compte…' }).click();
  await typed.fill(OTTO.email.toUpperCase());
  await yes.click();

  await expect(page).toHaveURL(/\/sign-in/);
  await page.getByLabel('Adresse e-mail').fill(OTTO.email);
  await page.getByLabel('Mot de passe', { exact: true }).fill(OTTO.password);
  await page.getByRole('button', { name: 'Se connecter', exact: true }).click();
  await expect(page.getByRole('alert')).not.toBeEmpty();
  expect(await memberNamed(OTTO.email)).toBe(0);
  expect(await memberNamed('Otto')).toBe(0);
  expect(watch.foreign).toEqual([]);
  expect(watch.complaints.filter((line) => !/40[13]/.test(line))).toEqual([]);
});

/** The files of the export by name, as whoever downloads it finds them. */
async function takeAlong(page: Page): Promise<Map<string, string>> {
  const section = page.locator('visavis-own-data');
  const download = page.waitForEvent('download');
  await section.getByRole('button', { name: 'Emporter les données' }).click();
  await proveItsYou(page, OTTO.email);
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/\.zip$/);
  await expect(section.getByRole('status')).toHaveText('Fichier remis à votre navigateur');
  expect.soft(await findBarriers(page), 'taken along').toEqual([]);
  return openZip(file);
}

/** How many the owner finds. */
async function memberNamed(search: string): Promise<number> {
  const owner = await SupervisorClient.signIn(ALIX);
  const { total } = await owner.send<{ total: number }>(
    'GET',
    `/api/members?search=${encodeURIComponent(search)}`,
  );
  return total;
}

async function sessionToken(page: Page): Promise<string> {
  const cookies = await page.context().cookies(url);
  return cookies.find(({ name }) => name === '__Host-session')!.value;
}
