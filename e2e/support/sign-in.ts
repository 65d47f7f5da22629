import { expect, type Page } from '@playwright/test';
import type { Supervisor } from './people.ts';
import { runningProduct } from './product.ts';

/** With the session the journeys were started with, in French, up to the week. */
export async function signIn(page: Page, { email }: Supervisor): Promise<void> {
  const { url, sessions } = runningProduct();
  const { hostname } = new URL(url);
  const value = sessions[email];
  if (value === undefined) throw new Error(`nobody signed ${email} in`);
  await page.context().addCookies([
    {
      name: '__Host-session',
      value,
      domain: hostname,
      path: '/',
      secure: true,
      httpOnly: true,
      sameSite: 'Lax',
    },
  ]);
  await page.goto(`${url}/app/fr/`);
  await expect(page).toHaveURL(/\/week/);
}
