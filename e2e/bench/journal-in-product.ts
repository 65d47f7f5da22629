import { pathToFileURL } from 'node:url';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { type JournalWeight, weighJournal } from '../../apps/launch/src/weigh-journal.ts';
import { unlockVault } from '../support/open-vault.ts';
import type { BenchDatabase } from './bench-system.ts';
import { goWithin, noteWhatIsAsked, readNotes, untilAnswered } from './journal-page.ts';
import { median } from './load.ts';
import { bundleForBrowser, chromiumPath } from './measure-in-chromium.ts';
import { signInAs } from './saving.ts';

/** Of the built client, its worker and the API, in Chromium; milliseconds as the page sees them, medians. */
export interface JournalInProduct {
  readonly unlockEmptyMs: number;
  /** With a thousand entries of 4 kB, up to the list of them: on a device that had not seen them, and later. */
  readonly firstUnlockMs: number;
  readonly unlockMs: number;
  /** The same when the passphrase was pasted: entries set out with its first letter, which is its last one then. */
  readonly pastedUnlockMs: number;
  /** From the last byte of the last entry to the answer to the page: they are open. The passphrase was pasted. */
  readonly openedMs: number;
  readonly searchMs: number;
  readonly slowestSearchMs: number;
  /** Asked for the first time after unlocking, and again. */
  readonly firstInsightsMs: number;
  readonly insightsMs: number;
  /** Of the main thread, over 50 ms, from the first stroke while the index was built. */
  readonly longTasks: readonly number[];
  readonly scripts: JournalWeight;
}

const BIDS = 1000;
const MATERIAL = 'apps/web/src/app/journal/vault/worker/testing/fill-vault.ts';
const TYPED = 'confiance du prescripteur';
/** Between two letters; milliseconds. */
const STROKE = 60;

export async function benchJournalInProduct(
  database: BenchDatabase,
  origin: string,
  rounds: number,
): Promise<JournalInProduct> {
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox'] });
  try {
    const context = await browser.newContext({ locale: 'fr-FR', serviceWorkers: 'block' });
    const cookie = await signInAs(database);
    await enter(context, origin, cookie);
    const vault = await openVault(origin, cookie);
    const page = await context.newPage();
    await noteWhatIsAsked(page);
    await page.goto(`${origin}/app/fr/`, { waitUntil: 'networkidle' });
    await goWithin(page, '/app/fr/journal');
    const { passphrase } = vault;
    const unlockEmptyMs = median(await eachTime(rounds, async () => (await unlock(page, passphrase)).ms));
    await vault.fill();
    // The first time every signature is checked.
    const firstUnlockMs = (await unlock(page, passphrase)).ms;
    const [typed, pasted]: [Opened[], Opened[]] = [[], []];
    for (let round = 0; round < rounds; round++) {
      typed.push(await openAndType(page, passphrase));
      pasted.push(await openAndType(page, passphrase, true));
    }
    const opened = [...typed, ...pasted];
    const insights = await askInsights(page);
    return {
      unlockEmptyMs,
      firstUnlockMs,
      unlockMs: median(typed.map(({ unlockMs }) => unlockMs)),
      pastedUnlockMs: median(pasted.map(({ unlockMs }) => unlockMs)),
      openedMs: median(pasted.map(({ openedMs }) => openedMs)),
      searchMs: median(opened.flatMap(({ searches }) => searches)),
      slowestSearchMs: Math.max(...opened.flatMap(({ searches }) => searches)),
      ...insights,
      longTasks: opened.flatMap(({ longTasks }) => longTasks),
      scripts: weighJournal('fr'),
    };
  } finally {
    await browser.close();
  }
}

interface Opened {
  readonly unlockMs: number;
  readonly openedMs: number;
  readonly searches: readonly number[];
  readonly longTasks: readonly number[];
}

