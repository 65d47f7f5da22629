import { expect, test, type Page } from '@playwright/test';
import { typeIntake } from '../support/booking-form.ts';
import { OtherSite } from '../support/other-site.ts';
import { ALIX, PRACTICE, SACHA, visitor } from '../support/people.ts';
import { runningProduct } from '../support/product.ts';
import { SupervisorClient } from '../support/supervisor-client.ts';

const { url } = runningProduct();
let site: OtherSite;

test.beforeAll(async () => {
  site = await OtherSite.serve({ VISAVIS: url, PRACTICE: PRACTICE.slug, SUPERVISOR: SACHA.slug });
});
test.afterAll(() => site.close());

test('a site that is not allowed shows no booking page', async ({ page }) => {
  await allow([]);
  const refused = page.waitForEvent('console', (message) => message.text().includes('frame-ancestors'));
  await page.goto(site.origin);
  await refused;
  await expect(page.frameLocator('iframe').locator('form[name=booking]')).toHaveCount(0);
});

test('an allowed site shows it as high as it is, and a call is booked in it', async ({ page }) => {
  await allow([site.origin]);
  await page.setViewportSize({ width: 700, height: 800 });
  await page.goto(site.origin);
  const frame = page.frameLocator('iframe');
  await expect(frame.getByRole('heading', { level: 1 })).toHaveText(`Un premier échange avec ${SACHA.name}`);
  await expect(page.locator('iframe')).toHaveAttribute('title', 'Réserver un premier échange');
  await expectFitting(page);

  const day = frame.locator('details.day').nth(1);
  const folded = await heightOfFrame(page);
  await day.locator('summary').click();
  await expectFitting(page);
  await day.locator('label.chip').first().click();
  await expect(frame.locator('.choice-card')).toBeVisible();
  expect(await heightOfFrame(page), 'the frame follows what is in it').not.toBe(folded);

  const inFrame = page.frames().find((candidate) => candidate.url().startsWith(url));
  await typeIntake(inFrame!, visitor('Tomás', 'Ejemplo-Vidal', 21));
  await frame.locator('#consent').check();
  await frame.getByRole('button', { name: 'Réserver ce premier échange' }).click();
  await expect(frame.getByRole('heading', { level: 1 })).toHaveText('C’est réservé, Tomás');
  await expect(frame.getByRole('link', { name: 'Déplacer ou annuler' })).toHaveAttribute('target', '_blank');
  await expectFitting(page);
  expect(page.url(), 'the site stays where it was').toBe(`${site.origin}/`);
});

test('pages that are not for embedding are refused even to an allowed site', async ({ request }) => {
  await allow([site.origin]);
  const policy = async (path: string) =>
    (await request.get(url + path)).headers()['content-security-policy'] ?? '';
  const booking = `/fr/c/${PRACTICE.slug}/${SACHA.slug}`;
  expect(await policy(`${booking}?embed=1`)).toContain(`frame-ancestors ${site.origin}`);
  for (const path of [booking, `/fr/c/${PRACTICE.slug}`, `/fr/c/${PRACTICE.slug}/privacy`, '/app/fr/sign-in'])
    expect(await policy(path), path).toContain("frame-ancestors 'none'");
});

async function allow(allowedOrigins: string[]): Promise<void> {
  const owner = await SupervisorClient.signIn(ALIX);
  const {
    slug: _,
    erasure: __,
    ...settings
  } = await owner.send<Record<string, unknown>>('GET', '/api/practice');
  await owner.send('PUT', '/api/practice', { ...settings, allowedOrigins });
}

async function heightOfFrame(page: Page): Promise<number> {
  return (await page.locator('iframe').boundingBox())?.height ?? 0;
}

/** Nothing of the page inside is cut off, and no more than a line of room is left over. */
async function expectFitting(page: Page): Promise<void> {
  const inside = page.frames().find((candidate) => candidate.url().startsWith(url));
  await expect
    .poll(async () =>
      Math.abs(
        (await heightOfFrame(page)) -
          (await inside!.evaluate(() => document.body.getBoundingClientRect().height)),
      ),
    )
    .toBeLessThan(2);
}
