import { waitUntil } from '../../apps/launch/src/wait-until.ts';
import type { Ledger } from './ledger.ts';
import { QUIET, type Stage } from './stage.ts';
import { book, type Call, freeStarts, nextPerson } from './visitor.ts';

const VISITORS = 5;

/** The mail server goes away; bookings go on, and once it is back every letter arrives, once. */
export async function surviveMailOutage(stage: Stage, ledger: Ledger): Promise<string[]> {
  const problems: string[] = [];
  const client = await stage.superuser();
  await stage.mail.close();
  const ids: string[] = [];
  const readers: string[] = [];
  try {
    const starts = await freeStarts(stage.apiUrls[0], QUIET.calm);
    // Far enough apart not to touch each other.
    for (let visitor = 0; visitor < VISITORS; visitor++) {
      const person = nextPerson();
      const answer = await book(
        stage.apiUrls[visitor % 2 === 0 ? 0 : 1],
        QUIET.calm,
        person,
        starts.at(-1 - visitor * 8) ?? 0,
      );
      if (answer.status !== 201)
        problems.push(`without a mail server a booking was answered ${answer.status} ${answer.reason}`);
      else {
        const { id, supervisor, start } = answer.body as Call;
        ledger.write({
          act: 'booked',
          email: person.email,
          id,
          supervisor: supervisor.slug,
          start,
          via: 'mail outage',
        });
        ids.push(id);
        readers.push(person.email);
      }
    }
    const count = async (condition: string) => {
      const found = await client.query<{ count: number }>(
        `SELECT count(*)::int AS count FROM letter WHERE appointment_id = ANY($1::uuid[]) AND kind = 'confirmation' AND ${condition}`,
        [ids],
      );
      return found.rows[0]?.count ?? 0;
    };
    const tried = async () => (await count(`state = 'planned' AND failure IS NOT NULL`)) >= ids.length;
    await waitUntil('Letters should be tried in vain', tried, 30_000);
    await stage.mail.open();
    const sent = async () => (await count(`state = 'sent'`)) === 2 * ids.length;
    await waitUntil('The letters should leave once the mail server is back', sent, 60_000);
  } finally {
    await client.end();
    if (!stage.mail.isOpen()) await stage.mail.open();
  }
  for (const reader of readers) {
    const copies = stage.mail.to(reader).length;
    if (copies !== 1) problems.push(`${reader} got ${copies} confirmations`);
  }
  return problems;
}
