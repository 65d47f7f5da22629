import { emailText, type BlockedContactsReply, type BlockedContactWish } from '@visavis/booking';
import { Refusal, type GeneralRefusal } from '@visavis/kernel';
import { Injectable } from '@nestjs/common';
import { randomUUIDv7 } from 'node:crypto';
import { Clock } from '../../clock/clock';
import { Transactions, type Transaction } from '../../database/transactions';
import type { SupervisorAsking } from '../../http/asking';
import { malformed } from '../../http/shape';
import { noteAct } from '../../practice/audit.queries';
import { readPhone } from '../public/read-phone';

/**
 * People who may not book with this supervisor, by address or number, each in the form bookings are compared
 * in. They get the general text about limits: nobody is told that they are on a list.
 */
@Injectable()
export class BlockedContacts {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  list(asking: SupervisorAsking): Promise<BlockedContactsReply> {
    return this.transactions.inPractice(asking.practiceId, asking.accountId, (transaction) =>
      read(transaction, asking),
    );
  }

  /** Adding what is there already changes nothing. @throws Refusal malformed naming `value` */
  add(asking: SupervisorAsking, wish: BlockedContactWish): Promise<BlockedContactsReply> {
    const { practiceId, accountId, supervisorId } = asking;
    return this.transactions.inPractice(practiceId, accountId, async (transaction) => {
      const value =
        wish.kind === 'email'
          ? readEmail(wish.value)
          : readPhone(wish.value, await countryOf(transaction, asking), 'value');
      const id = randomUUIDv7();
      const now = this.clock.now();
      const added: unknown[] = await transaction.query(
        `INSERT INTO blocked_contact (practice_id, id, supervisor_id, kind, value, created_at)
         VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT ON CONSTRAINT blocked_contact_once DO NOTHING RETURNING id`,
        [practiceId, id, supervisorId, wish.kind, value, new Date(now)],
      );
      if (added.length > 0) await noteAct(transaction, asking, 'contact-blocked', id, now);
      return read(transaction, asking);
    });
  }

  /** @throws Refusal not-found */
  remove(asking: SupervisorAsking, id: string): Promise<BlockedContactsReply> {
    const { practiceId, accountId, supervisorId } = asking;
    return this.transactions.inPractice(practiceId, accountId, async (transaction) => {
      const [, removed]: [unknown[], number] = await transaction.query(
        'DELETE FROM blocked_contact WHERE practice_id = $1 AND supervisor_id = $2 AND id = $3',
        [practiceId, supervisorId, id],
      );
      if (removed === 0) throw new Refusal<GeneralRefusal>('not-found');
      await noteAct(transaction, asking, 'contact-unblocked', id, this.clock.now());
      return read(transaction, asking);
    });
  }
}

async function read(
  transaction: Transaction,
  { practiceId, supervisorId }: SupervisorAsking,
): Promise<BlockedContactsReply> {
  const contacts: BlockedContactsReply['contacts'] = await transaction.query(
    'SELECT id, kind, value FROM blocked_contact WHERE practice_id = $1 AND supervisor_id = $2 ORDER BY id',
    [practiceId, supervisorId],
  );
  return { contacts };
}

async function countryOf(transaction: Transaction, { practiceId }: SupervisorAsking): Promise<string> {
  const rows: { country: string }[] = await transaction.query(
    'SELECT country FROM practice WHERE practice_id = $1',
    [practiceId],
  );
  if (rows[0] === undefined) throw new Refusal<GeneralRefusal>('not-found');
  return rows[0].country;
}

function readEmail(typed: string): string {
  const parsed = emailText.safeParse(typed);
  if (!parsed.success) throw malformed([{ field: 'value', code: 'invalid-email' }]);
  return parsed.data.toLowerCase();
}
