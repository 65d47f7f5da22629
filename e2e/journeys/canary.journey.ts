import { expect, test, type Page } from '@playwright/test';
import { Departures, searchWhatIsKept } from '../canary/search-everything.ts';
import { spellingsOf } from '../canary/spellings.ts';
import { DemoClient } from '../../apps/launch/src/demo-client.ts';
import { lettersTo } from '../support/letters.ts';
import { openVault } from '../support/open-vault.ts';
import { ODE, visitor } from '../support/people.ts';
import { runningProduct } from '../support/product.ts';
import { enterAs } from '../support/enter-as.ts';
import { commentOn, openShared, shareEntry } from '../support/share-entry.ts';
import { supervisedCoach } from '../support/supervised-coach.ts';
import { confirmed, goTo } from '../support/write-lost-bid.ts';

const { url, apiUrl, folder } = runningProduct();
/** Nobody else writes these words; each is typed in one place. */
const CANARIES = {
  journal: 'perroquet émeraude sous la verrière',
  margin: 'hippocampe ébène derrière la pendule',
  comment: 'chardonneret indigo contre la persienne',
  search: 'bouvreuil écarlate dessous la tonnelle',
} as const;
/** What is kept in clear, and must be found: a search that finds nothing would prove nothing. */
const IN_CLEAR = 'rossignol éveillé parmi les pommiers';

test.setTimeout(240_000);

test('what is typed in the journal, its margin, a comment and its search is in no request, row, file, log or letter', async ({
  page,
  context,
  browser,
}) => {
  const coach = await supervisedCoach(ODE, 'Ondine Fictive-Canari');
  await enterAs(context, coach.token);
  const departures = Departures.of(context);
  await page.goto(`${url}/app/fr/journal`);
  const reading = await browser.newContext({ locale: 'fr-FR', timezoneId: 'Europe/Paris' });
  await enterAs(reading, coach.supervisorToken);
  const readersDepartures = Departures.of(reading);
  const reader = await reading.newPage();
  await reader.goto(`${url}/app/fr/journal`);
  const readerKit = await openVault(reader);
  const kit = await openVault(page);
  await write(page);
  await shareEntry(page, { name: ODE.name, words: readerKit.words });
  await openShared(reader, 'Canari', { name: coach.name, words: kit.words });
  await commentOn(reader, CANARIES.comment);
  await reading.close();
  await seek(page);
  for (const each of [departures, readersDepartures]) expect(each.count).toBeGreaterThan(20);
  await sayInClear(coach.supervisorToken);

  for (const [place, phrase] of Object.entries(CANARIES)) {
    const spellings = spellingsOf(phrase);
    for (const each of [departures, readersDepartures])
      expect(each.search(spellings), `${place}: left the browser`).toEqual([]);
    expect(await searchWhatIsKept(folder, spellings), `${place}: is kept`).toEqual([]);
  }
  const found = (await searchWhatIsKept(folder, spellingsOf(IN_CLEAR))).map(({ place }) => place);
  for (const place of [/^table /, /pg_wal/, /^mail/])
    expect(
      found.some((each) => place.test(each)),
      `${place} was searched: ${found.join(', ')}`,
    ).toBe(true);
});

async function write(page: Page): Promise<void> {
  await page.getByRole('button', { name: /Je reviens sur une offre passée/ }).click();
  await goTo(page, 'Avant la décision');
  await page.getByLabel('Quel nom de code donnez-vous à cette opportunité').fill('Canari');
  await page.getByLabel('Qu’a demandé le prescripteur').fill(CANARIES.journal);
  await confirmed(page);
  await goTo(page, 'La marge');
  await page.getByRole('region', { name: 'La marge' }).getByRole('textbox').first().fill(CANARIES.margin);
  await confirmed(page);
  await goTo(page, 'Avant la décision');
  await goTo(page, 'La marge');
  await expect(page.getByRole('region', { name: 'La marge' }).getByRole('textbox').first()).toHaveValue(
    CANARIES.margin,
  );
}

async function seek(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Toutes les entrées' }).click();
  const sought = page.getByLabel('Chercher dans le journal');
  await sought.fill(CANARIES.search);
  await expect(page.getByText('Aucune entrée ne correspond.')).toBeVisible();
  await sought.fill('verrière');
  await expect(page.getByRole('link', { name: /Canari/ })).toBeVisible();
  await page.getByRole('button', { name: 'Verrouiller' }).first().click();
  await expect(page.getByLabel('Vos sept mots')).toBeVisible();
}

/** What a booking says is kept for the supervisor, and a name is in letters: both can be read. */
async function sayInClear(token: string): Promise<void> {
  const { email, phone } = visitor('Clair', 'Fictif', 93);
  await new DemoClient({ apiUrl, publicUrl: new URL(url).origin })
    .withToken(token)
    .send('POST', '/api/appointments', {
      start: new Date(Math.ceil((Date.now() + 2 * 86_400_000) / 900_000) * 900_000).toISOString(),
      firstName: IN_CLEAR,
      lastName: 'Fictif',
      email,
      phone,
      reason: 'better-sessions',
      words: IN_CLEAR,
      language: 'fr',
      timeZone: 'Europe/Paris',
    });
  await lettersTo(email, 1);
}
