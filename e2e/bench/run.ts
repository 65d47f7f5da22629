import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { BenchSystem, withClient, type BenchDatabase } from './bench-system.ts';
import { confirmLoop } from './confirm-loop.ts';
import { benchDocuments } from './documents.ts';
import { fillDatabase, practiceSlug } from './fill-database.ts';
import { benchJournal } from './journal.ts';
import { benchJournalInProduct } from './journal-in-product.ts';
import { inProductFigures, journalFigures, sealingFigures } from './journal-figures.ts';
import { benchLists } from './lists.ts';
import { interleaved, perSecond } from './load.ts';
import { bookings, offGrid, offGridBody, page, root, selectOne, slots, startsInTurn } from './requests.ts';
import { measurePage } from './public-page.ts';
import { report, type Figure } from './report-figures.ts';
import { benchSaving } from './saving.ts';
import { benchSealing } from './sealing.ts';
import { benchSignIn } from './sign-in.ts';
import { benchSlots, loadSlotEngine } from './slots-pure.ts';

const PARTS = [
  'pure',
  'documents',
  'vault',
  'journal',
  'saving',
  'sign-in',
  'lists',
  'slots',
  'refusal',
  'booking',
  'growth',
  'page',
] as const;
type Part = (typeof PARTS)[number];

const { values: options } = parseArgs({
  options: {
    /** Parts, with commas between them; all when nothing is said. */
    only: { type: 'string' },
    /** A rough look: short rounds, a small "large" database. */
    quick: { type: 'boolean', default: false },
    /** Leaves a CPU profile of every process in dist/bench/profiles. */
    profile: { type: 'boolean', default: false },
  },
});
const parts = chosenParts(options.only);
const { quick } = options;
const SECONDS = quick ? 1 : 2;
const ROUNDS = quick ? 1 : 3;
const SMALL = 100;
const LARGE = quick ? 500 : 10_000;
const figures: Figure[] = [];

if (parts.has('pure'))
  for (const { busy, limitMs, medianMs } of await benchSlots(await loadSlotEngine())) {
    figures.push({
      measure: `slots, pure, 60 days, ${busy} busy`,
      value: medianMs,
      unit: 'ms',
      limit: limitMs,
      better: 'less',
    });
  }

if (parts.has('documents')) {
  const { frozenMs, sealedMs } = await benchDocuments(quick ? 5 : 31);
  figures.push(
    { measure: 'contract frozen as PDF/A-3b, warm', value: frozenMs, unit: 'ms', limit: 300, better: 'less' },
    { measure: 'contract sealed, warm', value: sealedMs, unit: 'ms', limit: 300, better: 'less' },
  );
}

if (parts.has('vault')) {
  figures.push(
    ...sealingFigures(await benchSealing(quick ? 3 : 9)),
    ...journalFigures(await benchJournal(quick ? 3 : 9)),
  );
}

const system = await BenchSystem.start(options.profile);
try {
  const small = await system.database('small');
  await fillDatabase(small, SMALL, 100);
  const cached = await system.api(small);
  const uncached = await system.api(small, { SLOTS_CACHE: '0' });
  const starts = await freeStarts(cached.origin);
  if (parts.has('journal')) await measureJournalInProduct();
  if (parts.has('saving')) await measureSaving();
  if (parts.has('sign-in')) await measureSignIn(small);
  if (parts.has('lists')) await measureLists();
  if (parts.has('slots')) await measureSlots(cached.origin, uncached.origin);
  if (parts.has('refusal')) await measureRefusal(cached.origin, starts[0] ?? 0);
  if (parts.has('booking')) await measureBooking(small, cached.origin, starts);
  if (parts.has('growth')) {
    const large = await system.database('large');
    console.error(`filling ${LARGE} practices with ${LARGE * 100} appointments …`);
    await fillDatabase(large, LARGE, 100);
    const big = await system.api(large, { SLOTS_CACHE: '0' });
    const bigCached = await system.api(large);
    await measureGrowth(
      { small: uncached.origin, large: big.origin, largeCached: bigCached.origin },
      cached.origin,
      starts,
    );
    figures.push({
      measure: 'memory of one API process under that load',
      value: residentMegabytes(bigCached.pid),
      unit: 'MB',
      limit: 250,
      better: 'less',
    });
    await Promise.all([big.stop(), bigCached.stop()]);
  }
  if (parts.has('page'))
    figures.push(...(await measurePage(`${cached.origin}/fr/c/${practiceSlug(1)}/alex`)));
} finally {
  await system.stop();
}
report(figures);

function chosenParts(only: string | undefined): ReadonlySet<Part> {
  const wanted = only?.split(',') ?? PARTS;
  const chosen = PARTS.filter((part) => wanted.includes(part));
  if (chosen.length !== wanted.length) throw new Error(`the parts are ${PARTS.join(', ')}`);
  return new Set(chosen);
}

