import { expect, test } from '@playwright/test';
import { chooseTime, typeIntake } from '../support/booking-form.ts';
import { lettersTo, sourceOf } from '../support/letters.ts';
import { CAMILLE, PRACTICE, visitor } from '../support/people.ts';
import { runningProduct } from '../support/product.ts';
import { sendAsVisitor } from '../support/supervisor-client.ts';

const { url } = runningProduct();
const page360 = { viewport: { width: 360, height: 740 }, hasTouch: true };

test.describe('a visitor with a phone, in French', () => {
  test.use(page360);

  test('books, gets a letter with a calendar entry, moves and cancels from the link in it', async ({
    page,
  }) => {
    const nadia = visitor('Nadia', 'Fictive-Lenoir', 1);
    await page.goto(`${url}/fr/c/${PRACTICE.slug}/${CAMILLE.slug}`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      `Un premier échange avec ${CAMILLE.name}`,
    );
    await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
    await expectNoSidewaysScrolling(page);

    await chooseTime(page, 0);
    await expect(page.locator('.choice-card')).toBeVisible();
    await expect(page.locator('#you-title')).toBeFocused();
    await typeIntake(page, nadia);
    await expect(page.locator('#phone-hint')).toContainText('vous appellera au');
    await page.locator('#consent').check();
    await expectNoSidewaysScrolling(page);
    await page.getByRole('button', { name: 'Réserver ce premier échange' }).click();

    await expect(page.getByRole('heading', { level: 1 })).toHaveText('C’est réservé, Nadia');
    await expect(page).toHaveURL(new RegExp(`/fr/m/${PRACTICE.slug}/[0-9a-f-]{36}/[\\w-]+\\?booked`));
    await expect(page.locator('.call')).toContainText('06 39 98 00 01'.slice(1).replaceAll(' ', '\u00a0'));
    await expectNoSidewaysScrolling(page);

    const [confirmation] = await lettersTo(nadia.email, 1);
    const source = await sourceOf(confirmation!);
    expect(source).toContain('text/calendar');
    expect(source).toMatch(/method=["']?REQUEST/);
    const [toSupervisor] = await lettersTo(CAMILLE.email, 1);
    expect(toSupervisor?.subject).toContain('Nadia');

    const manage = new RegExp(`${url}/fr/m/\\S+`).exec(confirmation!.text)?.[0];
    expect(manage, 'the letter holds the link').toBeTruthy();
    await page.goto(manage!);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      `Votre premier échange avec ${CAMILLE.name}`,
    );
    const before = await page.locator('.choice-time').first().textContent();

    await page.locator('summary', { hasText: 'Déplacer' }).first().click();
    await chooseTime(page, 1, 2);
    await page.getByRole('button', { name: 'Déplacer à cet horaire' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('C’est déplacé');
    expect(await page.locator('.call .choice-time').textContent()).not.toBe(before);
    expect(await sourceOf((await lettersTo(nadia.email, 2))[1]!)).toContain('text/calendar');

    const forgotten = await page.context().newPage();
    await forgotten.goto(manage!);
    await page.locator('summary', { hasText: /^Annuler$/ }).click();
    await page.getByRole('button', { name: 'Oui, annuler ce rendez-vous' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ce rendez-vous est annulé');
    expect(await sourceOf((await lettersTo(nadia.email, 3))[2]!)).toMatch(/method=["']?CANCEL/);
    await page.reload();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ce rendez-vous est annulé');

    // A page that was left open since says how things are as soon as one acts on it.
    await forgotten.locator('summary', { hasText: 'Déplacer' }).first().click();
    await chooseTime(forgotten, 2);
    await forgotten.getByRole('button', { name: 'Déplacer à cet horaire' }).click();
    await expect(forgotten.getByRole('heading', { level: 1 })).toHaveText('Ce rendez-vous est annulé');
    await expect(forgotten.locator('main')).not.toContainText('vous appellera');
  });

  test('loses a race, is offered three other times and loses nothing typed', async ({ page }) => {
    const [slow, quick] = [visitor('Lente', 'Fictive-Roux', 2), visitor('Rapide', 'Fictive-Roux', 3)];
    const address = `/c/${PRACTICE.slug}/${CAMILLE.slug}`;
    await page.goto(`${url}/fr${address}`);
    const start = await chooseTime(page, 2, 3);
    await typeIntake(page, slow);
    await page.locator('#consent').check();
    await sendAsVisitor('POST', `/api/public/${PRACTICE.slug}/${CAMILLE.slug}/bookings`, {
      start,
      ...quick,
      phoneCountry: 'FR',
      reason: 'other',
      consent: true,
      language: 'fr',
      timeZone: 'Europe/Paris',
    });
    await page.getByRole('button', { name: 'Réserver ce premier échange' }).click();

    const problem = page.locator('#problem');
    await expect(problem).toContainText('Quelqu’un vient de prendre cet horaire.');
    await expect(problem).toContainText('En voici trois autres.');
    await expect(problem).toBeFocused();
    const others = problem.locator('input[name=start]');
    await expect(others).toHaveCount(3);
    expect(
      await others.evaluateAll((radios) => radios.map((radio) => (radio as HTMLInputElement).value)),
    ).not.toContain(start);
    for (const field of ['firstName', 'lastName', 'email', 'phone', 'words'] as const)
      await expect(page.locator(`#${field}`)).toHaveValue(slow[field]);
    await expect(page.locator('input[name=reason][value=after-lost-bid]')).toBeChecked();
    await expect(page.locator('#consent')).toBeChecked();
    await expectNoSidewaysScrolling(page);

    await problem.locator('label.chip').first().click();
    await page.getByRole('button', { name: 'Réserver ce premier échange' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('C’est réservé, Lente');
  });
});

async function expectNoSidewaysScrolling(page: import('@playwright/test').Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
}
