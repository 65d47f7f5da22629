import { setTimeout as sleep } from 'node:timers/promises';
import { isOk } from '../../apps/launch/src/wait-until.ts';
import type { Ledger } from './ledger.ts';
import { PRACTICE, QUIET, type Stage } from './stage.ts';
import { ask, type Answer, book, type Call, freeStarts, nextPerson } from './visitor.ts';

const CLIENTS = 6;
const FEWEST = 100;
/** Of a client's looks at the times so many lead to one booking. */
const BOOK_EVERY = 4;

/**
 * SIGTERM for one API process after the other while people look and book. Requests go in turn to the processes
 * that call themselves ready, as a proxy would send them; nothing is repeated, so nothing may fail.
 */
export async function restartInTurn(stage: Stage, ledger: Ledger): Promise<string[]> {
  const problems: string[] = [];
  const starts = await freeStarts(stage.apiUrls[0], QUIET.calm);
  const proxy = watchReadiness(stage.apiUrls);
  let over = false;
  let answered = 0;
  const look = async () => {
    for (let round = 0; !over; round++) {
      const page = await ask('GET', `${proxy.next()}/api/public/${PRACTICE}/${QUIET.calm}/slots?days=30`);
      judge(page, [200]);
      if (round % BOOK_EVERY > 0) continue;
      const start = starts.splice(Math.floor(Math.random() * starts.length), 1)[0];
      if (start === undefined) return;
      const person = nextPerson();
      const booked = await book(proxy.next(), QUIET.calm, person, start);
      judge(booked, [201, 409]);
      if (booked.status !== 201) continue;
      const { id, supervisor, start: at } = booked.body as Call;
      ledger.write({
        act: 'booked',
        email: person.email,
        id,
        supervisor: supervisor.slug,
        start: at,
        via: 'rolling restart',
      });
    }
  };
  const judge = ({ status, reason }: Answer, expected: readonly number[]) => {
    answered++;
    if (!expected.includes(status)) problems.push(`answered ${status} ${reason}`);
  };
  const clients = Array.from({ length: CLIENTS }, look);
  for (const [index, api] of stage.apis.entries()) {
    await sleep(300);
    const code = await api.end();
    if (code !== 0) problems.push(`api-${index + 1} ended with ${code === null ? 'a kill' : `code ${code}`}`);
    await api.start();
    await sleep(300);
  }
  over = true;
  await Promise.all(clients);
  proxy.stop();
  if (answered < FEWEST)
    problems.push(`only ${answered} requests were under way, ${FEWEST} would prove something`);
  return problems;
}

/** Asks each process's readiness every 50 ms and hands out the ready ones in turn. */
function watchReadiness(urls: readonly string[]) {
  let ready = [...urls];
  let turn = 0;
  let stopped = false;
  const watch = async () => {
    while (!stopped) {
      const states = await Promise.all(urls.map((url) => isOk(`${url}/health/ready`)));
      ready = urls.filter((_, index) => states[index]);
      await sleep(50);
    }
  };
  void watch();
  return {
    next: () => ready[turn++ % ready.length] ?? urls[0] ?? '',
    stop: () => void (stopped = true),
  };
}