async function measureSignIn(database: BenchDatabase): Promise<void> {
  const api = await system.api(database, { RATE_SIGN_INS_PER_QUARTER_HOUR: '100000000' });
  const { requestMs, hashMs } = await benchSignIn(database, api.origin, quick ? 15 : 60);
  figures.push({
    measure: 'a sign-in over HTTP against one password hash, time',
    value: requestMs / hashMs,
    unit: 'ratio',
    limit: 1.3,
    better: 'less',
    detail: `${requestMs.toFixed(1)} / ${hashMs.toFixed(1)} ms`,
  });
  await api.stop();
}

async function measureJournalInProduct(): Promise<void> {
  const database = await system.database('journal');
  await fillDatabase(database, 1, 0);
  const api = await system.api(database, { RATE_SEALED_PER_MINUTE: '1000000000' });
  const found = await benchJournalInProduct(database, api.origin, quick ? 1 : 5);
  figures.push(...inProductFigures(found));
  await api.stop();
}

async function measureSaving(): Promise<void> {
  const database = await system.database('saving');
  await fillDatabase(database, 1, 0);
  const api = await system.api(database, { RATE_SEALED_PER_MINUTE: '1000000000' });
  const { saved, inserted, pageMs, worstPageMs } = await benchSaving(database, api.origin, {
    entries: LARGE,
    seconds: SECONDS,
    rounds: ROUNDS,
  });
  const size = LARGE.toLocaleString('en');
  ratio(
    'saving a revision over HTTP against a route that does one insert',
    { saved, inserted },
    'saved',
    'inserted',
    0.5,
  );
  figures.push({
    measure: `a page of ${size} sealed entries over HTTP`,
    value: pageMs,
    unit: 'ms',
    limit: 200,
    better: 'less',
    detail: `the slowest ${worstPageMs.toFixed(1)} ms`,
  });
  await api.stop();
}

async function measureLists(): Promise<void> {
  const database = await system.database('lists');
  await fillDatabase(database, 1, 0);
  const api = await system.api(database);
  const { contractsMs, worstContractsMs, peopleMs } = await benchLists(database, api.origin, LARGE);
  const size = LARGE.toLocaleString('en');
  figures.push(
    {
      measure: `a page of ${size} contracts over HTTP`,
      value: contractsMs,
      unit: 'ms',
      limit: 50,
      better: 'less',
      detail: `the slowest ${worstContractsMs.toFixed(1)} ms`,
    },
    { measure: `a page of ${size} people over HTTP`, value: peopleMs, unit: 'ms', limit: 50, better: 'less' },
  );
  await api.stop();
}

async function measureSlots(cachedOrigin: string, uncachedOrigin: string): Promise<void> {
  const path = `/api/public/${practiceSlug(1)}/alex/slots?days=30`;
  const answer = await fetch(cachedOrigin + path);
  const bareSlots = await system.bare(Buffer.from(await answer.arrayBuffer()), {
    'content-type': 'application/json; charset=utf-8',
  });
  const rendered = await fetch(`${cachedOrigin}/fr/c/${practiceSlug(1)}/alex`, {
    headers: { 'accept-encoding': 'identity' },
  });
  const { brotliCompressSync } = await import('node:zlib');
  const barePage = await system.bare(brotliCompressSync(Buffer.from(await rendered.arrayBuffer())), {
    'content-type': 'text/html; charset=utf-8',
    'content-encoding': 'br',
  });
  const rate = await interleaved(
    {
      selectOfCached: () => perSecond(selectOne(cachedOrigin), SECONDS),
      cached: () => perSecond(slots(cachedOrigin, 1), SECONDS),
      selectOfUncached: () => perSecond(selectOne(uncachedOrigin), SECONDS),
      // One calendar after the other, so that nobody's answer is somebody else's.
      uncached: () => perSecond(slots(uncachedOrigin, SMALL), SECONDS),
      bareSlots: () => perSecond(root(bareSlots.origin), SECONDS),
      page: () => perSecond(page(cachedOrigin), SECONDS),
      barePage: () => perSecond(root(barePage.origin), SECONDS),
    },
    ROUNDS,
  );
  ratio('slots over HTTP, uncached, against select 1', rate, 'uncached', 'selectOfUncached', 0.3);
  ratio('slots over HTTP, cached, against select 1', rate, 'cached', 'selectOfCached', 0.6);
  ratio('slots over HTTP, uncached, against bare Fastify', rate, 'uncached', 'bareSlots', 0.1);
  ratio('slots over HTTP, cached, against bare Fastify', rate, 'cached', 'bareSlots', 0.35);
  ratio('rendered page from cache against bare Fastify', rate, 'page', 'barePage', 0.3);
  await Promise.all([bareSlots.stop(), barePage.stop()]);
}

