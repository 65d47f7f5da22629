import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Ledger } from './ledger.ts';
import { ask, type Answer, book, type Call, callUrl, nextPerson } from './visitor.ts';

/** What was answered how often, for the report: "201", "409 time-just-taken", "0 ECONNREFUSED" … */
export type Tally = Map<string, number>;

export interface LoadPlan {
  apiUrls: readonly string[];
  /** Free starts per supervisor when the load began; taken ones are refused, which is part of it. */
  starts: ReadonlyMap<string, readonly number[]>;
  ledger: Ledger;
  tally: Tally;
  /** Milliseconds between two visitors of one client, at most. */
  rest: () => number;
}

const PATIENCE_MS = 60_000;

/** Visitors one after the other until `over`; each books, and some move or cancel afterwards. */
export async function keepVisiting(plan: LoadPlan, over: () => boolean): Promise<void> {
  while (!over()) {
    await visit(plan);
    await sleep(Math.random() * plan.rest());
  }
}

async function visit(plan: LoadPlan): Promise<void> {
  const { starts, ledger } = plan;
  const person = nextPerson();
  const { email } = person;
  const supervisor = oneOf([...starts.keys()]);
  const choices = starts.get(supervisor) ?? [];
  const start = oneOf(choices);
  const key = randomUUID();
  // The same key and body each time: whether the lost answer was a booking is the server's to know.
  const wanted = (api: string) => book(api, supervisor, person, start, key);
  const { answer } = await insist(plan, wanted);
  if (answer.status !== 201) return;
  const call = answer.body as Call;
  const acknowledge = ({ id, supervisor, start }: Call) =>
    ledger.write({ act: 'booked', email, id, supervisor: supervisor.slug, start, via: key });
  acknowledge(call);
  // A double click, or an answer that got lost on the visitor's side of the line.
  if (Math.random() < 0.15) {
    const { answer: once } = await insist(plan, wanted);
    if (once.status === 201) acknowledge(once.body as Call);
  }
  if (Math.random() < 0.3) await move(plan, email, call, oneOf(choices));
  if (Math.random() < 0.25) await cancel(plan, email, call);
}

async function move(plan: LoadPlan, email: string, call: Call, start: number): Promise<void> {
  const wish = { start: new Date(start).toISOString() };
  const { answer, unsure } = await insist(plan, (api) => ask('POST', `${callUrl(api, call)}/move`, wish));
  if (answer.status === 200)
    plan.ledger.write({ act: 'moved', email, id: call.id, start: (answer.body as Call).start });
  else if (unsure) plan.ledger.write({ act: 'unsettled', email, id: call.id, wish: { start } });
}

async function cancel(plan: LoadPlan, email: string, call: Call): Promise<void> {
  const { answer, unsure } = await insist(plan, (api) => ask('POST', `${callUrl(api, call)}/cancel`, {}));
  if (answer.status === 200) plan.ledger.write({ act: 'cancelled', email, id: call.id });
  else if (unsure) plan.ledger.write({ act: 'unsettled', email, id: call.id, wish: 'cancel' });
}

/**
 * Asks one process after the other until one answers with something else than "not now". `unsure`: an earlier
 * attempt broke off and may have been carried out.
 */
async function insist(
  plan: LoadPlan,
  request: (apiUrl: string) => Promise<Answer>,
): Promise<{ answer: Answer; unsure: boolean }> {
  const deadline = Date.now() + PATIENCE_MS;
  let unsure = false;
  let turn = Math.floor(Math.random() * plan.apiUrls.length);
  for (;;) {
    const answer = await request(plan.apiUrls[turn++ % plan.apiUrls.length] ?? '');
    const name = `${answer.status} ${answer.reason}`.trim();
    plan.tally.set(name, (plan.tally.get(name) ?? 0) + 1);
    const answered = answer.status !== 0 && answer.status < 500;
    if (answered || Date.now() > deadline) return { answer, unsure };
    // Nobody listened: nothing can have happened.
    unsure ||= answer.reason !== 'ECONNREFUSED';
    await sleep(50 + Math.random() * 150);
  }
}

function oneOf<T>(list: readonly T[]): T {
  const found = list[Math.floor(Math.random() * list.length)];
  if (found === undefined) throw new Error('nothing to choose from');
  return found;
}
