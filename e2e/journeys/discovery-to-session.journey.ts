import { expect, test, type Browser, type Page } from '@playwright/test';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { chooseTime, typeIntake } from '../support/booking-form.ts';
import { findBarriers } from '../support/find-barriers.ts';
import { lettersTo, linkTo } from '../support/letters.ts';
import { MAXENCE, PRACTICE, visitor } from '../support/people.ts';
import { runningProduct } from '../support/product.ts';
import { signContract } from '../support/sign-contract.ts';
import { signIn } from '../support/sign-in.ts';
import { SupervisorClient } from '../support/supervisor-client.ts';
import { verifySeal } from '../support/verify-seal.ts';
import { watchPage, type Watch } from '../support/watch-page.ts';
import { propose, writeContract } from '../support/write-contract.ts';

const { url } = runningProduct();
const ZOE = { ...visitor('Zoé', 'Ardouin-Fictive', 71), password: 'tilleul passerelle lanterne midi' };
const FULL_NAME = `${ZOE.firstName} ${ZOE.lastName}`;
const DESK = { viewport: { width: 1280, height: 800 }, locale: 'fr-FR', timezoneId: 'Europe/Paris' };
const PHONE = { ...DESK, viewport: { width: 360, height: 740 } };

// The longest way there is through the product: two people, two devices, seven letters.
test.setTimeout(180_000);

test('a discovery call becomes an invitation, an account, a contract signed by both, and a first session', async ({
  browser,
}) => {
  const supervisor = await (await browser.newContext(DESK)).newPage();
  const coach = await (await browser.newContext(PHONE)).newPage();
  const watches = [supervisor, coach].map((page) => watchPage(page));

  const start = await bookCall(coach);
  watches.push(await inviteAfterCall(browser, start));
  await openAccount(coach);
  await expect(coach.getByText('Votre superviseur·e prépare votre contrat.')).toBeVisible();
  expect.soft(await findBarriers(coach), 'empty home').toEqual([]);

  await signIn(supervisor, MAXENCE);
  await openContract(supervisor);
  await supervisor.getByRole('link', { name: 'Continuer le brouillon' }).click();
  await writeContract(supervisor);
  await propose(supervisor);
  await signByCoach(coach);
  await supervisor.reload();
  await expect(supervisor.getByText(`${FULL_NAME} a signé. Il manque une signature.`)).toBeVisible();
  await supervisor.getByRole('link', { name: 'Aller à la signature', exact: true }).click();
  await signContract(supervisor, MAXENCE.name, MAXENCE.email);
  await expect(supervisor.getByText('Vous avez signé tous les deux.')).toBeVisible();
  expect.soft(await findBarriers(supervisor), 'signed by both').toEqual([]);

  const session = await bookFirstSession(coach);
  await seeSession(supervisor, session);
  const sealed = await keepSealedFile(supervisor);
  await verifyFile(coach, sealed);
  for (const { foreign, complaints } of watches) {
    expect(foreign).toEqual([]);
    // The first answer of every visit asks to sign in, and a signature asks who is there.
    expect(complaints.filter((line) => !/40[13]/.test(line))).toEqual([]);
  }
});