async function measureRefusal(origin: string, start: number): Promise<void> {
  const sent = await fetch(`${origin}/api/public/${practiceSlug(1)}/alex/bookings`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: offGridBody(start),
  });
  const body = Buffer.from(await sent.arrayBuffer());
  const bare = await system.bare(body, { 'content-type': 'application/problem+json' });
  const floor = await system.floor(body, ownHeaders(sent));
  const rate = await interleaved(
    {
      refused: () => perSecond(offGrid(origin, start), SECONDS),
      bare: () =>
        perSecond(
          root(bare.origin, 'POST', () => offGridBody(start)),
          SECONDS,
        ),
      floor: () => perSecond(offGrid(floor.origin, start), SECONDS),
    },
    ROUNDS,
  );
  const floorRatio = (rate['floor'] ?? Number.NaN) / (rate['bare'] ?? Number.NaN);
  ratio(
    'off-grid POST answered 422 against bare Fastify POST',
    rate,
    'refused',
    'bare',
    0.4,
    `, the same checks in bare Fastify ${floorRatio.toPrecision(3)}`,
  );
  await Promise.all([bare.stop(), floor.stop()]);
}

/** Headers that the product sets, without those that every Node server sends by itself. */
function ownHeaders({ headers }: Response): Record<string, string> {
  const theirs = ['connection', 'content-length', 'date', 'keep-alive'];
  return Object.fromEntries([...headers].filter(([name]) => !theirs.includes(name)));
}

async function measureBooking(
  database: BenchDatabase,
  origin: string,
  starts: readonly number[],
): Promise<void> {
  const calendars = await withClient(database.superuser, async (client) => {
    const { rows } = await client.query<{ practice: string; supervisor: string }>(
      `SELECT a.practice_id AS practice, s.id AS supervisor FROM practice_address a JOIN supervisor s USING (practice_id)
       ORDER BY substr(a.slug, 7)::int`,
    );
    return rows;
  });
  // The two take the free starts from opposite ends.
  const half = Math.floor(starts.length / 2);
  const ofHttp = startsInTurn(starts.slice(0, half), SMALL);
  const ofLoop = startsInTurn(starts.slice(half), SMALL);
  const seconds = 1.5;
  const rate = await interleaved(
    {
      http: () => perSecond(bookings(origin, SMALL, ofHttp), seconds),
      loop: () => confirmLoop(database, ofLoop, calendars, seconds),
    },
    ROUNDS,
  );
  ratio('confirming over HTTP against the same SQL in a bare loop', rate, 'http', 'loop', 0.3);
}

async function measureGrowth(
  origins: { small: string; large: string; largeCached: string },
  smallCached: string,
  starts: readonly number[],
): Promise<void> {
  const late = starts.slice(Math.floor(starts.length * 0.45), Math.floor(starts.length / 2));
  const ofSmall = startsInTurn(late, SMALL);
  const ofLarge = startsInTurn(starts, LARGE);
  const rate = await interleaved(
    {
      slotsSmall: () => perSecond(slots(origins.small, SMALL), SECONDS),
      slotsLarge: () => perSecond(slots(origins.large, LARGE), SECONDS),
      bookSmall: () => perSecond(bookings(smallCached, SMALL, ofSmall), 0.5),
      bookLarge: () => perSecond(bookings(origins.largeCached, LARGE, ofLarge), 0.5),
      slotsLargeCached: () => perSecond(slots(origins.largeCached, LARGE), SECONDS),
    },
    ROUNDS,
  );
  const size = `${LARGE.toLocaleString('en')} practices, ${(LARGE * 100).toLocaleString('en')} appointments`;
  ratio(`${size} against ${SMALL} practices: slots`, rate, 'slotsLarge', 'slotsSmall', 0.8);
  ratio(`${size} against ${SMALL} practices: booking`, rate, 'bookLarge', 'bookSmall', 0.8);
}

function ratio(
  measure: string,
  rate: Readonly<Record<string, number>>,
  ours: string,
  theirs: string,
  limit: number,
  besides = '',
): void {
  const [a, b] = [rate[ours] ?? Number.NaN, rate[theirs] ?? Number.NaN];
  figures.push({
    measure,
    value: a / b,
    unit: 'ratio',
    limit,
    better: 'more',
    detail: `${Math.round(a)} / ${Math.round(b)} per second${besides}`,
  });
}

async function freeStarts(origin: string): Promise<number[]> {
  const reply = (await (
    await fetch(`${origin}/api/public/${practiceSlug(1)}/alex/slots?days=60`)
  ).json()) as { days: Record<string, number[]> };
  return Object.entries(reply.days).flatMap(([date, minutes]) =>
    minutes.map((minute) => Date.parse(date) + minute * 60_000),
  );
}

function residentMegabytes(pid: number): number {
  const pages = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(pages) / 1024;
}
