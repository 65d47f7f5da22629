import { expect, test, type Page } from '@playwright/test';
import { findBarriers } from '../support/find-barriers.ts';
import { DOMINIQUE, PRACTICE, visitor } from '../support/people.ts';
import { runningProduct } from '../support/product.ts';
import { signIn } from '../support/sign-in.ts';
import { sendAsVisitor, SupervisorClient } from '../support/supervisor-client.ts';
import { watchPage, type Watch } from '../support/watch-page.ts';

const HOUR = 3_600_000;

interface Week {
  readonly appointments: readonly {
    readonly id: string;
    readonly start: number;
    readonly firstName: string | null;
    readonly title: string | null;
  }[];
}

/** A Tuesday in three weeks, so that nothing of it is past or near. */
const tuesday = inThreeWeeks(2);
const nadia = visitor('Nadia', 'Fictive-Lenoir', 41);
let watch: Watch;

// One week, one journey: each step finds what the one before left.
test.describe.configure({ mode: 'serial' });
test.use({ viewport: { width: 1280, height: 800 } });

test.beforeAll(async () => {
  await sendAsVisitor('POST', `/api/public/${PRACTICE.slug}/${DOMINIQUE.slug}/bookings`, {
    start: at(tuesday, '10:00'),
    ...nadia,
    phoneCountry: 'FR',
    reason: 'after-lost-bid',
    consent: true,
    language: 'fr',
    timeZone: 'America/Montreal',
  });
});

test.beforeEach(async ({ page }) => {
  watch = watchPage(page);
  await signIn(page, DOMINIQUE);
});

test('sees the booking in the week, and in its detail what brings the person and which letters left', async ({
  page,
}) => {
  await showWeek(page);
  const item = page.getByRole('button', { name: /Nadia Fictive-Lenoir/ });
  await expect(item).toContainText('10 h – 10 h 30');
  await item.click();
  const panel = page.getByRole('complementary', { name: 'Rendez-vous' });
  await expect(panel.getByRole('heading', { level: 2 })).toHaveText('Nadia Fictive-Lenoir');
  await expect(panel).toContainText('Après une offre perdue');
  await expect(panel).toContainText(nadia.words);
  await expect(panel.getByRole('link', { name: nadia.email })).toBeVisible();
  await expect(panel).toContainText('Confirmation');
  await expect(panel).toContainText('Rappel la veille');
});

test('opens with a click what is under way and cannot be dragged any more', async ({ page }) => {
  const client = await SupervisorClient.signIn(DOMINIQUE);
  const now = Temporal.Now.zonedDateTimeISO(DOMINIQUE.timeZone).round({
    smallestUnit: 'hour',
    roundingMode: 'floor',
  });
  const clock = (hours: number) => now.add({ hours }).toPlainDateTime().toString({ smallestUnit: 'minute' });
  const block = { title: 'En cours', repeat: null, leaveOutTaken: false };
  await client.send('POST', '/api/blocks', { start: clock(0), end: clock(1), ...block });
  await page.goto(`${runningProduct().url}/app/fr/week`);
  await page.getByRole('button', { name: /En cours/ }).click();
  await expect(
    page.getByRole('complementary', { name: 'Rendez-vous' }).getByRole('heading', { level: 2 }),
  ).toHaveText('En cours');
  await expect(page.getByRole('menu')).toHaveCount(0);
});

test('moves it with the keyboard alone', async ({ page }) => {
  await showWeek(page);
  const item = page.getByRole('button', { name: /Nadia Fictive-Lenoir/ });
  await item.focus();
  await page.keyboard.press('m');
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowRight']) await page.keyboard.press(key);
  await page.keyboard.press('Enter');
  await expect
    .poll(async () =>
      new Date((await appointments()).find(({ firstName }) => firstName === 'Nadia')!.start).toISOString(),
    )
    .toBe(new Date(Date.parse(at(tuesday, '10:30')) + 24 * HOUR).toISOString());
  await expect(item).toContainText('10 h 30 – 11 h');
});

