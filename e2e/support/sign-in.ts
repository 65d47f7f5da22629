import { expect, type Page } from '@playwright/test';
import type { Supervisor } from './people.ts';
import { runningProduct } from './product.ts';

/** Through the form, in French, up to the week. */
export async function signIn(page: Page, { email, password }: Supervisor): Promise<void> {
  await page.goto(`${runningProduct().url}/app/fr/`);
  await page.getByLabel('Adresse e-mail').fill(email);
  await page.getByLabel('Mot de passe').fill(password);
  await page.getByRole('button', { name: 'Se connecter', exact: true }).click();
  await expect(page).toHaveURL(/\/week/);
}
