import type pg from 'pg';
import { checkFacts } from './check-facts.ts';
import { readFacts } from './facts.ts';
import type { Ledger } from './ledger.ts';
import { QUIET, type Stage } from './stage.ts';
import { book, type Call, freeStarts, nextPerson } from './visitor.ts';

/**
 * Not tampered facts but a tampered system: letters are swallowed while a visitor books through the API, who is
 * told 201 all the same. The last thing a run does, since that call stays without letters.
 */
export async function loseTheOutbox(
  stage: Stage,
  client: pg.Client,
  ledger: Ledger,
  mostDuplicates: number,
): Promise<string[]> {
  await client.query(
    `CREATE FUNCTION swallow() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'`,
  );
  await client.query('GRANT EXECUTE ON FUNCTION swallow TO public');
  await client.query(
    'CREATE TRIGGER swallow BEFORE INSERT ON letter FOR EACH ROW EXECUTE FUNCTION swallow()',
  );
  try {
    const person = nextPerson();
    const starts = await freeStarts(stage.apiUrls[0], QUIET.calm);
    const answer = await book(stage.apiUrls[0], QUIET.calm, person, starts[0] ?? 0);
    if (answer.status !== 201) return [`the booking was answered ${answer.status} ${answer.reason}`];
    const { id, supervisor, start } = answer.body as Call;
    ledger.write({
      act: 'booked',
      email: person.email,
      id,
      supervisor: supervisor.slug,
      start,
      via: 'no outbox',
    });
    const found = checkFacts(ledger.entries, await readFacts(client, stage.mail.deliveries), mostDuplicates);
    const noticed = found.some(({ rule, what }) => rule === 'letters-written' && what.includes(id));
    return noticed ? [] : ['the checker did not miss the letters'];
  } finally {
    await client.query('DROP TRIGGER swallow ON letter');
  }
}