test('blocks time and books by hand', async ({ page }) => {
  await showWeek(page);
  await page.getByRole('button', { name: 'Bloquer du temps' }).click();
  let dialog = page.getByRole('dialog');
  await dialog.getByLabel('Titre (facultatif)').fill('Formation');
  await dialog.getByLabel('Du', { exact: true }).fill(tuesday);
  await dialog.getByLabel('À partir de').fill('14:00');
  await dialog.getByLabel('Au', { exact: true }).fill(tuesday);
  await dialog.getByLabel('Jusqu’à').fill('15:30');
  await dialog.getByRole('button', { name: 'Bloquer', exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('button', { name: /Formation/ })).toBeVisible();
  expect((await appointments()).find(({ title }) => title === 'Formation')?.start).toBe(
    Date.parse(at(tuesday, '14:00')),
  );

  await page.getByRole('button', { name: 'Noter un rendez-vous' }).click();
  dialog = page.getByRole('dialog');
  await dialog.getByLabel('Date').fill(tuesday);
  await dialog.getByLabel('Heure', { exact: true }).fill('14:30');
  await dialog.getByLabel('Prénom').fill('Bernard');
  await dialog.getByLabel('Nom', { exact: true }).fill('Téléphone-Fictif');
  await dialog.getByLabel('Téléphone').fill('01 99 00 31 76');
  await dialog.getByRole('button', { name: 'Noter le rendez-vous' }).click();
  // The block is there: nobody is booked twice, not even by hand.
  await expect(dialog.getByText('Libre tout près')).toBeVisible();
  await expect(dialog.getByLabel('Prénom')).toHaveValue('Bernard');
  await dialog.getByLabel('Heure', { exact: true }).fill('16:00');
  await dialog.getByRole('button', { name: 'Noter le rendez-vous' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('button', { name: /Bernard Téléphone-Fictif/ })).toBeVisible();
});

test('a name that is markup, or longer than a phone is wide, is shown as it was typed, to the visitor and to the supervisor', async ({
  page,
}) => {
  const markup = '<img src=x onerror=alert(1)>';
  const long = `Fictif-<b>Gras</b>${'l'.repeat(80)}`;
  const alerts: string[] = [];
  page.on('dialog', (dialog) => void dialog.dismiss().then(() => alerts.push(dialog.message())));
  const { managePath } = await sendAsVisitor<{ managePath: string }>(
    'POST',
    `/api/public/${PRACTICE.slug}/${DOMINIQUE.slug}/bookings`,
    {
      start: at(tuesday, '12:00'),
      ...visitor(markup, long, 42),
      email: 'markup@example.org',
      words: markup,
      phoneCountry: 'FR',
      reason: 'other',
      consent: true,
      language: 'fr',
      timeZone: 'Europe/Paris',
    },
  );
  await page.goto(`${runningProduct().url}${managePath}?booked`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`C’est réservé, ${markup}`);

  await page.goto(`${runningProduct().url}/app/fr/week`);
  await showWeek(page);
  await page.getByRole('button', { name: /onerror=alert/ }).click();
  const panel = page.getByRole('complementary', { name: 'Rendez-vous' });
  await expect(panel.getByRole('heading', { level: 2 })).toHaveText(`${markup} ${long}`);
  await expect(panel).toContainText(markup);
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(`${runningProduct().url}/app/fr/list`);
  await page.getByRole('link', { name: /onerror=alert/ }).click();
  await expect(panel.getByRole('heading', { level: 2 })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  expect(await page.locator('img[src=x]').count()).toBe(0);
  expect(alerts).toEqual([]);
});

test('the week, a detail beside it and a dialog are open to everybody', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await showWeek(page);
  await page.getByRole('button', { name: /Nadia Fictive-Lenoir/ }).click();
  await expect(page.getByRole('complementary', { name: 'Rendez-vous' })).toContainText(nadia.words);
  expect.soft(await findBarriers(page), 'week and detail').toEqual([]);
  await page.getByRole('button', { name: 'Bloquer du temps' }).click();
  await expect(page.getByRole('dialog').getByLabel('Titre (facultatif)')).toBeFocused();
  expect.soft(await findBarriers(page), 'dialog').toEqual([]);
  expect(watch.foreign).toEqual([]);
  // Being asked to sign in is what the first answer of every visit says.
  expect(watch.complaints.filter((line) => !line.includes('401'))).toEqual([]);
});

async function showWeek(page: Page): Promise<void> {
  for (let weeks = 0; weeks < 5; weeks++) {
    if ((await page.locator(`[data-date="${tuesday}"]`).count()) > 0) return;
    await page.getByRole('button', { name: 'Période suivante' }).click();
    await page.waitForTimeout(100);
  }
  await expect(page.locator(`[data-date="${tuesday}"]`)).toBeVisible();
}

async function appointments(): Promise<Week['appointments']> {
  const client = await SupervisorClient.signIn(DOMINIQUE);
  const from = new Date(Date.parse(tuesday) - 48 * HOUR).toISOString();
  const to = new Date(Date.parse(tuesday) + 6 * 24 * HOUR).toISOString();
  return (await client.send<Week>('GET', `/api/appointments?from=${from}&to=${to}`)).appointments;
}

/** @returns `YYYY-MM-DD` */
function inThreeWeeks(weekday: number): string {
  const day = Temporal.Now.plainDateISO(DOMINIQUE.timeZone).add({ weeks: 3 });
  return day.add({ days: weekday - day.dayOfWeek }).toString();
}

/** ISO 8601 of a wall clock of the supervisor. */
function at(date: string, clock: string): string {
  return Temporal.PlainDateTime.from(`${date}T${clock}`)
    .toZonedDateTime(DOMINIQUE.timeZone)
    .toInstant()
    .toString();
}
