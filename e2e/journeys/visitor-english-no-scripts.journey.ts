import { expect, test } from '@playwright/test';
import { chooseTime, typeIntake } from '../support/booking-form.ts';
import { lettersTo } from '../support/letters.ts';
import { PRACTICE, ROBIN, visitor } from '../support/people.ts';
import { runningProduct } from '../support/product.ts';

const { url } = runningProduct();

test.describe('a visitor whose browser runs no scripts, in English', () => {
  test.use({ javaScriptEnabled: false, locale: 'en-GB', timezoneId: 'Europe/London' });

  test('finds the English page by the language of the browser', async ({ page }) => {
    await page.goto(`${url}/c/${PRACTICE.slug}`);
    await expect(page).toHaveURL(`${url}/en/c/${PRACTICE.slug}`);
    await page.getByRole('link', { name: new RegExp(ROBIN.name) }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(`A first call with ${ROBIN.name}`);
    expect(await page.locator('input[name=start]').count()).toBeGreaterThan(20);
  });

  test('sees what is wrong with all typed values kept, then books and cancels', async ({ page }) => {
    const graham = visitor('Graham', 'Placeholder-Hughes', 11);
    await page.goto(`${url}/en/c/${PRACTICE.slug}/${ROBIN.slug}`);
    const start = await chooseTime(page, 1, 2);
    await typeIntake(page, { ...graham, phone: '12' });
    await page.locator('#consent').check();
    const refused = page.waitForResponse((response) => response.request().method() === 'POST');
    await page.getByRole('button', { name: 'Book this first call' }).click();
    expect((await refused).status()).toBe(400);

    await expect(page.locator('#problem')).toContainText('needs correcting');
    await expect(page.locator('#phone-error')).toContainText('This number cannot be read');
    for (const field of ['firstName', 'lastName', 'email', 'words'] as const)
      await expect(page.locator(`#${field}`)).toHaveValue(graham[field]);
    await expect(page.locator('#phone')).toHaveValue('12');
    await expect(page.locator('input[name=reason][value=after-lost-bid]')).toBeChecked();
    await expect(page.locator('#consent')).toBeChecked();
    await expect(page.locator(`input[name=start][value="${start}"]`)).toBeChecked();

    await page.locator('#phone').fill(graham.phone);
    const accepted = page.waitForResponse((response) => response.request().method() === 'POST');
    await page.getByRole('button', { name: 'Book this first call' }).click();
    expect((await accepted).status()).toBe(303);
    await expect(page).toHaveURL(new RegExp(`/en/m/${PRACTICE.slug}/[^/]+/[^/]+\\?booked`));
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('It is booked, Graham');
    const [confirmation] = await lettersTo(graham.email, 1);
    expect(confirmation?.text).toContain(`${url}/en/m/${PRACTICE.slug}/`);

    await page.locator('summary', { hasText: /^Cancel$/ }).click();
    await page.getByRole('button', { name: 'Yes, cancel this call' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('This call is cancelled');
    await lettersTo(graham.email, 2);
  });

  test('is told of a time that is gone, with others to choose from', async ({ page, request }) => {
    const [slow, quick] = [visitor('Slow', 'Placeholder', 12), visitor('Quick', 'Placeholder', 13)];
    await page.goto(`${url}/en/c/${PRACTICE.slug}/${ROBIN.slug}`);
    const start = await chooseTime(page, 2, 1);
    await typeIntake(page, slow);
    await page.locator('#consent').check();
    const first = await request.post(`${url}/api/public/${PRACTICE.slug}/${ROBIN.slug}/bookings`, {
      headers: { origin: url },
      data: {
        start,
        ...quick,
        phoneCountry: 'FR',
        reason: 'other',
        consent: true,
        language: 'en',
        timeZone: 'Europe/London',
      },
    });
    expect(first.status()).toBe(201);
    const refused = page.waitForResponse((response) => response.request().method() === 'POST');
    await page.getByRole('button', { name: 'Book this first call' }).click();
    expect((await refused).status()).toBe(409);
    await expect(page.locator('#problem')).toContainText(
      'Someone has just taken this time. Here are three others.',
    );
    await expect(page.locator('#lastName')).toHaveValue(slow.lastName);
    await page.locator('#problem input[name=start]').first().check();
    await page.getByRole('button', { name: 'Book this first call' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('It is booked, Slow');
  });
});
