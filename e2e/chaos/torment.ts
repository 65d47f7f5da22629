import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { checkFacts, RULES } from './check-facts.ts';
import { CONTROLS, OVERLAP, runControl } from './controls.ts';
import { lettersUnderWay, readFacts } from './facts.ts';
import { rushOneSlot } from './hot-slot.ts';
import { countDuplicates } from './judge-letters.ts';
import { killAtRandom, type Kills, VICTIMS } from './kill-at-random.ts';
import { Ledger } from './ledger.ts';
import { keepVisiting, type Tally } from './load.ts';
import { surviveMailOutage } from './mail-outage.ts';
import type { Options } from './options.ts';
import { loseTheOutbox } from './outbox-control.ts';
import type { Report } from './report.ts';
import { restartInTurn } from './rolling-restart.ts';
import { rushStaggered, countDeadlocks } from './staggered.ts';
import type { Stage } from './stage.ts';
import { freeStarts } from './visitor.ts';

/** A letter under way when its worker or the database dies may arrive again: four are under way at once. */
const AGAIN_PER_KILL = 4;
const DRAIN_MS = 120_000;

/** The storm, then the calmer trials, then the judgement, then the proof that the judge can say no. */
export async function torment(
  stage: Stage,
  options: Options,
  report: Report,
  ledgerFile: string,
): Promise<void> {
  const ledger = new Ledger(ledgerFile);
  const kills: Kills = { 'api-1': 0, 'api-2': 0, worker: 0, database: 0 };
  await storm(stage, options, report, ledger, kills);

  const client = await stage.superuser();
  try {
    // Meanwhile the queue notices which letters the last killed worker held: that takes it half a minute.
    await trials(stage, report, ledger);
    await report.attempt('every letter that is due leaves', () => drain(client, report));
    const outage = () => surviveMailOutage(stage, ledger);
    await report.attempt('without mail server bookings go on, and each letter arrives once later', outage);
    await judge(stage, client, report, ledger, AGAIN_PER_KILL * (kills.worker + kills.database));
  } finally {
    await client.end();
  }
}

async function trials(stage: Stage, report: Report, ledger: Ledger): Promise<void> {
  report.say('Trials on both processes');
  await report.attempt('64 visitors, one slot: one 201, 63 × 409, one set of letters', () =>
    rushOneSlot(stage, ledger),
  );
  await report.attempt('staggered overlaps over both processes: no deadlock, no error', () =>
    rushStaggered(stage, ledger),
  );
  await report.attempt('a rolling restart under load loses no request', () => restartInTurn(stage, ledger));
}

async function judge(
  stage: Stage,
  client: pg.Client,
  report: Report,
  ledger: Ledger,
  mostDuplicates: number,
): Promise<void> {
  const facts = await readFacts(client, stage.mail.deliveries);
  const violations = checkFacts(ledger.entries, facts, mostDuplicates);
  report.say(
    `Judgement: ${ledger.count('booked')} acknowledged bookings, ${ledger.count('moved')} moves, ${ledger.count('cancelled')} cancellations, ` +
      `${ledger.count('unsettled')} unsettled; ${facts.calls.length} calls, ${facts.letters.length} letters, ` +
      `${facts.deliveries.length} deliveries, ${countDuplicates(facts.deliveries)} of them again with the same Message-ID`,
  );
  for (const rule of RULES)
    report.check(
      rule,
      violations.filter((one) => one.rule === rule).map(({ what }) => what),
    );

  report.say('Controls: the judge must notice');
  for (const control of CONTROLS)
    await report.attempt(control.name, () =>
      runControl(client, control, ledger.entries, stage.mail.deliveries, mostDuplicates),
    );
  await report.attempt('the exclusion constraint alone refuses the same overlap', () =>
    constraintRefuses(client),
  );
  await report.attempt('a live system without outbox is caught', () =>
    loseTheOutbox(stage, client, ledger, mostDuplicates),
  );
}

async function storm(
  stage: Stage,
  options: Options,
  report: Report,
  ledger: Ledger,
  kills: Kills,
): Promise<void> {
  const starts = new Map<string, readonly number[]>();
  for (const slug of stage.slugs) starts.set(slug, await freeStarts(stage.apiUrls[0], slug));
  const tally: Tally = new Map();
  const begin = Date.now();
  const tooLong = () => Date.now() - begin > options.patienceMs;
  const longEnough = () =>
    tooLong() || (Date.now() - begin > options.loadMs && ledger.count('booked') >= options.bookings);
  let killing = true;
  const over = () => !killing && longEnough();
  // Enough is enough: on a slow machine the kills take longer, and every booking has letters to wait for.
  const rest = () =>
    options.mode === 'long' || ledger.count('booked') < options.bookings * 1.5
      ? options.rest
      : options.rest * 8;
  const plan = { apiUrls: stage.apiUrls, starts, ledger, tally, rest };
  const clients = Array.from({ length: options.clients }, () => keepVisiting(plan, over));
  await killAtRandom(stage, options, kills, { enough: longEnough, tooLong }).finally(() => (killing = false));
  await Promise.all(clients);
  const deadlocks = countDeadlocks(stage.databaseLog());

  report.say(
    `Storm of ${((Date.now() - begin) / 1000).toFixed(1)} s: kills ${VICTIMS.map((victim) => `${victim} ${kills[victim]}`).join(', ')}`,
  );
  const answers = [...tally].toSorted(([, a], [, b]) => b - a).map(([name, count]) => `${count} × ${name}`);
  report.say(`  answers: ${answers.join(', ')}`);
  const few = VICTIMS.filter((victim) => kills[victim] < options.killsEach);
  report.check(
    `kill -9 of every victim at least ${options.killsEach} times`,
    few.map((victim) => `${victim}: ${kills[victim]}`),
  );
  const booked = ledger.count('booked');
  report.check(
    `at least ${options.bookings} acknowledged bookings`,
    booked >= options.bookings ? [] : [`${booked}`],
  );
  const faults = [...tally].filter(([name]) => name.startsWith('500'));
  report.check(
    'whoever could not be served heard 503, never 500',
    faults.map(([name, count]) => `${count} × ${name}`),
  );
  report.check('no deadlock in the database’s log', deadlocks === 0 ? [] : [`${deadlocks}`]);
}

async function drain(client: pg.Client, report: Report): Promise<string[]> {
  const begin = Date.now();
  const deadline = begin + DRAIN_MS;
  const atFirst = await lettersUnderWay(client);
  for (;;) {
    const left = await lettersUnderWay(client);
    if (left === 0) {
      report.say(
        `  ${atFirst} letters were under way, the last left after ${((Date.now() - begin) / 1000).toFixed(1)} s`,
      );
      return [];
    }
    if (Date.now() > deadline) return [`${left} letters are still under way after ${DRAIN_MS / 1000} s`];
    await sleep(250);
  }
}

/** The tampering of the first control, constraint left in place. */
async function constraintRefuses(client: pg.Client): Promise<string[]> {
  try {
    await client.query(OVERLAP[1]);
    return ['an overlapping row was stored'];
  } catch (error) {
    const code = (error as { code?: string }).code;
    return code === '23P01' ? [] : [`refused with ${code} instead of 23P01`];
  }
}
