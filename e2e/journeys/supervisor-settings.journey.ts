import { expect, test } from '@playwright/test';
import { findBarriers } from '../support/find-barriers.ts';
import { ALIX, PRACTICE } from '../support/people.ts';
import { runningProduct } from '../support/product.ts';
import { signIn } from '../support/sign-in.ts';
import { SupervisorClient } from '../support/supervisor-client.ts';
import { watchPage } from '../support/watch-page.ts';

const { url, apiUrl } = runningProduct();

interface Availability {
  readonly offers: {
    readonly 'discovery-call': {
      readonly weekly: readonly { readonly days: readonly number[]; readonly start: string }[];
    };
  };
}

test.use({ viewport: { width: 1280, height: 800 } });

test('sees what visitors would see while changing hours, asks why, and saves', async ({ page }) => {
  await signIn(page, ALIX);
  await page.getByRole('link', { name: 'Disponibilités' }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Disponibilités');
  const preview = page.locator('visavis-slot-preview');
  await expect(preview.getByRole('status')).toContainText('horaires dans les deux semaines');
  const before = await preview.locator('.time').count();
  const friday = page.getByRole('group', { name: /^vendredi$/i });
  await friday.getByRole('button', { name: 'Retirer ces heures' }).click();
  await expect(friday).toContainText('Fermé');
  await expect.poll(() => preview.locator('.time').count()).toBeLessThan(before);
  await expect(page.getByText('Modifications non enregistrées').last()).toBeVisible();

  const explain = page.locator('visavis-explain-time');
  await explain.getByLabel('Date').fill(nextFriday());
  await explain.getByLabel('Heure').fill('10:00');
  await explain.getByRole('button', { name: 'Demander' }).click();
  await expect(explain.getByRole('status')).toContainText('en dehors de vos heures d’ouverture');
  expect(await savedDays(), 'nothing is saved by looking').toContain(5);

  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  await expect(page.getByText('Tout est enregistré')).toBeVisible();
  expect(await savedDays()).not.toContain(5);
});

test('takes the feed to another calendar, and makes a new address when it was given away', async ({
  page,
  request,
}) => {
  await signIn(page, ALIX);
  await page.getByRole('link', { name: 'Flux d’agenda' }).first().click();
  const field = page.getByRole('textbox', { name: 'Adresse du flux' });
  const address = (await field.textContent())!.trim();
  expect(address).toMatch(new RegExp(`^${url}/calendar/${PRACTICE.slug}/${ALIX.slug}/.+\\.ics$`));
  const feed = await request.get(address.replace(url, apiUrl));
  expect(feed.headers()['content-type']).toContain('text/calendar');
  expect(await feed.text()).toMatch(/^BEGIN:VCALENDAR\r\n[^]*END:VCALENDAR\r\n$/);

  await page.getByRole('button', { name: 'Changer l’adresse…' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Changer/ })
    .click();
  await expect(field).not.toHaveText(address);
  expect((await request.get(address.replace(url, apiUrl))).status()).toBe(404);
});

test('writes what visitors read, and sees it on the page', async ({ page }) => {
  await signIn(page, ALIX);
  await page.goto(`${url}/app/fr/own-page`);
  await page.getByLabel('Présentation, en français').fill('On regarde ensemble ce qui vous occupe.');
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  await expect(page.getByText('Tout est enregistré')).toBeVisible();
  await page.goto(`${url}/fr/c/${PRACTICE.slug}/${ALIX.slug}`);
  await expect(page.locator('.introduction')).toHaveText('On regarde ensemble ce qui vous occupe.');
});

test('every page is open to everybody and talks to nobody else, in light and dark', async ({ page }) => {
  test.setTimeout(180_000); // fifteen pages are examined
  const watch = watchPage(page);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(`${url}/app/fr/sign-in`);
  await expect(page.getByRole('button', { name: 'Se connecter', exact: true })).toBeVisible();
  expect.soft(await findBarriers(page), 'sign-in').toEqual([]);
  await signIn(page, ALIX);
  for (const [path, title] of PAGES) {
    await page.goto(`${url}/app/fr/${path}`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    await expect(page.getByText('Ouverture…')).toHaveCount(0);
    expect.soft(await findBarriers(page), path).toEqual([]);
    if (!IN_THE_DARK.has(path)) continue;
    await page.emulateMedia({ colorScheme: 'dark' });
    expect.soft(await findBarriers(page), `${path}, dark`).toEqual([]);
    await page.emulateMedia({ colorScheme: 'light' });
  }
  expect(watch.foreign).toEqual([]);
  // The first answer of every visit asks to sign in.
  expect(watch.complaints.filter((line) => !line.includes('401'))).toEqual([]);
});

const PAGES = [
  ['week', /\d/],
  ['list', /./],
  ['availability', 'Disponibilités'],
  ['own-page', 'Ma page'],
  ['calendar-feed', 'Flux d’agenda'],
  ['blocked-contacts', 'Contacts bloqués'],
  ['members', 'Personnes'],
  ['practice', 'Cabinet'],
  ['audit', 'Historique'],
  ['account', 'Mon compte'],
] as const;
const IN_THE_DARK = new Set<string>(['week', 'members', 'practice', 'account']);

async function savedDays(): Promise<number[]> {
  const owner = await SupervisorClient.signIn(ALIX);
  const { offers } = await owner.send<Availability>('GET', '/api/availability');
  return offers['discovery-call'].weekly.flatMap(({ days }) => days);
}

/** One at least two days away, so that notice does not count. `YYYY-MM-DD` */
function nextFriday(): string {
  const day = Temporal.Now.plainDateISO(ALIX.timeZone).add({ days: 3 });
  return day.add({ days: (5 - day.dayOfWeek + 7) % 7 }).toString();
}
