import { expect, test, type Page } from '@playwright/test';
import { URI } from 'otpauth';
import { findBarriers } from '../support/find-barriers.ts';
import { FreshInstance } from '../support/fresh-instance.ts';
import { proveItsYou } from '../support/prove-its-you.ts';
import { watchPage } from '../support/watch-page.ts';

const PRACTICE = { name: 'Cabinet de l’Été', slug: 'cabinet-de-l-ete' };
const HELENE = {
  name: 'Hélène Fictive',
  email: 'helene@parcours.example.org',
  password: 'ardoise pivoine funambule minuit',
};

let instance: FreshInstance;

test.beforeAll(async () => {
  instance = await FreshInstance.start('visavis_first_set_up');
});
test.afterAll(() => instance.stop());
test.use({ ignoreHTTPSErrors: true, viewport: { width: 1280, height: 800 } });

test('whoever reads the console opens the first practice once, protects the account, and is in it', async ({
  page,
  browser,
}) => {
  const watch = watchPage(page, instance.url);
  const link = setupLink();
  await page.goto(link.replace(/#.*/, '#not-the-secret-of-it'));
  await fillIn(page);
  await page.getByRole('button', { name: 'Ouvrir le cabinet' }).click();
  await expect(page.getByRole('heading', { name: 'Ce lien n’est pas le bon' })).toBeFocused();

  await page.goto('about:blank');
  await page.goto(link);
  await page.getByRole('button', { name: 'Ouvrir le cabinet' }).click();
  await expect(page.getByText('À remplir.').first()).toBeVisible();
  expect.soft(await findBarriers(page), 'set-up, nothing filled in').toEqual([]);
  await fillIn(page);
  await expect(page.getByLabel('Adresse de sa page')).toHaveValue(PRACTICE.slug);
  await page.getByRole('button', { name: 'Ouvrir le cabinet' }).click();

  await expect(page.getByRole('heading', { name: 'Protéger votre espace' })).toBeVisible();
  expect.soft(await findBarriers(page), 'second factor').toEqual([]);
  await page.goto(`${instance.url}/app/fr/practice`);
  await expect(
    page.getByRole('heading', { name: 'Protéger votre espace' }),
    'nothing before it',
  ).toBeVisible();
  const authenticator = await enrolTotp(page);
  await keepRecoveryCodes(page);

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Cabinet');
  await expect(page.getByLabel('Nom du cabinet')).toHaveValue(PRACTICE.name);
  expect.soft(await findBarriers(page), 'practice').toEqual([]);
  await page.goto(`${instance.url}/fr/c/${PRACTICE.slug}/helene-fictive`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Un premier échange avec ${HELENE.name}`);

  const again = await (await browser.newContext({ ignoreHTTPSErrors: true, locale: 'fr-FR' })).newPage();
  await again.goto(link);
  await fillIn(again);
  await again.getByRole('button', { name: 'Ouvrir le cabinet' }).click();
  await expect(again.getByRole('heading', { name: 'Tout est déjà en place' })).toBeFocused();
  expect.soft(await findBarriers(again), 'set up before').toEqual([]);

  await again.getByRole('link', { name: 'Se connecter' }).click();
  await again.getByLabel('Adresse e-mail').fill(HELENE.email);
  await again.getByLabel('Mot de passe', { exact: true }).fill(HELENE.password);
  await again.getByRole('button', { name: 'Se connecter', exact: true }).click();
  await expect(again.getByRole('heading', { name: 'Une vérification de plus' })).toBeVisible();
  // The code that enrolled counted: the next one opens.
  await again
    .getByLabel('Code à six chiffres')
    .fill(authenticator.generate({ timestamp: Date.now() + 30_000 }));
  await again.getByRole('button', { name: 'Continuer' }).click();
  await expect(again).toHaveURL(/\/week/);
  await again.context().close();
  expect(watch.foreign).toEqual([]);
  // The certificate is nobody's, so the browser keeps no service worker of this installation.
  const expected = /40[134]|SSL certificate error occurred when fetching the script/;
  expect(watch.complaints.filter((line) => !expected.test(line))).toEqual([]);
});

function setupLink(): string {
  const link = /https:\S+\/app\/fr\/setup#\S+/.exec(instance.console)?.[0];
  if (!link) throw new Error(`no link on the console:\n${instance.console}`);
  expect(link.startsWith(instance.url)).toBe(true);
  return link;
}

async function fillIn(page: Page): Promise<void> {
  await page.getByLabel('Nom du cabinet').fill(PRACTICE.name);
  await page.getByLabel('Votre nom').fill(HELENE.name);
  await page.getByLabel('Adresse e-mail').fill(HELENE.email);
  await page.getByLabel('Mot de passe à choisir').fill(HELENE.password);
}

/** With what an authenticator would read from the picture. */
async function enrolTotp(page: Page) {
  await page.getByRole('button', { name: 'Une application d’authentification' }).click();
  await proveItsYou(page, HELENE.email);
  await expect(page.getByRole('img', { name: /Code QR/ })).toBeVisible();
  await page.getByText('Je ne peux pas le viser').click();
  expect.soft(await findBarriers(page), 'authenticator').toEqual([]);
  const address = await page.getByRole('link', { name: 'le lien' }).getAttribute('href');
  const authenticator = URI.parse(address!);
  if (!('period' in authenticator)) throw new Error(`not a code of time: ${address}`);
  expect(authenticator).toMatchObject({ issuer: 'Visavis', digits: 6, period: 30 });
  const code = page.getByLabel('Code à six chiffres');
  await code.fill('000000');
  await page.getByRole('button', { name: 'Vérifier le code' }).click();
  await expect(page.getByRole('alert').first()).toContainText('Ce code n’est pas le bon');
  await code.fill(authenticator.generate());
  await page.getByRole('button', { name: 'Vérifier le code' }).click();
  return authenticator;
}

async function keepRecoveryCodes(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { name: 'Vos codes de secours' })).toBeFocused();
  const codes = page.getByRole('list', { name: 'Codes de secours' }).getByRole('listitem');
  await expect(codes).toHaveCount(10);
  expect(new Set(await codes.allTextContents()).size).toBe(10);
  expect.soft(await findBarriers(page), 'recovery codes').toEqual([]);
  await page.getByLabel(/Je les ai gardés/).check();
  await page.getByRole('button', { name: 'Continuer' }).click();
}
