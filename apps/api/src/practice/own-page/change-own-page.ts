import { Refusal, type GeneralRefusal } from '@visavis/kernel';
import { refuse, type OwnPageReply, type OwnPageWish } from '@visavis/practice';
import { Injectable } from '@nestjs/common';
import { randomUUIDv7 } from 'node:crypto';
import { Directory } from '../../booking/calendar/directory';
import { Clock } from '../../clock/clock';
import { Transactions, type Transaction } from '../../database/transactions';
import type { SupervisorAsking } from '../../http/asking';
import { noteAct } from '../audit.queries';
import { lockPractice } from '../lock-practice';

const READ = `
  SELECT s.slug, s.introduction,
    ARRAY(SELECT f.slug FROM supervisor_former_slug f
      WHERE f.practice_id = s.practice_id AND f.supervisor_id = s.id ORDER BY f.id) AS "formerSlugs"
  FROM supervisor s WHERE s.practice_id = $1 AND s.id = $2`;

/** Present and former addresses of the others: a link that somebody gave out never leads to somebody else. */
const TAKEN = `
  SELECT 1 FROM supervisor WHERE practice_id = $1 AND slug = $3 AND id <> $2
  UNION ALL SELECT 1 FROM supervisor_former_slug WHERE practice_id = $1 AND slug = $3 AND supervisor_id <> $2`;

/** What visitors read of a supervisor, and where. The address that is left leads to the new one. */
@Injectable()
export class ChangeOwnPage {
  constructor(
    private readonly transactions: Transactions,
    private readonly directory: Directory,
    private readonly clock: Clock,
  ) {}

  show({ practiceId, accountId, supervisorId }: SupervisorAsking): Promise<OwnPageReply> {
    return this.transactions.inPractice(practiceId, accountId, (transaction) =>
      read(transaction, practiceId, supervisorId),
    );
  }

  /** @throws Refusal slug-taken */
  async change(asking: SupervisorAsking, { slug, introduction }: OwnPageWish): Promise<OwnPageReply> {
    const { practiceId, accountId, supervisorId } = asking;
    const page = await this.transactions.inPractice(practiceId, accountId, async (transaction) => {
      await lockPractice(transaction, practiceId);
      const before = await read(transaction, practiceId, supervisorId);
      if (slug !== before.slug) await readdress(transaction, asking, before.slug, slug);
      await transaction.query(
        'UPDATE supervisor SET slug = $3, introduction = $4 WHERE practice_id = $1 AND id = $2',
        [practiceId, supervisorId, slug, JSON.stringify(introduction)],
      );
      await noteAct(transaction, asking, 'own-page-changed', supervisorId, this.clock.now());
      return read(transaction, practiceId, supervisorId);
    });
    this.directory.forget(practiceId);
    return page;
  }
}

async function readdress(
  transaction: Transaction,
  { practiceId, supervisorId }: SupervisorAsking,
  from: string,
  to: string,
): Promise<void> {
  const taken: unknown[] = await transaction.query(TAKEN, [practiceId, supervisorId, to]);
  if (taken.length > 0) throw refuse('slug-taken');
  await transaction.query('DELETE FROM supervisor_former_slug WHERE practice_id = $1 AND slug = $2', [
    practiceId,
    to,
  ]);
  await transaction.query(
    'INSERT INTO supervisor_former_slug (practice_id, id, supervisor_id, slug) VALUES ($1, $2, $3, $4)',
    [practiceId, randomUUIDv7(), supervisorId, from],
  );
}

async function read(
  transaction: Transaction,
  practiceId: string,
  supervisorId: string,
): Promise<OwnPageReply> {
  const rows: OwnPageReply[] = await transaction.query(READ, [practiceId, supervisorId]);
  if (rows[0] === undefined) throw new Refusal<GeneralRefusal>('not-found');
  return rows[0];
}
