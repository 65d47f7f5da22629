import { expect, test, type Browser, type Page } from '@playwright/test';
import { LyingOperator } from '../malicious-server/lying-operator.ts';
import type { Tampering } from '../malicious-server/tampering.ts';
import { enterAs } from '../support/enter-as.ts';
import { openVault, unlockVault } from '../support/open-vault.ts';
import { ANNE } from '../support/people.ts';
import { runningProduct } from '../support/product.ts';
import { supervisedCoach } from '../support/supervised-coach.ts';
import { confirmed, goTo } from '../support/write-lost-bid.ts';

/** What the person is told, for every lie about their own vault. */
const TOLD: readonly (readonly [Tampering, RegExp])[] = [
  ['lower-derivation', /demande d’affaiblir la protection de votre phrase de passe/],
  ['substitute-own-keys', /Ce contenu scellé ne s’ouvre pas\s: il a été altéré ou déplacé/],
  ['swap-texts', /La signature ne correspond pas\s: ce contenu a été altéré/],
  ['swap-heads', /Ce contenu scellé ne s’ouvre pas\s: il a été altéré ou déplacé/],
  ['roll-back', /copie plus ancienne d’une entrée que celle que vous avez déjà vue/],
  ['hide-entry', /ne sont plus montrées par le serveur, sans que vous les ayez supprimées/],
  ['empty-texts', /Un contenu scellé n’a pas une taille permise/],
  ['empty-bodies', /La réponse du serveur n’a pas la forme attendue/],
  ['flip-class', /Le serveur présente un texte comme ce qu’il n’est pas/],
];

test.setTimeout(300_000);

test('a server that lies is refused, nothing is written, and the person is told what happened', async ({
  page,
  context,
  browser,
}) => {
  const operator = await LyingOperator.start(runningProduct());
  try {
    const coach = await supervisedCoach(ANNE, 'Basile Fictif-Moreau');
    await openReaderVault(browser, coach.supervisorToken);
    await enterAs(context, coach.token);
    await page.goto(`${operator.url}/app/fr/journal`);
    const { passphrase } = await openVault(page);
    await writeFreely(page, 'Le silence de la salle');
    await writeFreely(page, 'La question que je n’ai pas posée');
    await writeInMargin(page, operator);
    await open(page, operator.url, passphrase);
    await page.getByRole('link', { name: /Le silence de la salle/ }).click();
    await page
      .getByLabel('Ce que vous voulez en garder')
      .fill('Le silence de la salle, et ce que j’en ai fait');
    await confirmed(page);

    await indexed(operator);
    for (const [how, told] of TOLD) {
      await lie(page, operator, how);
      await open(page, operator.url, passphrase);
      await expect(page.getByText(told).first(), how).toBeVisible({ timeout: 15_000 });
      const { writes, bent } = await operator.report();
      expect(bent, how).toBeGreaterThan(0);
      expect(writes, how).toEqual([]);
    }

    await lie(page, operator, null);
    await open(page, operator.url, passphrase);
    await expect(page.getByText('et ce que j’en ai fait').first()).toBeVisible();
    await expect(page.getByText(/La question que je n’ai pas posée/).first()).toBeVisible();

    await exchangedReader(page, operator, passphrase);
    await replayedGrant(page, operator, passphrase);
  } finally {
    await operator.stop();
  }
});

