import type { ContractsQuery, ContractsReply } from '@visavis/supervision';
import { Injectable } from '@nestjs/common';
import { Transactions } from '../../database/transactions';
import type { Asking } from '../../http/asking';
import { malformed } from '../../http/shape';
import { SUMMARY_COLUMNS, SUMMARY_JOINS, summaryOf, type SummaryRow } from './summary.table';

/** Contracts of one page. */
const PAGE = 50;

/** What waits for who asks, in either part. */
const WAITS_FOR_ME = `((c.supervisor_id = $2 AND c.waits_for IN ('supervisor', 'both'))
  OR (c.coach_member_id = $3 AND c.waits_for IN ('coach', 'both')))`;

/**
 * $1 practice, $2 supervisor, $3 member, $4 and $5 the last contract of the page before, $6 state, $7 pattern of a
 * name, $8 only what waits for who asks, $9 how many. Each way of looking walks its own index from where the page
 * before stopped.
 */
const walk = (whose: string) => `
  (SELECT c.id FROM contract c
   WHERE c.practice_id = $1 ${whose} AND (c.updated_at, c.id) < ($4, $5) AND ($6::text IS NULL OR c.state = $6)
     AND ($7::text IS NULL OR c.coach_name ILIKE $7 OR EXISTS (
       SELECT 1 FROM supervisor s WHERE s.practice_id = $1 AND s.id = c.supervisor_id AND s.name ILIKE $7))
     AND (NOT $8 OR ${WAITS_FOR_ME})
   ORDER BY c.updated_at DESC, c.id DESC LIMIT $9)`;
const page = (ids: string) => `
  SELECT ${SUMMARY_COLUMNS} FROM contract c ${SUMMARY_JOINS}
  WHERE c.practice_id = $1 AND c.id IN (${ids})
  ORDER BY c.updated_at DESC, c.id DESC LIMIT $9`;

const OF_EVERYBODY = page(walk(''));
const OWN = page(`${walk('AND c.supervisor_id = $2')} UNION ${walk('AND c.coach_member_id = $3')}`);

/** Contracts at a glance, what was changed last first; an owner sees those of the practice, everybody else their own. */
@Injectable()
export class ListContracts {
  constructor(private readonly transactions: Transactions) {}

  /** @throws Refusal malformed for an `after` that is none of ours */
  async list(asking: Asking, query: ContractsQuery): Promise<ContractsReply> {
    const after = readCursor(query.after);
    const rows = await this.transactions.inPractice(asking.practiceId, asking.accountId, (transaction) =>
      transaction.query<SummaryRow[]>(asking.roles.includes('owner') ? OF_EVERYBODY : OWN, [
        asking.practiceId,
        asking.supervisorId,
        asking.memberId,
        new Date(after.at),
        after.id,
        query.state ?? null,
        query.search === undefined ? null : `%${query.search.replace(/[\\%_]/g, '\\$&')}%`,
        query.waitsFor === 'me',
        PAGE + 1,
      ]),
    );
    const shown = rows.slice(0, PAGE);
    const last = shown.at(-1);
    return {
      contracts: shown.map(summaryOf),
      next: rows.length <= PAGE || last === undefined ? null : cursor(last.updated_at.getTime(), last.id),
    };
  }
}

/** After everything: the first page. */
const BEGINNING = { at: Date.parse('9999-01-01'), id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' };
const CURSOR = /^(\d{1,15})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

function cursor(at: number, id: string): string {
  return `${at}.${id}`;
}

function readCursor(text: string | undefined): { at: number; id: string } {
  if (text === undefined) return BEGINNING;
  const [, at, id] = CURSOR.exec(text) ?? [];
  if (at === undefined || id === undefined) throw malformed([{ field: 'after', code: 'invalid' }]);
  return { at: Number(at), id };
}
