import { expect, test, type Page } from '@playwright/test';
import { URI, type TOTP } from 'otpauth';
import { findBarriers } from '../support/find-barriers.ts';
import { joinPractice, type Newcomer } from '../support/join-practice.ts';
import { linkTo } from '../support/letters.ts';
import { runningProduct } from '../support/product.ts';
import { proveItsYou } from '../support/prove-its-you.ts';
import { watchPage } from '../support/watch-page.ts';

const { url } = runningProduct();
const ROWAN: Newcomer = {
  name: 'Rowan Fictitious',
  email: 'rowan@parcours.example.org',
  password: 'candle orchard tuesday ferry',
  roles: ['coach'],
  language: 'en',
};
const NEW_PASSWORD = 'harbour thimble walnut drizzle';
const ENGLISH_PHONE = { viewport: { width: 360, height: 740 }, locale: 'en-GB' };

test.use(ENGLISH_PHONE);

test('a coach adds an authenticator by choice, forgets the password, and the letter’s new one still asks for a code', async ({
  page,
  browser,
}) => {
  const watch = watchPage(page);
  await joinPractice(page, ROWAN);
  await expect(page).toHaveURL(/\/app\/en\/home/);
  const authenticator = await addAuthenticator(page);

  const elsewhere = await (await browser.newContext(ENGLISH_PHONE)).newPage();
  await elsewhere.goto(`${url}/app/en/sign-in`);
  await elsewhere.getByRole('link', { name: 'Forgotten your password?' }).click();
  // Both pages have such a field.
  await expect(elsewhere.getByRole('button', { name: 'Get the link' })).toBeVisible();
  await elsewhere.getByLabel('E-mail address').fill('nobody.at.all@parcours.example.org');
  await elsewhere.getByRole('button', { name: 'Get the link' }).click();
  const sent = elsewhere.getByRole('heading', { name: 'Look into your mailbox' });
  await expect(sent, 'the same for an address nobody has').toBeFocused();
  await elsewhere.goto(`${url}/app/en/forgotten-password`);
  await elsewhere.getByLabel('E-mail address').fill(ROWAN.email);
  expect.soft(await findBarriers(elsewhere), 'forgotten password').toEqual([]);
  await elsewhere.getByRole('button', { name: 'Get the link' }).click();
  await expect(sent).toBeFocused();
  expect.soft(await findBarriers(elsewhere), 'letter sent').toEqual([]);
  await elsewhere.goto(await linkTo(ROWAN.email, /http\S+\/new-password\/[\w-]+\/[\w-]+/));
  await elsewhere.getByLabel('New password').fill(NEW_PASSWORD);
  expect.soft(await findBarriers(elsewhere), 'new password').toEqual([]);
  await elsewhere.getByRole('button', { name: 'Save this password' }).click();
  await expect(elsewhere.getByRole('heading', { name: 'Done' })).toBeFocused();

  await page.goto(`${url}/app/en/home`);
  await expect(page.getByRole('button', { name: 'Sign in', exact: true }), 'out everywhere').toBeVisible();
  await signInWith(page, ROWAN.password);
  await expect(page.getByRole('alert')).not.toBeEmpty();
  await signInWith(page, NEW_PASSWORD);
  await expect(page.getByRole('heading', { name: 'One more check' })).toBeFocused();
  expect.soft(await findBarriers(page), 'second step').toEqual([]);
  // The code that enrolled counted: the next one opens.
  await page.getByLabel('Six-digit code').fill(authenticator.generate({ timestamp: Date.now() + 30_000 }));
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page).toHaveURL(/\/app\/en\/home/);
  await elsewhere.context().close();
  expect(watch.foreign).toEqual([]);
  expect(watch.complaints.filter((line) => !/40[13]/.test(line))).toEqual([]);
});

async function addAuthenticator(page: Page): Promise<TOTP> {
  await page.goto(`${url}/app/en/account`);
  await page.getByRole('button', { name: 'Add an app…' }).click();
  await proveItsYou(page, ROWAN.email);
  await page.getByText('I cannot scan it').click();
  expect.soft(await findBarriers(page), 'authenticator').toEqual([]);
  const address = await page.locator('a[href^="otpauth:"]').getAttribute('href');
  const authenticator = URI.parse(address!) as TOTP;
  await page.getByLabel('Six-digit code').fill(authenticator.generate());
  await page.getByRole('button', { name: 'Check the code' }).click();
  await expect(page.getByText('Authenticator app in place')).toBeVisible();
  return authenticator;
}

async function signInWith(page: Page, password: string): Promise<void> {
  await page.getByLabel('E-mail address').fill(ROWAN.email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}