/** Another's keys in the reader's name, after the words were read: nothing is sealed for them. */
async function exchangedReader(page: Page, operator: LyingOperator, passphrase: string): Promise<void> {
  await page.getByRole('link', { name: 'Qui peut lire' }).click();
  await page.getByRole('button', { name: `Vérifier ${ANNE.name}` }).click();
  await page.getByRole('button', { name: 'J’ai entendu ces dix mots' }).click();
  await expect(page.getByRole('button', { name: `Relire les mots de ${ANNE.name}` })).toBeVisible();

  await indexed(operator);
  await lie(page, operator, 'substitute-reader-keys');
  await open(page, operator.url, passphrase);
  await page.getByRole('link', { name: /La question que je n’ai pas posée/ }).click();
  await page.getByRole('button', { name: 'Apporter en supervision…' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText(/Le partage attend que vous ayez vérifié/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Partager cette entrée' }).click({ force: true });
  const { writes, bent } = await operator.report();
  expect(bent).toBeGreaterThan(0);
  expect(writes).toEqual([]);
}

/** A reader who was taken away is said to read still: what is written next is sealed with a key they never had. */
async function replayedGrant(page: Page, operator: LyingOperator, passphrase: string): Promise<void> {
  await lie(page, operator, null);
  await open(page, operator.url, passphrase);
  await page.getByRole('link', { name: /La question que je n’ai pas posée/ }).click();
  await page.getByRole('button', { name: 'Apporter en supervision…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Partager cette entrée' }).click();
  await expect(page.getByText(`Lisible par vous et par ${ANNE.name}.`)).toBeVisible();
  await confirmed(page);
  await page.reload();
  await unlockVault(page, passphrase);
  await page.getByRole('button', { name: 'Révoquer…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Révoquer' }).click();
  await expect(page.getByText('Lisible par vous seul.')).toBeVisible();

  await lie(page, operator, 'replay-grant');
  await open(page, operator.url, passphrase);
  await page.getByRole('link', { name: /La question que je n’ai pas posée/ }).click();
  await expect(page.getByText('Lisible par vous seul.')).toBeVisible();
  await page
    .getByLabel('Ce que vous voulez en garder')
    .fill('La question que je n’ai pas posée, pour moi seul');
  await expect
    .poll(async () => (await operator.report()).writes.some(({ body }) => body.includes('"journal/1"')))
    .toBe(true);
  const { writes, bent } = await operator.report();
  expect(bent).toBeGreaterThan(0);
  const sent = writes
    .map(
      ({ body }) => JSON.parse(body) as { revision?: { epoch: number; schema: string }; grants?: unknown[] },
    )
    .filter(({ revision }) => revision?.schema === 'journal/1');
  expect(sent.length).toBeGreaterThan(0);
  for (const { revision, grants } of sent) expect([revision?.epoch, grants ?? []]).toEqual([3, []]);
}

async function openReaderVault(browser: Browser, token: string): Promise<void> {
  const context = await browser.newContext({ locale: 'fr-FR', timezoneId: 'Europe/Paris' });
  await enterAs(context, token);
  const page = await context.newPage();
  await page.goto(`${runningProduct().url}/app/fr/journal`);
  await openVault(page);
  await context.close();
}

/** What this device has learnt by honest answers is in the vault's index: nothing of it is left to write. */
async function indexed(operator: LyingOperator): Promise<void> {
  await expect
    .poll(async () => (await operator.report()).writes.at(-1)?.body.includes('"vault-index/1"'), {
      timeout: 30_000,
    })
    .toBe(true);
}

/** From now on, once nothing of a page that was left is still on its way. */
async function lie(page: Page, operator: LyingOperator, how: Tampering | null): Promise<void> {
  await page.goto('about:blank');
  let before = -1;
  await expect
    .poll(
      async () => {
        const { length } = (await operator.report()).writes;
        const isQuiet = length === before;
        before = length;
        return isQuiet;
      },
      { intervals: [1000] },
    )
    .toBe(true);
  await operator.tamper(how);
}

async function open(page: Page, url: string, passphrase: string): Promise<void> {
  await page.goto(`${url}/app/fr/journal`);
  const field = page.getByLabel('Vos sept mots');
  await expect(field.or(page.getByRole('alert')).first()).toBeVisible();
  if (await field.isVisible()) await unlockVault(page, passphrase);
}

async function writeFreely(page: Page, text: string): Promise<void> {
  await begin(page, /J’écris librement/);
  await page.getByLabel('Ce que vous voulez en garder').fill(text);
  await confirmed(page);
  await page.getByRole('link', { name: 'Toutes les entrées' }).click();
}

async function writeInMargin(page: Page, operator: LyingOperator): Promise<void> {
  await begin(page, /Je reviens sur une offre passée/);
  await goTo(page, 'Avant la décision');
  await page.getByLabel('Quel nom de code donnez-vous à cette opportunité').fill('Glycine');
  await goTo(page, 'La marge');
  await page.getByRole('region', { name: 'La marge' }).getByRole('textbox').first().fill('Pour personne.');
  await expect
    .poll(async () => (await operator.report()).writes.some(({ body }) => body.includes('"margin/1"')))
    .toBe(true);
  await confirmed(page);
}

async function begin(page: Page, choice: RegExp): Promise<void> {
  const start = page.getByRole('button', { name: choice });
  if (!(await start.isVisible())) await page.getByRole('link', { name: 'Nouvelle entrée' }).click();
  await start.click();
}
