import { expect, test } from '@playwright/test';
import { findBarriers } from '../support/find-barriers.ts';
import { joinPractice } from '../support/join-practice.ts';
import { lettersTo } from '../support/letters.ts';
import { runningProduct } from '../support/product.ts';
import { proveItsYou } from '../support/prove-its-you.ts';
import { addVirtualAuthenticator, withoutSuggestions } from '../support/virtual-authenticator.ts';
import { watchPage } from '../support/watch-page.ts';

const { url } = runningProduct();
const WREN = {
  name: 'Wren Fictitious',
  email: 'wren@parcours.example.org',
  password: 'lantern midnight willow stair',
  roles: ['supervisor'],
  language: 'en',
} as const;

test.use({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' });

test('an invited supervisor makes a passkey before anything else, in English, and needs no password again', async ({
  page,
}) => {
  const watch = watchPage(page);
  await addVirtualAuthenticator(page);
  await joinPractice(page, WREN);
  await expect(page.getByRole('heading', { name: 'Protect your space' })).toBeVisible();
  await page.goto(`${url}/app/en/week`);
  await expect(page.getByRole('heading', { name: 'Protect your space' }), 'nothing before it').toBeVisible();
  await page.getByRole('button', { name: 'A passkey' }).click();
  await page.getByLabel('Name of this passkey').fill('Key of the journey');
  expect.soft(await findBarriers(page), 'passkey').toEqual([]);
  await page.getByRole('button', { name: 'Create the passkey' }).click();
  await proveItsYou(page, WREN.email);

  await expect(page.getByRole('heading', { name: 'Your recovery codes' })).toBeFocused();
  const codes = page.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem');
  await expect(codes).toHaveCount(10);
  expect.soft(await findBarriers(page), 'recovery codes').toEqual([]);
  await page.getByLabel(/I have kept them/).check();
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page).toHaveURL(/\/app\/en\/week/);
  expect.soft(await findBarriers(page), 'first week').toEqual([]);

  const signOut = page.getByRole('button', { name: 'Sign out', exact: true });
  const suggested = page.waitForResponse(
    (response) => response.request().method() === 'POST' && response.url().endsWith('/api/session/passkey'),
  );
  await signOut.click();
  expect((await suggested).status(), 'the browser’s suggestion is enough').toBe(200);
  await expect(signOut).toBeVisible();
  await withoutSuggestions(page);
  await signOut.click();
  await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible();
  expect.soft(await findBarriers(page), 'sign-in').toEqual([]);
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await expect(page).toHaveURL(/\/app\/en\/week/);

  // A password alone does not come in beside the key.
  await signOut.click();
  await page.getByLabel('E-mail address').fill(WREN.email);
  await page.getByLabel('Password', { exact: true }).fill(WREN.password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'One more check' })).toBeFocused();
  expect.soft(await findBarriers(page), 'second step').toEqual([]);
  await page.goto(`${url}/app/en/week`);
  await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible();
  expect((await lettersTo(WREN.email, 4)).map(({ subject }) => subject)).toEqual([
    'Invitation to join Cabinet des Parcours',
    'Your confirmation code',
    'A passkey has been added',
    'New recovery codes',
  ]);
  expect(watch.foreign).toEqual([]);
  expect(watch.complaints.filter((line) => !/40[13]/.test(line))).toEqual([]);
});
