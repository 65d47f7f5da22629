import { expect, type Page } from '@playwright/test';
import { enterAs } from './enter-as.ts';
import type { Supervisor } from './people.ts';
import { runningProduct } from './product.ts';

/** With the session the journeys were started with, in French, up to the week. */
export async function signIn(page: Page, { email }: Supervisor): Promise<void> {
  const { url, sessions } = runningProduct();
  const token = sessions[email];
  if (token === undefined) throw new Error(`nobody signed ${email} in`);
  await enterAs(page.context(), token);
  await page.goto(`${url}/app/fr/`);
  await expect(page).toHaveURL(/\/week/);
}
