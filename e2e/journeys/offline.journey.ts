import { expect, test, type Page } from '@playwright/test';
import { findBarriers } from '../support/find-barriers.ts';
import { FrontDoor } from '../support/front-door.ts';
import { keptVersions, readCaches, readDatabases, shellIsKept } from '../support/kept-on-device.ts';
import { joinPractice, type Newcomer } from '../support/join-practice.ts';
import { openVault, unlockVault } from '../support/open-vault.ts';
import { confirmed } from '../support/write-lost-bid.ts';

const FIRST = 'Le tilleul devant la salle était mouillé';
const OFFLINE = 'Dans le train sans réseau, la question est revenue';
const HALF = 'Une phrase que personne n’a fini de';

test.setTimeout(240_000);

test('without a network the journal starts, opens, is read and written, and loses nothing', async ({
  context,
}) => {
  const door = await FrontDoor.open();
  try {
    const coach = aCoach('Odile');
    let page = await context.newPage();
    await joins(page, coach);
    await page.goto(`${door.url}/app/fr/journal`);
    const { passphrase } = await openVault(page);
    await write(page, FIRST);
    await confirmed(page);
    await shellIsKept(page);

    await door.shut();
    await page.goto(`${door.url}/app/fr/`);
    await expect(page).toHaveURL(/\/journal$/);
    await expect(page.getByText('Hors ligne.')).toBeVisible();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Votre coffre est verrouillé');
    // Who it was is nowhere on this device.
    await expect(page.getByText(coach.name)).toHaveCount(0);
    expect.soft(await findBarriers(page), 'locked, offline').toEqual([]);
    await unlockVault(page, passphrase);
    await page.getByRole('link', { name: new RegExp(FIRST) }).click();
    await expect(page.getByLabel('Ce que vous voulez en garder')).toHaveValue(FIRST);
    await page.getByRole('link', { name: 'Toutes les entrées' }).click();
    await write(page, OFFLINE);
    await laidDown(page);

    await page.goto(`${door.url}/app/fr/contracts`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Cette page a besoin du réseau');
    expect.soft(await findBarriers(page), 'a page that needs the network').toEqual([]);
    await page.getByRole('link', { name: 'Ouvrir le journal de cet appareil' }).click();
    await expect(page.getByText(/Un texte écrit sur cet appareil/)).toBeVisible();
    await unlockVault(page, passphrase);
    await write(page, HALF);
    await laidDown(page);
    await page.close({ runBeforeUnload: false });

    await door.openAgain();
    page = await context.newPage();
    await page.goto(`${door.url}/app/fr/journal`);
    await expect(page.getByText(/2 textes écrits sur cet appareil/)).toBeVisible();
    await expect(page.getByText('Hors ligne.')).toHaveCount(0);
    await unlockVault(page, passphrase);
    for (const words of [OFFLINE, HALF]) {
      await page.getByRole('link', { name: new RegExp(words) }).click();
      await expect(page.getByLabel('Ce que vous voulez en garder')).toHaveValue(words);
      await confirmed(page);
      await page.getByRole('link', { name: 'Toutes les entrées' }).click();
    }

    await comesBack(page, door, coach.name);
    await holdsNothingReadable(page, [FIRST, OFFLINE, HALF, coach.name, coach.email, passphrase]);
    await leaves(page, door);
  } finally {
    await door.shut();
  }
});

test('a newer version is offered, saves what is typed, and takes nothing from a page of the older one', async ({
  context,
  page,
}) => {
  const door = await FrontDoor.open();
  try {
    await joins(page, aCoach('Paulin'));
    await page.goto(`${door.url}/app/fr/journal`);
    const { passphrase } = await openVault(page);
    await shellIsKept(page);
    const [before] = await keptVersions(page);
    const other = await context.newPage();
    await other.goto(`${door.url}/app/fr/home`);

    const after = before!.replace('-main-', '-main-newer-');
    door.giveNewer();
    await write(page, FIRST);
    await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
    const update = page.getByRole('button', { name: 'Enregistrer et passer à la nouvelle version' });
    await update.click({ timeout: 40_000 });
    await expect(page.getByLabel('Vos sept mots')).toBeVisible();
    await expect(page.locator('script[src^="main-newer-"]')).toHaveCount(1);
    await expect(page.getByText('Une nouvelle version est prête.')).toHaveCount(0);
    await unlockVault(page, passphrase);
    await expect(page.getByLabel('Ce que vous voulez en garder')).toHaveValue(FIRST);

    // The other page is of the older version, whose parts stay for as long as it is open.
    await expect(other.getByText('Une nouvelle version est prête.')).toBeVisible();
    expect(await keptVersions(page)).toEqual([before, after]);
    await other.close();
    // A page that has gone lets go of its version a moment later; the next page that opens clears up.
    const opensAgain = () => page.reload().then(() => keptVersions(page));
    await expect.poll(opensAgain, { timeout: 20_000 }).toEqual([after]);
  } finally {
    await door.shut();
  }
});

for (const [language, entry, start] of [
  ['fr', 'Nouvelle entrée', 'Votre coffre est verrouillé'],
  ['en', 'New entry', 'Your vault is locked'],
] as const)
  test(`can be installed, in ${language}`, async ({ page, request }) => {
    const door = await FrontDoor.open();
    try {
      await joins(page, aCoach(`Installe-${language}`));
      await page.goto(`${door.url}/app/fr/journal`);
      await openVault(page);
      await page.goto(`${door.url}/app/${language}/journal`);
      await shellsAreKept(page, language === 'fr' ? 1 : 2);

      const devtools = await page.context().newCDPSession(page);
      const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors');
      // Every context of Playwright is a private window; nothing else may be in the way.
      expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([]);
      const { errors, url, data } = await devtools.send('Page.getAppManifest');
      expect({ errors, url }).toEqual({
        errors: [],
        url: `${door.url}/app/${language}/manifest.webmanifest`,
      });
      const manifest = JSON.parse(data ?? '{}') as Manifest;
      expect(manifest).toMatchObject({ lang: language, scope: './', start_url: './', display: 'standalone' });
      expect(manifest.shortcuts.map(({ name }) => name)).toContain(entry);
      const sent = await request.get(url);
      expect(sent.headers()['content-type']).toContain('application/manifest+json');
      expect(sent.headers()['cache-control']).toBe('no-cache');
      for (const { src, sizes, type } of manifest.icons) {
        const address = new URL(src, url).href;
        expect.soft((await request.get(address)).headers()['content-type'], src).toBe(type);
        if (sizes !== 'any') expect.soft(await sizeOf(page, address), src).toBe(sizes);
      }
      expect(manifest.icons.some(({ purpose }) => purpose === 'maskable')).toBe(true);

      await door.shut();
      await page.goto(new URL(manifest.start_url, url).href);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(start);
      expect.soft(await findBarriers(page), language).toEqual([]);
    } finally {
      await door.shut();
    }
  });

function aCoach(name: string): Newcomer {
  return {
    name: `${name} Fictive-Train`,
    email: `${name.toLowerCase()}@train.example.org`,
    password: 'aiguillage et quai désert',
    roles: ['coach'],
    language: 'fr',
  };
}

async function joins(page: Page, coach: Newcomer): Promise<void> {
  await joinPractice(page, coach);
  await expect(page).toHaveURL(/\/home/);
}

interface Manifest {
  readonly start_url: string;
  readonly icons: readonly {
    readonly src: string;
    readonly sizes: string;
    readonly type: string;
    readonly purpose?: string;
  }[];
  readonly shortcuts: readonly { readonly name: string }[];
}

/** The network comes back under an open journal: it stays open, knows its owner again, and sends. */
async function comesBack(page: Page, door: FrontDoor, name: string): Promise<void> {
  await door.shut();
  await page.getByRole('link', { name: new RegExp(FIRST) }).click();
  await page.getByLabel('Ce que vous voulez en garder').fill(`${FIRST}, et froid`);
  await laidDown(page);
  await door.openAgain();
  await confirmed(page);
  await expect(page.getByText(name)).toBeVisible();
}

async function holdsNothingReadable(page: Page, secrets: readonly string[]): Promise<void> {
  const kept = await readCaches(page);
  expect(kept.length).toBeGreaterThan(50);
  expect(
    kept.map(({ address }) => new URL(address).pathname).filter((path) => !/^\/app\/fr\//.test(path)),
  ).toEqual([]);
  const everything = [await readDatabases(page), ...kept.map(({ body }) => body)].join('\n');
  for (const secret of secrets) expect(everything.includes(secret), secret).toBe(false);
}

/** After signing out the journal does not open here any more without the server. */
async function leaves(page: Page, door: FrontDoor): Promise<void> {
  await page.getByRole('button', { name: 'Se déconnecter' }).click();
  await expect(page).toHaveURL(/\/sign-in/);
  await door.shut();
  await page.goto(`${door.url}/app/fr/journal`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Le journal n’est pas sur cet appareil');
}

async function write(page: Page, words: string): Promise<void> {
  const begin = page.getByRole('button', { name: /J’écris librement/ });
  const another = page.getByRole('link', { name: 'Nouvelle entrée' });
  await expect(begin.or(another).first()).toBeVisible();
  if (await another.isVisible()) await another.click();
  await begin.click();
  await page.getByLabel('Ce que vous voulez en garder').fill(words);
}

async function shellsAreKept(page: Page, count: number): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null, undefined, {
    timeout: 30_000,
  });
  await expect.poll(async () => (await keptVersions(page)).length, { timeout: 20_000 }).toBe(count);
}

function sizeOf(page: Page, address: string): Promise<string> {
  return page.evaluate(async (src) => {
    const picture = new Image();
    picture.src = src;
    await picture.decode();
    return `${picture.naturalWidth}x${picture.naturalHeight}`;
  }, address);
}

/** Sealed on this device and nowhere else. */
async function laidDown(page: Page): Promise<void> {
  await expect(page.getByText('Gardé sur cet appareil, pas encore envoyé')).toBeVisible();
}
