import { expect, test, type Browser, type Locator, type Page } from '@playwright/test';
import { findBarriers } from '../support/find-barriers.ts';
import { linkTo } from '../support/letters.ts';
import { MAXENCE, visitor } from '../support/people.ts';
import { runningProduct } from '../support/product.ts';
import { proveItsYou } from '../support/prove-its-you.ts';
import { signIn } from '../support/sign-in.ts';
import { SupervisorClient } from '../support/supervisor-client.ts';
import { watchPage } from '../support/watch-page.ts';

const { url } = runningProduct();
const ZOE = { ...visitor('Zoé', 'Ardouin-Fictive', 71), password: 'tilleul passerelle lanterne midi' };
const FULL_NAME = `${ZOE.firstName} ${ZOE.lastName}`;
const DESK = { width: 1280, height: 800 };
const PHONE = { width: 360, height: 740 };
const DAY = 86_400_000;

test.setTimeout(240_000);

test('a discovery call becomes an invitation, an account, a contract signed by both, and a first session', async ({
  page,
  browser,
}) => {
  await page.setViewportSize(DESK);
  const watch = watchPage(page);
  const call = await bookCall();

  await signIn(page, MAXENCE);
  // The call is over for whoever looks at it: only the clock of this browser is turned.
  await page.clock.setSystemTime(call.start + 35 * 60_000);
  await page.goto(`${url}/app/fr/week/appointments/${call.id}`);
  await page.getByRole('button', { name: 'Inviter et préparer le contrat' }).click();
  await expect(page.getByText(`Invitation à ${ZOE.email}`)).toBeVisible();
  expect.soft(await findBarriers(page), 'invited').toEqual([]);

  const coach = await openAccount(browser);
  await expect(coach.getByText('Votre superviseur·e prépare votre contrat.')).toBeVisible();
  expect.soft(await findBarriers(coach), 'empty home').toEqual([]);

  await page.clock.setSystemTime(Date.now());
  await page.getByRole('link', { name: 'Ouvrir le brouillon du contrat' }).click();
  await writeContract(page);
  await propose(page);
  await signByCoach(coach);

  await page.reload();
  await expect(page.getByText(`${FULL_NAME} a signé. Il manque une signature.`)).toBeVisible();
  await page.getByRole('link', { name: 'Aller à la signature', exact: true }).click();
  await sign(page, MAXENCE.name, MAXENCE.email);
  await expect(page.getByText('Vous avez signé tous les deux.')).toBeVisible();

  await bookFirstSession(coach);
  await page.goto(`${url}/app/fr/contracts`);
  await expect(page.getByRole('listitem').filter({ hasText: FULL_NAME })).toContainText('En vigueur');
  expect.soft(await findBarriers(page), 'contracts').toEqual([]);
  await page.getByRole('link', { name: FULL_NAME }).click();
  await page.getByRole('link', { name: 'Preuves' }).click();
  await expect(page.getByText('Les deux parties ont signé')).toBeVisible();
  expect.soft(await findBarriers(page), 'evidence').toEqual([]);
  expect(watch.foreign).toEqual([]);
});

/** By hand, tomorrow at a time nobody else has. */
async function bookCall(): Promise<{ id: string; start: number }> {
  const client = await SupervisorClient.signIn(MAXENCE);
  const start = Math.ceil((Date.now() + DAY) / 900_000) * 900_000;
  const { firstName, lastName, email, phone, words } = ZOE;
  const { id } = await client.send<{ id: string }>('POST', '/api/appointments', {
    start: new Date(start).toISOString(),
    firstName,
    lastName,
    email,
    phone,
    reason: 'better-sessions',
    words,
    language: 'fr',
    timeZone: 'Europe/Paris',
  });
  return { id, start };
}

async function openAccount(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: PHONE, locale: 'fr-FR', timezoneId: 'Europe/Paris' });
  const coach = await context.newPage();
  await coach.goto(await linkTo(ZOE.email, /http\S+\/invitation\/[\w-]+\/[\w-]+#[\w-]+/));
  await coach.getByLabel('Votre nom').fill(FULL_NAME);
  await coach.getByLabel('Mot de passe à choisir').fill(ZOE.password);
  await coach.getByRole('button', { name: 'Ouvrir mon compte' }).click();
  await expect(coach).toHaveURL(/\/home/);
  return coach;
}

async function writeContract(page: Page): Promise<void> {
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

async function propose(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Proposer…' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('ce qui est lu est ce qui est signé');
  expect.soft(await findBarriers(page), 'propose').toEqual([]);
  await dialog.getByRole('button', { name: 'Figer et proposer' }).click();
  await expect(page.getByText('Attend la signature des deux parties')).toBeVisible();
}

async function signByCoach(coach: Page): Promise<void> {
  await coach.goto(`${url}/app/fr/home`);
  expect.soft(await findBarriers(coach), 'home').toEqual([]);
  await coach.getByRole('link', { name: /Le contrat proposé par/ }).click();
  await expect(coach.getByRole('heading', { level: 1 })).toBeFocused();
  expect.soft(await findBarriers(coach), 'reading').toEqual([]);
  await coach.getByRole('link', { name: 'Aller à la signature', exact: true }).click();
  const button = coach.getByRole('button', { name: 'Signer ce contrat' });
  await button.click();
  await expect(coach.getByText('Cochez cette case si vous êtes d’accord').first()).toBeVisible();
  expect.soft(await findBarriers(coach), 'signing').toEqual([]);
  await sign(coach, FULL_NAME.toLowerCase(), ZOE.email);
  await expect(coach.getByText(`C’est maintenant à ${MAXENCE.name} de signer.`)).toBeVisible();
  expect.soft(await findBarriers(coach), 'signed').toEqual([]);
}

async function sign(page: Page, name: string, email: string): Promise<void> {
  const boxes = page.getByRole('group', { name: 'Votre accord, clause par clause' }).getByRole('checkbox');
  await expect(boxes).toHaveCount(5);
  for (const box of await boxes.all()) {
    await expect(box).not.toBeChecked();
    await box.check();
  }
  await page.getByLabel('Votre nom complet').fill(name);
  await page.getByRole('button', { name: 'Signer ce contrat' }).click();
  await proveItsYou(page, email);
  await expect(page.getByRole('heading', { name: 'Vous avez signé' })).toBeFocused();
}

async function bookFirstSession(coach: Page): Promise<void> {
  // The worker brings a signed contract into force a moment after the last signature.
  await expect(async () => {
    await coach.goto(`${url}/app/fr/home`);
    await expect(coach.getByRole('link', { name: 'Réserver une séance' }).last()).toBeVisible({
      timeout: 3000,
    });
  }).toPass({ timeout: 60_000 });
  await coach.getByRole('link', { name: 'Réserver une séance' }).last().click();
  const times = coach.getByRole('region', { name: 'Quand' });
  await times.getByRole('button', { name: /, \d+/ }).first().click();
  expect.soft(await findBarriers(coach), 'booking').toEqual([]);
  await coach.getByRole('button', { name: 'Réserver', exact: true }).click();
  await expect(coach.getByRole('heading', { name: 'C’est réservé' })).toBeFocused();
  await coach.getByRole('link', { name: 'Voir les séances' }).click();
  await expect(coach.getByRole('button', { name: /Annuler la séance/ })).toBeVisible();
  expect.soft(await findBarriers(coach), 'sessions').toEqual([]);
}

function region(page: Page, name: string): Locator {
  return page.getByRole('region', { name, exact: true });
}

/** `YYYY-MM-DD`, some days from today in Paris. */
function dateIn(days: number): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' }).format(Date.now() + days * DAY);
}
