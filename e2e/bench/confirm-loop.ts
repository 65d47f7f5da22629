import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { BenchDatabase } from './bench-system.ts';

/** The statement that the API confirms with, in a bare loop over as many connections: bookings per second. */
export async function confirmLoop(
  database: BenchDatabase,
  takeStart: () => { practice: number; start: number },
  calendars: readonly { readonly practice: string; readonly supervisor: string }[],
  seconds: number,
  connections = 8,
): Promise<number> {
  const pool = new pg.Pool({ connectionString: database.app, max: connections });
  const until = performance.now() + seconds * 1000;
  let booked = 0;
  const one = async () => {
    while (performance.now() < until) {
      const { practice, start } = takeStart();
      const calendar = calendars[practice % calendars.length];
      if (calendar === undefined) throw new Error('no such calendar');
      const { rows } = await pool.query<{ result: string }>({
        name: 'confirm',
        text: CONFIRM,
        values: values(calendar, start),
      });
      if (rows[0]?.result !== 'booked') throw new Error(`the loop got ${rows[0]?.result}`);
      booked++;
    }
  };
  await Promise.all(Array.from({ length: connections }, one));
  await pool.end();
  return booked / seconds;
}

const CONFIRM = `SELECT result FROM confirm_booking($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16,
  $17, $18, $19, $20)`;

let counter = 0;

function values(
  { practice, supervisor }: { practice: string; supervisor: string },
  start: number,
): unknown[] {
  const [from, to, now] = [new Date(start), new Date(start + 1_800_000), new Date()];
  const number = String(counter++).padStart(8, '0');
  const intake = {
    firstName: 'Bench',
    lastName: 'Loop',
    email: `loop-${number}-${randomUUID()}@example.org`,
    phone: `+337${number}`,
    reason: 'other',
    words: 'A few words about what brings me here.',
    language: 'fr',
    timeZone: 'Europe/Paris',
  };
  const letters = ['confirmation', 'reminder-24h', 'reminder-1h'].flatMap((kind) =>
    ['visitor', 'supervisor'].map((recipient) => ({
      id: randomUUID(),
      kind,
      recipient,
      language: 'fr',
      due_at: from,
    })),
  );
  const key = Buffer.from(randomUUID().replaceAll('-', '').repeat(2), 'hex');
  return [
    practice,
    supervisor,
    null,
    now,
    randomUUID(),
    from,
    to,
    from,
    to,
    null,
    null,
    null,
    'public',
    null,
    JSON.stringify(intake),
    JSON.stringify(letters),
    randomUUID(),
    randomUUID(),
    key,
    key,
  ];
}
