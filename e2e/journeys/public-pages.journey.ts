import { expect, test } from '@playwright/test';
import { chooseTime } from '../support/booking-form.ts';
import { findBarriers } from '../support/find-barriers.ts';
import { measureLoading } from '../support/measure-loading.ts';
import { ALIX, PRACTICE, visitor } from '../support/people.ts';
import { runningProduct } from '../support/product.ts';
import { sendAsVisitor } from '../support/supervisor-client.ts';
import { watchPage } from '../support/watch-page.ts';

const { url } = runningProduct();
const api = `/api/public/${PRACTICE.slug}/${ALIX.slug}`;

interface Slots {
  readonly days: Readonly<Record<string, readonly number[]>>;
}

/** Books the `nth` time on offer without a page; answers the address of the manage page. */
async function bookOne(nth: number): Promise<string> {
  const { days } = await sendAsVisitor<Slots>('GET', `${api}/slots`);
  const starts = Object.entries(days).flatMap(([date, minutes]) =>
    minutes.map((minute) => Date.parse(date) + minute * 60_000),
  );
  const { managePath } = await sendAsVisitor<{ managePath: string }>('POST', `${api}/bookings`, {
    start: new Date(starts[nth]!).toISOString(),
    ...visitor('Agathe', 'Imaginaire-Roux', 30 + nth),
    phoneCountry: 'FR',
    reason: 'take-off',
    consent: true,
    language: 'fr',
    timeZone: 'Europe/Paris',
  });
  return managePath;
}

const practice = `/fr/c/${PRACTICE.slug}`;

test('every public page is open to everybody and talks to nobody else', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const watch = watchPage(page);
  for (const path of [practice, `${practice}/privacy`, await bookOne(0)]) {
    const response = await page.goto(url + path);
    expect(response?.status(), path).toBe(200);
    expect(await findBarriers(page), path).toEqual([]);
  }
  expect(watch.foreign).toEqual([]);
  expect(watch.complaints).toEqual([]);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the form is open to everybody, with what is wrong in it, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const watch = watchPage(page);
    await page.goto(`${url}${practice}/${ALIX.slug}`);
    expect(await findBarriers(page), 'the list of times').toEqual([]);
    await chooseTime(page, 1);
    await expect(page.locator('.choice-card')).toBeVisible();
    await page.locator('#email').fill('pas-une-adresse');
    await page.getByRole('button', { name: 'Réserver ce premier échange' }).click();
    await expect(page.locator('#problem')).toBeFocused();
    await expect(page.locator('#email-error')).toContainText('Cette adresse n’est pas complète');
    await expect(page.locator('#consent-error')).toBeVisible();
    expect(await findBarriers(page), 'the form with errors').toEqual([]);
    expect(watch.foreign).toEqual([]);
    expect(watch.complaints).toEqual([]);
  });
}

test('the manage page is open to everybody in the dark, in English', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  const watch = watchPage(page);
  await page.goto(url + (await bookOne(4)).replace('/fr/', '/en/'));
  await page.locator('summary', { hasText: 'Your data' }).click();
  expect(await findBarriers(page)).toEqual([]);
  expect(watch.complaints).toEqual([]);
});

test('an address that does not exist is a page in words, with its status', async ({ page }) => {
  const response = await page.goto(`${url}/fr/c/personne`);
  expect(response?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Cette page n’existe pas, ou plus');
  expect(await findBarriers(page)).toEqual([]);
});

test('days behind the fold wake when somebody opens it, also before the page is awake', async ({ page }) => {
  const address = `${url}${practice}/${ALIX.slug}`;
  const written = (await (await page.request.get(address)).text()).match(/<details[^>]*class="day"/g)?.length;
  const later = page.locator('.later');
  const lastTime = later.locator('.day').last().locator('.chip').last();
  const choose = async () => {
    await later.locator('.day > summary').last().click();
    await lastTime.click();
    await expect(page.locator('.choice-card')).toBeVisible();
  };

  await page.goto(address);
  await expect(later.locator('.day')).toHaveCount(0);
  await later.locator('> summary').click();
  await expect(page.locator('.day')).toHaveCount(written ?? 0);
  await choose();

  const scripts = Promise.withResolvers<void>();
  await page.route('**/*.js', (route) => scripts.promise.then(() => route.continue()));
  await page.goto(address, { waitUntil: 'commit' });
  await later.locator('> summary').click();
  scripts.resolve();
  await expect(lastTime).toBeAttached();
  await choose();
  await expect(page.locator('.day')).toHaveCount(written ?? 0);
});

test('the page of a supervisor is light and does not jump', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  const loading = await measureLoading(page, `${url}/fr/c/${PRACTICE.slug}/${ALIX.slug}`);
  expect(loading.requests).toBeLessThanOrEqual(8);
  expect(loading.bytes).toBeGreaterThan(10_000);
  expect(loading.bytes, JSON.stringify(loading.parts, null, 2)).toBeLessThanOrEqual(120_000);
  expect(loading.scriptBytes).toBeGreaterThan(1_000);
  expect(loading.scriptBytes, JSON.stringify(loading.parts, null, 2)).toBeLessThanOrEqual(70_000);
  expect(loading.layoutShift).toBe(0);
});
