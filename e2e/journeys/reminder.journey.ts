import { expect, test } from '@playwright/test';
import { join } from 'node:path';
import pg from 'pg';
import { startPostgres } from '../../apps/launch/src/embedded-postgres.ts';
import { enterAs } from '../support/enter-as.ts';
import { findBarriers } from '../support/find-barriers.ts';
import { lettersTo, linkTo } from '../support/letters.ts';
import { openVault, unlockVault } from '../support/open-vault.ts';
import { ESTEBAN } from '../support/people.ts';
import { runningProduct } from '../support/product.ts';
import { supervisedCoach } from '../support/supervised-coach.ts';
import { confirmed, goTo } from '../support/write-lost-bid.ts';

const { url, folder } = runningProduct();
const BID = 'Noisetier';
const LINK = /https?:\/\/\S+\/app\/fr\/journal\/reminder\/[0-9a-f-]{36}/;

test.setTimeout(180_000);

test('a reminder that was ticked comes by e-mail, says nothing, and leads through both doors to its entry', async ({
  context,
  page,
  browser,
}) => {
  const coach = await supervisedCoach(ESTEBAN, 'Romane Fictive-Rappel');
  await enterAs(context, coach.token);
  await page.goto(`${url}/app/fr/journal`);
  const kit = await openVault(page);
  await page.getByRole('button', { name: /Je reviens sur une offre passée/ }).click();
  await goTo(page, 'Avant la décision');
  await page.getByLabel('Quel nom de code donnez-vous à cette opportunité').fill(BID);
  await goTo(page, 'La décision');
  await page.getByLabel('Non retenue').check();
  await page.getByLabel('Quand l’avez-vous su').fill(new Date().toISOString().slice(0, 10));
  await page.getByLabel('Le regard à froid, sept jours après la décision').check();
  await expect(page.getByText(/^Rappel prévu le/)).toBeVisible({ timeout: 20_000 });
  await confirmed(page);
  const entryId = /[0-9a-f-]{36}/.exec(page.url())?.[0] ?? 'none';
  await context.close();

  const before = (await lettersTo(coach.email, 1)).length;
  await bringItsMorning();
  const link = await linkTo(coach.email, LINK);
  const letter = (await lettersTo(coach.email, before + 1)).at(-1)!;
  expect(letter.subject).toBe('Un rappel vous attend dans votre journal');
  expect(letter.text).not.toContain(BID);
  expect(letter.text).not.toContain(entryId);

  const elsewhere = await browser.newContext({
    viewport: { width: 360, height: 740 },
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
  });
  const phone = await elsewhere.newPage();
  await phone.goto(`${url}${new URL(link).pathname}`);
  await phone.getByLabel('Adresse e-mail').fill(coach.email);
  await phone.getByLabel('Mot de passe', { exact: true }).fill('roseau passerelle granit brume');
  await phone.getByRole('button', { name: 'Se connecter', exact: true }).click();
  await unlockVault(phone, kit.passphrase);
  await expect(phone.getByRole('heading', { level: 1 })).toHaveText(BID, { timeout: 20_000 });
  expect(phone.url()).toContain(entryId);
  expect.soft(await findBarriers(phone), 'an entry on a phone').toEqual([]);
  await elsewhere.close();
});

/** Seven days from now, today: its row is all there is of a reminder. */
async function bringItsMorning(): Promise<void> {
  const postgres = await startPostgres({ dataDir: join(folder, 'postgres'), notice: () => undefined });
  const client = new pg.Client({ connectionString: postgres.superuserUrl('visavis') });
  await client.connect();
  try {
    const { rowCount } = await client.query(
      `UPDATE letter SET due_at = now() WHERE kind = 'journal-reminder' AND state = 'planned'`,
    );
    expect(rowCount).toBe(1);
  } finally {
    await client.end();
  }
}
