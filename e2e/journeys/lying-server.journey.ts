import { expect, test, type Page } from '@playwright/test';
import { LyingOperator } from '../malicious-server/lying-operator.ts';
import type { Tampering } from '../malicious-server/tampering.ts';
import { openVault, unlockVault } from '../support/open-vault.ts';
import { ANNE } from '../support/people.ts';
import { runningProduct } from '../support/product.ts';
import { enterAs, supervisedCoach } from '../support/supervised-coach.ts';
import { confirmed } from '../support/write-lost-bid.ts';

/** What the person is told, for every lie. */
const TOLD: readonly (readonly [Tampering, RegExp])[] = [
  ['lower-derivation', /demande d’affaiblir la protection de votre phrase de passe/],
  ['substitute-own-keys', /Ce contenu scellé ne s’ouvre pas\s: il a été altéré ou déplacé/],
  ['swap-texts', /La signature ne correspond pas\s: ce contenu a été altéré/],
  ['swap-heads', /Ce contenu scellé ne s’ouvre pas\s: il a été altéré ou déplacé/],
  ['roll-back', /copie plus ancienne d’une entrée que celle que vous avez déjà vue/],
  ['hide-entry', /ne sont plus montrées par le serveur, sans que vous les ayez supprimées/],
  ['empty-texts', /Un contenu scellé n’a pas une taille permise/],
  ['empty-bodies', /La réponse du serveur n’a pas la forme attendue/],
];

test.setTimeout(240_000);

test('a server that lies is refused, nothing is written, and the person is told what happened', async ({
  page,
  context,
}) => {
  const operator = await LyingOperator.start(runningProduct());
  try {
    const coach = await supervisedCoach(ANNE, 'Basile Fictif-Moreau');
    await enterAs(context, coach.token);
    await page.goto(`${operator.url}/app/fr/journal`);
    const { passphrase } = await openVault(page);
    await writeFreely(page, 'Le silence de la salle');
    await writeFreely(page, 'La question que je n’ai pas posée');
    await open(page, operator.url, passphrase);
    await page.getByRole('link', { name: /Le silence de la salle/ }).click();
    await page
      .getByLabel('Ce que vous voulez en garder')
      .fill('Le silence de la salle, et ce que j’en ai fait');
    await confirmed(page);

    for (const [how, told] of TOLD) {
      // The page that is left still says to the honest server what it knows.
      await page.goto('about:blank');
      await nothingUnderWay(operator);
      await operator.tamper(how);
      await open(page, operator.url, passphrase);
      await expect(page.getByText(told).first(), how).toBeVisible({ timeout: 15_000 });
      const { writes, bent } = await operator.report();
      expect(bent, how).toBeGreaterThan(0);
      expect(writes, how).toEqual([]);
    }

    await operator.tamper(null);
    await open(page, operator.url, passphrase);
    await expect(page.getByText('et ce que j’en ai fait').first()).toBeVisible();
    await expect(page.getByText(/La question que je n’ai pas posée/).first()).toBeVisible();
  } finally {
    await operator.stop();
  }
});

/** A page that was left may have sent something that is still on its way. */
async function nothingUnderWay(operator: LyingOperator): Promise<void> {
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
}

async function open(page: Page, url: string, passphrase: string): Promise<void> {
  await page.goto(`${url}/app/fr/journal`);
  const field = page.getByLabel('Vos sept mots');
  await expect(field.or(page.getByRole('alert')).first()).toBeVisible();
  if (await field.isVisible()) await unlockVault(page, passphrase);
}

async function writeFreely(page: Page, text: string): Promise<void> {
  const start = page.getByRole('button', { name: /J’écris librement/ });
  if (!(await start.isVisible())) await page.getByRole('link', { name: 'Nouvelle entrée' }).click();
  await start.click();
  await page.getByLabel('Ce que vous voulez en garder').fill(text);
  await confirmed(page);
  await page.getByRole('link', { name: 'Toutes les entrées' }).click();
}
