import type { Frame, Page } from '@playwright/test';
import type { Visitor } from './people.ts';

/** The first radio of the `days`-th day on offer (0 is the first), opened if it is folded. */
export async function chooseTime(page: Page, day: number, nth = 0): Promise<string> {
  const details = page.locator('details.day').nth(day);
  if ((await details.getAttribute('open')) === null) await details.locator('summary').click();
  const radio = details.locator('input[name=start]').nth(nth);
  const start = await radio.getAttribute('value');
  if (!start) throw new Error('A time without a value.');
  await details.locator('label.chip').nth(nth).click();
  return start;
}

/** Everything but the time and the consent. */
export async function typeIntake(page: Page | Frame, who: Visitor): Promise<void> {
  await page.locator('#firstName').fill(who.firstName);
  await page.locator('#lastName').fill(who.lastName);
  await page.locator('#email').fill(who.email);
  await page.locator('#phone').fill(who.phone);
  await page.locator('input[name=reason][value=after-lost-bid]').check();
  await page.locator('#words').fill(who.words);
}