/** Unlocks the long journal and types at once what is looked for, while its texts are indexed. */
async function openAndType(page: Page, passphrase: string, isPasted = false): Promise<Opened> {
  const { ms, answeredAt } = await unlock(page, passphrase, isPasted);
  const lastByte = await lastByteOfEntries(page);
  await page.getByText(`${BIDS} entrées`).waitFor();
  await page.getByLabel('Chercher dans le journal').focus();
  const from = Date.now();
  await page.keyboard.type(TYPED, { delay: STROKE });
  await page.waitForFunction(
    (count) =>
      (globalThis as unknown as { noted: { asked: { ask: string }[] } }).noted.asked.filter(
        ({ ask }) => ask === 'search',
      ).length >= count,
    TYPED.length,
  );
  const { asked, long } = await readNotes(page);
  const searches = asked.filter((each) => each.ask === 'search').map((each) => each.ms);
  const longTasks = long.filter(({ at }) => at >= from).map((task) => task.ms);
  return { unlockMs: ms, openedMs: answeredAt - lastByte, searches, longTasks };
}

async function unlock(page: Page, passphrase: string, isPasted = false) {
  await page.reload({ waitUntil: 'networkidle' });
  if (!isPasted) await page.getByLabel('Vos sept mots').pressSequentially(passphrase, { delay: STROKE });
  await unlockVault(page, passphrase);
  return untilAnswered(page, 'unlock');
}

/** When the worker had received the last page of entries; epoch milliseconds. */
async function lastByteOfEntries(page: Page): Promise<number> {
  const [worker] = page.workers();
  if (!worker) throw new Error('the journal has no worker');
  return worker.evaluate(() => {
    const entries = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
    const pages = entries.filter(
      ({ name, decodedBodySize }) => name.includes('/api/vault/entries') && decodedBodySize > 100_000,
    );
    return performance.timeOrigin + Math.max(...pages.map(({ responseEnd }) => responseEnd));
  });
}

/** Opens and fills a vault as a client would, with the product's own cryptography: a bench has none of its own. */
async function openVault(origin: string, cookie: string): Promise<FilledVault> {
  const bundle = await bundleForBrowser(MATERIAL, 'fill-vault');
  const material = (await import(pathToFileURL(bundle).href)) as {
    openVaultToFill(caller: { send: typeof send }): Promise<FilledVault>;
  };
  async function send(method: string, path: string, body?: unknown): Promise<unknown> {
    const headers = { origin, cookie, ...(body !== undefined && { 'content-type': 'application/json' }) };
    const reply = await fetch(origin + path, {
      method,
      headers,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (!reply.ok) throw new Error(`${method} ${path} was answered ${reply.status}`);
    const text = await reply.text();
    return text === '' ? null : JSON.parse(text);
  }
  return material.openVaultToFill({ send });
}

interface FilledVault {
  readonly passphrase: string;
  fill(): Promise<void>;
}

async function askInsights(page: Page): Promise<{ firstInsightsMs: number; insightsMs: number }> {
  const times: number[] = [];
  for (let round = 0; round < 5; round++) {
    await goWithin(page, '/app/fr/journal');
    const before = (await readNotes(page)).asked.filter(({ ask }) => ask === 'insights').length;
    await goWithin(page, '/app/fr/journal/insights');
    await page.waitForFunction(
      (count) =>
        (globalThis as unknown as { noted: { asked: { ask: string }[] } }).noted.asked.filter(
          ({ ask }) => ask === 'insights',
        ).length > count,
      before,
    );
    times.push((await untilAnswered(page, 'insights')).ms);
  }
  return { firstInsightsMs: times[0] ?? Number.NaN, insightsMs: median(times.slice(1)) };
}

async function enter(context: BrowserContext, origin: string, cookie: string): Promise<void> {
  const [name = '', value = ''] = cookie.split('=');
  const { hostname: domain } = new URL(origin);
  await context.addCookies([
    { name, value, domain, path: '/', secure: true, httpOnly: true, sameSite: 'Lax' },
  ]);
}

async function eachTime(rounds: number, measure: () => Promise<number>): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) times.push(await measure());
  return times;
}