/** @returns when the call begins, ISO 8601 */
async function bookCall(page: Page): Promise<string> {
  await page.goto(`${url}/fr/c/${PRACTICE.slug}/${MAXENCE.slug}`);
  const start = await chooseTime(page, 0);
  await typeIntake(page, ZOE);
  await page.locator('#consent').check();
  await page.getByRole('button', { name: 'Réserver ce premier échange' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`C’est réservé, ${ZOE.firstName}`);
  return start;
}

/** In a browser whose clock says that the call is over; nothing else is turned. */
async function inviteAfterCall(browser: Browser, start: string): Promise<Watch> {
  const context = await browser.newContext(DESK);
  const page = await context.newPage();
  const watch = watchPage(page);
  const client = await SupervisorClient.signIn(MAXENCE);
  const { appointments } = await client.send<{ appointments: { id: string; start: number }[] }>(
    'GET',
    `/api/appointments?from=${start}&to=${new Date(Date.parse(start) + 3_600_000).toISOString()}`,
  );
  await page.clock.setFixedTime(Date.parse(start) + 35 * 60_000);
  await signIn(page, MAXENCE);
  await page.goto(`${url}/app/fr/week/appointments/${appointments[0]!.id}`);
  await page.getByRole('button', { name: 'Inviter et préparer le contrat' }).click();
  await expect(page.getByText(`Invitation à ${ZOE.email}`)).toBeVisible();
  await expect(page.getByRole('link', { name: 'Ouvrir le brouillon du contrat' })).toBeVisible();
  expect.soft(await findBarriers(page), 'invited').toEqual([]);
  await context.close();
  return watch;
}

async function openAccount(page: Page): Promise<void> {
  await page.goto(await linkTo(ZOE.email, /http\S+\/invitation\/[\w-]+\/[\w-]+#[\w-]+/));
  await page.getByLabel('Votre nom').fill(FULL_NAME);
  await page.getByLabel('Mot de passe à choisir').fill(ZOE.password);
  await page.getByRole('button', { name: 'Ouvrir mon compte' }).click();
  await expect(page).toHaveURL(/\/home/);
}

async function openContract(page: Page): Promise<void> {
  await page.goto(`${url}/app/fr/contracts`);
  const contract = page.getByRole('link', { name: FULL_NAME });
  await expect(contract).toBeVisible();
  expect.soft(await findBarriers(page), 'contracts').toEqual([]);
  await contract.click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Contrat avec ${FULL_NAME}`);
}

async function signByCoach(page: Page): Promise<void> {
  await page.goto(`${url}/app/fr/home`);
  const proposed = page.getByRole('link', { name: /Le contrat proposé par/ });
  await expect(proposed).toBeVisible();
  expect.soft(await findBarriers(page), 'home').toEqual([]);
  await proposed.click();
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  expect.soft(await findBarriers(page), 'reading').toEqual([]);
  await page.getByRole('link', { name: 'Aller à la signature', exact: true }).click();
  await page.getByRole('button', { name: 'Signer ce contrat' }).click();
  await expect(page.getByText('Cochez cette case si vous êtes d’accord').first()).toBeVisible();
  expect.soft(await findBarriers(page), 'signing').toEqual([]);
  await signContract(page, FULL_NAME.toLowerCase(), ZOE.email);
  await expect(page.getByText(`C’est maintenant à ${MAXENCE.name} de signer.`)).toBeVisible();
  expect.soft(await findBarriers(page), 'signed').toEqual([]);
}

/** @returns when the session begins, milliseconds */
async function bookFirstSession(page: Page): Promise<number> {
  const book = page.getByRole('link', { name: 'Réserver une séance' }).last();
  // The worker brings a signed contract into force a moment after the last signature.
  await expect(async () => {
    await page.goto(`${url}/app/fr/home`);
    await expect(book).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 30_000 });
  await book.click();
  const times = page.getByRole('region', { name: 'Quand' });
  await times.getByRole('button', { name: /, \d+/ }).first().click();
  expect.soft(await findBarriers(page), 'booking').toEqual([]);
  const answer = page.waitForResponse(
    (response) => response.request().method() === 'POST' && response.url().endsWith('/sessions'),
  );
  await page.getByRole('button', { name: 'Réserver', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'C’est réservé' })).toBeFocused();
  await page.getByRole('link', { name: 'Voir les séances' }).click();
  await expect(page.getByRole('button', { name: /Annuler la séance/ })).toHaveCount(1);
  expect.soft(await findBarriers(page), 'sessions').toEqual([]);
  return ((await (await answer).json()) as { created: [{ start: number }] }).created[0].start;
}

async function seeSession(page: Page, start: number): Promise<void> {
  const day = Temporal.Instant.fromEpochMilliseconds(start).toZonedDateTimeISO(MAXENCE.timeZone);
  await page.goto(`${url}/app/fr/week?date=${day.toPlainDate().toString()}`);
  const session = page.getByRole('button', { name: new RegExp(FULL_NAME) }).filter({ hasText: 'Séance' });
  await expect(session).toContainText(`${day.hour} h`);
  await session.click();
  const panel = page.getByRole('complementary', { name: 'Rendez-vous' });
  await expect(panel.getByRole('heading', { level: 2 })).toHaveText(FULL_NAME);
  expect.soft(await findBarriers(page), 'session in the week').toEqual([]);
}

/** Downloads the sealed file, which is also what the letters to both have brought. */
async function keepSealedFile(page: Page): Promise<Buffer> {
  await openContract(page);
  await page.getByRole('link', { name: 'Preuves' }).click();
  for (const fact of [
    'Les deux parties ont signé',
    'Le document a été scellé',
    'Le contrat est entré en vigueur',
  ])
    await expect(page.getByText(fact)).toBeVisible();
  await expect(page.getByRole('alert').filter({ hasText: 'cette chaîne a été modifiée' })).toHaveCount(0);
  expect.soft(await findBarriers(page), 'evidence').toEqual([]);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Document scellé (PDF)' }).click();
  const sealed = await readFile(await (await download).path());
  const hash = createHash('sha256').update(sealed).digest('hex');
  for (const address of [ZOE.email, MAXENCE.email]) {
    const copy = (await lettersTo(address, 1)).find(({ text }) => text.replace(/\s/g, '').includes(hash));
    expect(copy?.attachments?.map(({ contentType }) => contentType)).toEqual(['application/pdf']);
  }
  return sealed;
}

/** By OpenSSL and by the page anybody can open; one flipped bit is found by both. */
async function verifyFile(page: Page, sealed: Buffer): Promise<void> {
  expect(verifySeal(sealed)).toMatchObject({ holds: true, coversAll: true });
  const changed = Buffer.from(sealed);
  changed[1000]! ^= 1;
  expect(verifySeal(changed).holds, 'a flipped bit').toBe(false);

  await page.goto(`${url}/fr/verify`);
  const choose = (buffer: Buffer) =>
    page.locator('#file').setInputFiles({ name: 'contrat.pdf', mimeType: 'application/pdf', buffer });
  const verdict = page.locator('#verdict');
  await choose(sealed);
  await expect(verdict.locator('h2')).toHaveText('C’est bien le contrat signé et scellé');
  await expect(verdict).toContainText('La signature couvre tout le fichier.');
  await expect(verdict).toContainText(PRACTICE.name);
  await expect(verdict).not.toContainText(ZOE.lastName);
  expect.soft(await findBarriers(page), 'verified').toEqual([]);
  await choose(changed);
  await expect(verdict.locator('h2')).toHaveText('Ce fichier n’est pas connu ici');
}
