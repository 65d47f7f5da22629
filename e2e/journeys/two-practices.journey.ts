import { expect, test, type Page } from '@playwright/test';
import { products } from '../../apps/launch/src/project.ts';
import { runProgram } from '../../apps/launch/src/run-program.ts';
import { findBarriers } from '../support/find-barriers.ts';
import { joinPractice, type Newcomer } from '../support/join-practice.ts';
import { linkTo } from '../support/letters.ts';
import { ALIX, NOOR, PRACTICE } from '../support/people.ts';
import { runningProduct } from '../support/product.ts';
import { signIn } from '../support/sign-in.ts';
import { watchPage } from '../support/watch-page.ts';

const { url, apiUrl, environment } = runningProduct();
const OTHER = { slug: 'cabinet-den-face', name: 'Cabinet d’en face', country: 'BE' };
const IVO: Newcomer = {
  name: 'Ivo Fictif',
  email: 'ivo@parcours.example.org',
  password: 'escalier tilleul boussole nuit',
  roles: ['coach'],
  language: 'fr',
};

// The first invites the coach of the second.
test.describe.configure({ mode: 'serial' });
test.use({ viewport: { width: 1280, height: 800 } });

test.beforeAll(async () => {
  // The operator's command; somebody who has an account joins with it.
  const { slug, name, email, timeZone, language, introduction } = NOOR;
  const owner = { slug, name, email, timeZone, language, introduction, roles: ['owner', 'supervisor'] };
  const another = { practice: { ...OTHER, allowedOrigins: [] }, supervisors: [owner] };
  await runProgram(products.createPractice, environment, JSON.stringify(another));
});

test('a supervisor with two practices goes from one to the other, asked before typed things are lost', async ({
  page,
}) => {
  const watch = watchPage(page);
  await signIn(page, NOOR);
  const practice = page.getByRole('combobox', { name: 'Cabinet' });
  await expect(practice).toHaveValue(PRACTICE.slug);
  await expect(page.getByRole('link', { name: 'Historique' })).toHaveCount(0);
  await page.goto(`${url}/app/fr/members`);
  await expect(members(page).filter({ hasText: ALIX.name })).toBeVisible();

  const token = await sessionToken(page);
  await practice.selectOption({ label: OTHER.name });
  await expect(page.getByRole('link', { name: 'Historique' }), 'an owner here').toBeVisible();
  await expect(practice).toHaveValue(OTHER.slug);
  expect(await sessionToken(page)).not.toBe(token);
  expect(await statusWith(token), 'the token of before').toBe(401);
  await page.getByRole('link', { name: 'Personnes' }).click();
  await expect(members(page)).toHaveCount(1);
  await expect(members(page)).toContainText(NOOR.name);
  await invite(page, IVO);
  expect.soft(await findBarriers(page), 'the other practice').toEqual([]);

  await page.getByRole('link', { name: 'Cabinet', exact: true }).click();
  const motto = page.getByLabel('Devise, en français (facultatif)');
  await motto.fill('En face');
  await practice.selectOption({ label: PRACTICE.name });
  const question = page.getByRole('dialog');
  await expect(question).toContainText('Quitter sans enregistrer');
  expect.soft(await findBarriers(page), 'asked before leaving').toEqual([]);
  await question.getByRole('button', { name: 'Rester sur la page' }).click();
  await expect(motto).toHaveValue('En face');
  await expect(practice).toHaveValue(OTHER.slug);
  await practice.selectOption({ label: PRACTICE.name });
  await question.getByRole('button', { name: 'Quitter sans enregistrer' }).click();
  await expect(page.getByRole('link', { name: 'Historique' })).toHaveCount(0);
  await expect(practice).toHaveValue(PRACTICE.slug);
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('Cabinet');
  expect(watch.foreign).toEqual([]);
  expect(watch.complaints.filter((line) => !line.includes('401'))).toEqual([]);
});

test('a coach of one practice is invited to another, joins with the account there is, and sees both on a phone', async ({
  page,
}) => {
  const watch = watchPage(page);
  await page.setViewportSize({ width: 360, height: 740 });
  await joinPractice(page, IVO);
  await expect(page).toHaveURL(/\/home/);
  await page.getByRole('button', { name: 'Ouvrir le menu' }).click();
  await expect(page.getByRole('combobox', { name: 'Cabinet' }), 'nothing to choose from').toHaveCount(0);
  await page.getByRole('button', { name: 'Se déconnecter' }).click();
  await expect(page).toHaveURL(/sign-in/);

  await page.goto(await linkTo(IVO.email, new RegExp(`http\\S+/invitation/${OTHER.slug}/[\\w-]+#[\\w-]+`)));
  await expect(page.getByText('Vous avez déjà un compte à cette adresse.')).toBeVisible();
  expect.soft(await findBarriers(page), 'invited with an account').toEqual([]);
  await page.getByLabel('Mot de passe', { exact: true }).fill('tout autre chose que cela');
  await page.getByRole('button', { name: 'Rejoindre le cabinet' }).click();
  await expect(page.getByRole('alert')).not.toBeEmpty();
  await page.getByLabel('Mot de passe', { exact: true }).fill(IVO.password);
  await page.getByRole('button', { name: 'Rejoindre le cabinet' }).click();
  await expect(page).toHaveURL(/\/home/);
  await page.getByRole('button', { name: 'Ouvrir le menu' }).click();
  const practice = page.getByRole('combobox', { name: 'Cabinet' });
  await expect(practice).toHaveValue(OTHER.slug);
  expect.soft(await findBarriers(page), 'menu with two practices').toEqual([]);
  await practice.selectOption({ label: PRACTICE.name });
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Bonjour');
  await page.getByRole('button', { name: 'Ouvrir le menu' }).click();
  await expect(practice).toHaveValue(PRACTICE.slug);
  expect(watch.foreign).toEqual([]);
  expect(watch.complaints.filter((line) => !/40[13]/.test(line))).toEqual([]);
});

/** By the owner of the other practice. */
async function invite(page: Page, { name, email }: Newcomer): Promise<void> {
  await page.getByRole('button', { name: 'Inviter une personne' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByLabel('Nom', { exact: true })).toBeFocused();
  await dialog.getByLabel('Nom', { exact: true }).fill(name);
  await dialog.getByLabel('Adresse e-mail').fill(email);
  await dialog.getByRole('button', { name: 'Envoyer l’invitation' }).click();
  await expect(page.getByRole('region', { name: 'Invitations en attente' })).toContainText(email);
}

function members(page: Page) {
  return page.getByRole('region', { name: 'Membres' }).getByRole('listitem');
}

async function sessionToken(page: Page): Promise<string> {
  const cookies = await page.context().cookies(url);
  return cookies.find(({ name }) => name === '__Host-session')?.value ?? '';
}

async function statusWith(token: string): Promise<number> {
  const headers = { cookie: `__Host-session=${token}` };
  return (await fetch(`${apiUrl}/api/session`, { headers })).status;
}
