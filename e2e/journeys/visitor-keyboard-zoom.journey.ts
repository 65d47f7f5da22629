import { expect, test, type Locator, type Page } from '@playwright/test';
import { chooseTime, typeIntake } from '../support/booking-form.ts';
import { findBarriers } from '../support/find-barriers.ts';
import { CAMILLE, PRACTICE, visitor } from '../support/people.ts';
import { runningProduct } from '../support/product.ts';

const { url } = runningProduct();

// A window of 1280 by 1024 pixels at 400 % is 320 by 256 of them.
test.use({ viewport: { width: 320, height: 256 } });

test('a visitor books, corrects the address and cancels with the keyboard alone, at 400 %', async ({
  page,
}) => {
  const ariane = visitor('Ariane', 'Fictive-Clavier', 51);
  await page.goto(`${url}/fr/c/${PRACTICE.slug}/${CAMILLE.slug}`);
  await expectNoSidewaysScrolling(page);

  const day = page.locator('details.day').nth(3);
  await tabTo(page, day.locator('summary'));
  await page.keyboard.press('Enter');
  await tabTo(page, day.locator('input[name=start]').first());
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowRight');
  await expect(day.locator('input[name=start]').nth(1)).toBeChecked();
  await page.keyboard.press('Enter');
  await expect(page.locator('#you-title')).toBeFocused();

  for (const [field, text] of [
    ['#firstName', ariane.firstName],
    ['#lastName', ariane.lastName],
    ['#email', 'ariane.erreur@example.org'],
    ['#phone', ariane.phone],
  ] as const) {
    await tabTo(page, page.locator(field));
    await page.keyboard.type(text);
  }
  await tabTo(page, page.locator('input[name=reason]').first());
  await page.keyboard.press('Space');
  await tabTo(page, page.getByRole('button', { name: 'Réserver ce premier échange' }));
  await page.keyboard.press('Enter');

  // The consent was left out: the box above says so and leads to it.
  const missing = page.locator('#problem').getByRole('link', { name: 'Votre accord' });
  await expect(page.locator('#problem')).toBeFocused();
  await tabTo(page, missing);
  await page.keyboard.press('Enter');
  await expect(page.locator('#consent')).toBeFocused();
  await page.keyboard.press('Space');
  await expectNoSidewaysScrolling(page);
  expect.soft(await findBarriers(page), 'form at 400 %').toEqual([]);
  await tabTo(page, page.getByRole('button', { name: 'Réserver ce premier échange' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('C’est réservé, Ariane');
  await expectNoSidewaysScrolling(page);

  await open(page, 'Corriger l’adresse e-mail');
  const address = page.locator('input[type=email]');
  await tabTo(page, address);
  await page.keyboard.press('Control+A');
  await page.keyboard.type(ariane.email);
  await page.keyboard.press('Enter');
  await expect(page.locator('.call')).toContainText(ariane.email);

  await open(page, 'Annuler');
  await tabTo(page, page.getByRole('button', { name: 'Oui, annuler ce rendez-vous' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ce rendez-vous est annulé');
  await expectNoSidewaysScrolling(page);
});

test.describe('on a phone with text at twice its size', () => {
  test.use({ viewport: { width: 360, height: 740 }, timezoneId: 'America/Los_Angeles' });

  for (const language of ['fr', 'en'] as const)
    test(`nothing goes beyond the edge of the pages, in ${language}`, async ({ page }) => {
      const at = async (path: string) => {
        await page.goto(url + path);
        await page.evaluate(() => void (document.documentElement.style.fontSize = '200%'));
        await expectNoSidewaysScrolling(page);
      };
      const practice = `/${language}/c/${PRACTICE.slug}`;
      await at(practice);
      await at(`${practice}/privacy`);
      await at(`${practice}/${CAMILLE.slug}`);
      await chooseTime(page, 2);
      const who = visitor('Maximilienne', 'Fictive-Longuement', language === 'fr' ? 52 : 53);
      await typeIntake(page, who);
      await expectNoSidewaysScrolling(page);
      await page.locator('.button-main').click();
      await expect(page.locator('#problem')).toBeFocused();
      await expectNoSidewaysScrolling(page);
      await page.locator('#consent').check();
      await page.locator('.button-main').click();
      await page.waitForURL(/\/m\//);
      await at(new URL(page.url()).pathname);
      for (const panel of await page.locator('.panel > summary').all()) await panel.click();
      await expectNoSidewaysScrolling(page);
    });
});

async function open(page: Page, words: string): Promise<void> {
  await tabTo(page, page.locator('summary').filter({ hasText: new RegExp(`^\\s*${words}\\s*$`) }));
  await page.keyboard.press('Enter');
}

/** Goes on with Tab as far as it takes; whatever is focused on the way must be in view. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let pressed = 0; pressed < 80; pressed++) {
    await page.keyboard.press('Tab');
    expect(await page.evaluate(isFocusInView)).toBe(true);
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`Tab does not lead to ${String(target)}.`);
}

/** Runs in the page. What is focused has a part on the screen that nothing covers. */
function isFocusInView(): boolean {
  const focused = document.activeElement;
  if (!focused || focused === document.body) return true;
  // A choice is seen by its label.
  const seen = (focused as HTMLInputElement).labels?.[0] ?? focused;
  const box = seen.getBoundingClientRect();
  const top = Math.max(box.top, 0);
  const bottom = Math.min(box.bottom, innerHeight);
  if (bottom - top < Math.min(box.height, 12)) return false;
  const there = document.elementFromPoint(box.left + Math.min(box.width / 2, 100), (top + bottom) / 2);
  return there !== null && (seen.contains(there) || there.contains(seen));
}

async function expectNoSidewaysScrolling(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
}
