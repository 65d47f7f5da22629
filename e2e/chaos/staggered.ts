import type { Ledger } from './ledger.ts';
import { QUIET, type Stage } from './stage.ts';
import { book, type Call, freeStarts, nextPerson } from './visitor.ts';

const ROUNDS = 12;
const EACH = 6;
const QUARTER = 15 * 60_000;

/**
 * Three starts a quarter of an hour apart, calls of half an hour: every range overlaps its neighbour without
 * being equal, the order in which unlocked inserts deadlock. Many at once through both processes, day by day.
 */
export async function rushStaggered(stage: Stage, ledger: Ledger): Promise<string[]> {
  const problems: string[] = [];
  const deadlocksBefore = countDeadlocks(stage.databaseLog());
  const free = new Set(await freeStarts(stage.apiUrls[0], QUIET.staggered));
  const firsts = [...Map.groupBy(free, (start) => Math.floor(start / 86_400_000)).values()]
    .flatMap((day) => day.find((start) => free.has(start + QUARTER) && free.has(start + 2 * QUARTER)) ?? [])
    .slice(0, ROUNDS);
  if (firsts.length < ROUNDS) problems.push(`only ${firsts.length} days with three starts`);
  for (const first of firsts) {
    const wishes = Array.from({ length: 3 * EACH }, (_, index) => first + (index % 3) * QUARTER);
    const answers = await Promise.all(
      wishes.map(async (start, index) => {
        const person = nextPerson();
        const answer = await book(
          stage.apiUrls[Math.floor(index / 3) % 2 === 0 ? 0 : 1],
          QUIET.staggered,
          person,
          start,
        );
        if (answer.status === 201) {
          const call = answer.body as Call;
          ledger.write({
            act: 'booked',
            email: person.email,
            id: call.id,
            supervisor: call.supervisor.slug,
            start: call.start,
            via: 'staggered',
          });
        }
        return answer;
      }),
    );
    // With the buffer each call fills three quarters, so that one of the three starts is all there is room for.
    const booked = answers.filter(({ status }) => status === 201).length;
    const odd = answers.filter(
      ({ status, reason }) => status !== 201 && `${status} ${reason}` !== '409 time-just-taken',
    );
    if (booked !== 1) problems.push(`${new Date(first).toISOString()}: ${booked} booked instead of 1`);
    for (const { status, reason } of odd)
      problems.push(`${new Date(first).toISOString()}: answered ${status} ${reason}`);
  }
  const deadlocks = countDeadlocks(stage.databaseLog()) - deadlocksBefore;
  if (deadlocks > 0) problems.push(`${deadlocks} deadlocks (40P01) in the database's log`);
  return problems;
}

export function countDeadlocks(log: string): number {
  return log.split('deadlock detected').length - 1;
}
