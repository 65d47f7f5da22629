import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { DemoClient } from './demo-client.ts';
import { DEMO_ACCOUNTS } from './demo-content.ts';
import { appointmentsAround, bookDemoCall, fillDemoWeek } from './demo-week.ts';
import { anyFreePort } from './free-port.ts';
import { demoBegin, planDemoCalls, type DemoCall } from './plan-demo-calls.ts';
import { planDemoStops, type DemoStop } from './plan-demo-stops.ts';
import { products, PROGRAM_FLAGS } from './project.ts';
import type { RunProcess, System } from './start-system.ts';
import { isOk, waitUntil } from './wait-until.ts';

interface Letter {
  readonly dueAt: number;
  readonly state: string;
}

const DEMO_CLOCK = pathToFileURL(join(import.meta.dirname, 'demo-clock.mjs')).href;

/**
 * Ten days of the demo practice before now, through an API and a worker of their own whose clock is turned back and
 * then goes on from stop to stop: hours and blocks, calls booked at their time, reminded of, and noted when over.
 * The worker of the present must not run yet: to it, all these letters come too late.
 */
export async function makeDemoPast(system: System, run: RunProcess, folder: string): Promise<void> {
  const clock = new DemoClock(join(folder, 'demo-clock'), Date.now());
  clock.set(demoBegin(clock.present));
  const [pages, operations, workerOperations] = await Promise.all([
    anyFreePort(),
    anyFreePort(),
    anyFreePort(),
  ]);
  const env = {
    ...system.environment,
    PORT: String(pages),
    OPERATIONS_PORT: String(operations),
    WORKER_OPERATIONS_PORT: String(workerOperations),
    VISAVIS_DEMO_CLOCK: clock.file,
  };
  const flags = [...PROGRAM_FLAGS, '--import', DEMO_CLOCK];
  const log = (name: string) => join(folder, 'logs', `demo-${name}.log`);
  const past = { ...system, apiUrl: `http://127.0.0.1:${pages}` };
  const programs = [
    await run({ name: "the demo's API", script: products.api, flags, env, log: log('api') }),
    await run({ name: "the demo's worker", script: products.worker, flags, env, log: log('worker') }),
  ];
  await waitUntil(
    'The API of the demo should become ready',
    () => isOk(`${past.apiUrl}/health/ready`),
    60_000,
  );
  await new PastWeek(past, clock).live();
  for (const program of programs) await program.stop();
}

/** Kept in a file that the programs read whenever they ask for the time. */
class DemoClock {
  readonly file: string;
  /** The moment up to which the past is made. */
  readonly present: number;
  #offset = 0;

  constructor(file: string, present: number) {
    this.file = file;
    this.present = present;
  }

  /** Goes on from here. */
  set(moment: number): void {
    this.#offset = moment - Date.now();
    writeFileSync(`${this.file}.next`, String(this.#offset));
    renameSync(`${this.file}.next`, this.file); // never half written
  }

  now(): number {
    return Date.now() + this.#offset;
  }
}

/** A session unused for a day is over. */
const SIGN_IN_AFTER = 20 * 3_600_000;

class PastWeek {
  readonly #system: System;
  readonly #clock: DemoClock;
  readonly #visitor: DemoClient;
  readonly #supervisors = new Map<string, { client: DemoClient; signedInAt: number }>();
  /** Ids of booked calls, by last name. */
  readonly #ids = new Map<string, string>();

  constructor(system: System, clock: DemoClock) {
    this.#system = system;
    this.#clock = clock;
    this.#visitor = new DemoClient(system, () => clock.now());
  }

  async live(): Promise<void> {
    for (const { slug, timeZone } of DEMO_ACCOUNTS)
      await fillDemoWeek(await this.supervisor(slug), slug, timeZone, this.#clock.present);
    const { present } = this.#clock;
    for (const stop of planDemoStops(planDemoCalls(present), present)) await this.stop(stop);
    for (const { client } of this.#supervisors.values()) await client.send('DELETE', '/api/session');
  }

  private async stop({ at, books, notes, reminds }: DemoStop): Promise<void> {
    this.#clock.set(at);
    for (const call of books) await this.book(call);
    for (const call of notes) {
      const supervisor = await this.supervisor(call.with);
      await supervisor.send('POST', `/api/appointments/${this.idOf(call)}/outcome`, {
        outcome: call.outcome,
      });
    }
    for (const call of new Set([...books, ...notes, ...reminds])) await this.lettersLeave(call);
  }

  private async book(call: DemoCall): Promise<void> {
    const supervisor = await this.supervisor(call.with);
    await bookDemoCall(call, this.#visitor, supervisor);
    for (const { id, lastName } of await appointmentsAround(supervisor, this.#clock.present))
      if (lastName === call.person.lastName) this.#ids.set(lastName, id);
  }

  private async lettersLeave(call: DemoCall): Promise<void> {
    const supervisor = await this.supervisor(call.with);
    await waitUntil(
      'The letters of the demo should leave',
      async () => {
        const detail = await supervisor.send('GET', `/api/appointments/${this.idOf(call)}`);
        return (detail as { letters: Letter[] }).letters.every(
          ({ dueAt, state }) => dueAt > this.#clock.now() || (state !== 'planned' && state !== 'sending'),
        );
      },
      30_000,
    );
  }

  private idOf({ person }: DemoCall): string {
    return this.#ids.get(person.lastName) ?? '';
  }

  private async supervisor(slug: string): Promise<DemoClient> {
    const known = this.#supervisors.get(slug);
    if (known !== undefined && this.#clock.now() - known.signedInAt < SIGN_IN_AFTER) return known.client;
    const account = DEMO_ACCOUNTS.find((candidate) => candidate.slug === slug);
    if (account === undefined) throw new Error(`Nobody in the demo is ${slug}.`);
    const client = await new DemoClient(this.#system, () => this.#clock.now()).signIn(account);
    this.#supervisors.set(slug, { client, signedInAt: this.#clock.now() });
    return client;
  }
}
