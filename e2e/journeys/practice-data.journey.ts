import { expect, test, type Page } from '@playwright/test';
import { findBarriers } from '../support/find-barriers.ts';
import { joinPractice, type Newcomer } from '../support/join-practice.ts';
import { lettersTo } from '../support/letters.ts';
import { openZip } from '../support/open-zip.ts';
import { ALIX, IRIS, LEAVING } from '../support/people.ts';
import { runningProduct } from '../support/product.ts';
import { proveItsYou } from '../support/prove-its-you.ts';
import { signIn } from '../support/sign-in.ts';
import { watchPage } from '../support/watch-page.ts';

const { url } = runningProduct();
const NILS: Newcomer = {
  name: 'Nils Fictif',
  email: 'nils@parcours.example.org',
  password: 'brouette citron phare velours',
  roles: ['coach'],
  language: 'fr',
};

test.use({ viewport: { width: 1280, height: 800 } });

test('an owner takes the practice along, has a coach erased, asks for the end of the practice and thinks again', async ({
  page,
  browser,
}) => {
  const watch = watchPage(page);
  const coach = await (await browser.newContext({ locale: 'fr-FR' })).newPage();
  await joinPractice(coach, NILS, LEAVING, IRIS);
  await expect(coach).toHaveURL(/\/home/);
  await signIn(page, IRIS);

  const files = await takeAlong(page);
  expect([...files.keys()]).toEqual(
    expect.arrayContaining(['practice.json', 'member.csv', 'invitation.csv']),
  );
  const members = JSON.parse(files.get('member.json')!) as { email: string }[];
  expect(members.map(({ email }) => email).sort()).toEqual([IRIS.email, NILS.email]);
  const everything = [...files.values()].join('\n');
  for (const notOfIt of [ALIX.email, 'argon2']) expect(everything).not.toContain(notOfIt);

  await eraseCoach(page);
  await coach.reload();
  await expect(coach.getByRole('button', { name: 'Se connecter', exact: true })).toBeVisible();
  await coach.context().close();

  await askForTheEnd(page);
  await page.goto(`${url}/fr/c/${LEAVING.slug}/${IRIS.slug}`);
  const closing = 'Ce cabinet ne prend plus de nouveaux rendez-vous';
  await expect(page.getByRole('heading', { name: closing })).toBeVisible();
  expect.soft(await findBarriers(page), 'closing').toEqual([]);
  await page.goto(`${url}/app/fr/practice`);
  await page.getByRole('button', { name: 'Garder le cabinet' }).click();
  await expect(page.getByText('Le cabinet reste. Rien n’a été effacé.')).toBeVisible();
  await page.goto(`${url}/fr/c/${LEAVING.slug}/${IRIS.slug}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Un premier échange avec ${IRIS.name}`);
  await expect
    .poll(async () => (await lettersTo(IRIS.email, 1)).map(({ subject }) => subject), { timeout: 15_000 })
    .toEqual(
      expect.arrayContaining([
        expect.stringMatching(`^${LEAVING.name} sera effacé le `),
        `${LEAVING.name} ne sera pas effacé`,
      ]),
    );
  expect(watch.foreign).toEqual([]);
  expect(watch.complaints.filter((line) => !/40[13]/.test(line))).toEqual([]);
});

async function takeAlong(page: Page): Promise<Map<string, string>> {
  await page.goto(`${url}/app/fr/practice`);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Emporter les données' }).click();
  await proveItsYou(page, IRIS.email);
  const file = await download;
  await expect(page.getByText('Fichier remis à votre navigateur')).toBeVisible();
  expect.soft(await findBarriers(page), 'taken along').toEqual([]);
  return openZip(file);
}

async function eraseCoach(page: Page): Promise<void> {
  await page.goto(`${url}/app/fr/members`);
  await page.getByRole('button', { name: `Modifier ${NILS.name}` }).click();
  await page.getByRole('button', { name: 'Effacer cette personne…' }).click();
  const question = page.getByRole('dialog', { name: `Effacer ${NILS.name}` });
  await question.getByLabel('Son adresse e-mail, pour confirmer').fill(NILS.email);
  expect.soft(await findBarriers(page), 'erasing somebody').toEqual([]);
  await question.getByRole('button', { name: 'Effacer cette personne' }).click();
  await expect(page.getByText('Personne effacée')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Membres' }).getByText(NILS.name)).toHaveCount(0);
  await expect(page.getByRole('region', { name: 'Membres' }).getByText(IRIS.name)).toBeVisible();
}

async function askForTheEnd(page: Page): Promise<void> {
  await page.goto(`${url}/app/fr/practice`);
  await page.getByRole('button', { name: 'Effacer le cabinet…' }).click();
  const question = page.getByRole('dialog', { name: 'Effacer le cabinet' });
  await question.getByLabel('Le nom du cabinet, pour confirmer').fill(LEAVING.name);
  await question.getByRole('button', { name: 'Demander l’effacement' }).click();
  await expect(page.getByText('L’effacement est demandé.')).toBeVisible();
  const due = Temporal.Now.plainDateISO(IRIS.timeZone).add({ days: 30 });
  await expect(page.getByText(/seront effacés le/)).toContainText(String(due.day));
  expect.soft(await findBarriers(page), 'erasure asked for').toEqual([]);
}
