import type { Ledger } from './ledger.ts';
import { QUIET, type Stage } from './stage.ts';
import { type Answer, book, type Call, freeStarts, nextPerson } from './visitor.ts';

const VISITORS = 64;

/** 64 visitors want one time, half of them through each process: one gets it, the others hear why not. */
export async function rushOneSlot(stage: Stage, ledger: Ledger): Promise<string[]> {
  const starts = await freeStarts(stage.apiUrls[0], QUIET.hot);
  const start = starts[Math.floor(starts.length / 2)];
  if (start === undefined) throw new Error('no free start');
  const people = Array.from({ length: VISITORS }, nextPerson);
  const answers = await Promise.all(
    people.map((person, index) => book(stage.apiUrls[index % 2 === 0 ? 0 : 1], QUIET.hot, person, start)),
  );
  const winners = answers.flatMap((answer, index) =>
    answer.status === 201 ? [{ call: answer.body as Call, person: people[index] }] : [],
  );
  for (const { call, person } of winners)
    ledger.write({
      act: 'booked',
      email: person?.email ?? '',
      id: call.id,
      supervisor: call.supervisor.slug,
      start: call.start,
      via: 'rush',
    });
  const client = await stage.superuser();
  try {
    const stored = await client.query<{ calls: number; letters: number }>(
      `SELECT count(DISTINCT a.id)::int AS calls, count(l.id) FILTER (WHERE l.kind = 'confirmation')::int AS letters
       FROM appointment a JOIN supervisor s ON s.practice_id = a.practice_id AND s.id = a.supervisor_id
       LEFT JOIN letter l ON l.practice_id = a.practice_id AND l.appointment_id = a.id WHERE s.slug = $1`,
      [QUIET.hot],
    );
    return [...judgeRush(answers), ...judgeStored(stored.rows[0])];
  } finally {
    await client.end();
  }
}

/** One 201 and 63 times "409 time-just-taken". */
export function judgeRush(answers: readonly Pick<Answer, 'status' | 'reason'>[]): string[] {
  const tally = new Map<string, number>();
  for (const { status, reason } of answers) {
    const name = status === 201 ? '201' : `${status} ${reason}`;
    tally.set(name, (tally.get(name) ?? 0) + 1);
  }
  const right = tally.get('201') === 1 && tally.get('409 time-just-taken') === answers.length - 1;
  return right ? [] : [`answered: ${[...tally].map(([name, count]) => `${count} × ${name}`).join(', ')}`];
}

function judgeStored(stored: { calls: number; letters: number } | undefined): string[] {
  if (stored?.calls === 1 && stored.letters === 2) return [];
  return [`stored: ${stored?.calls} calls with ${stored?.letters} confirmations instead of 1 with 2`];
}
