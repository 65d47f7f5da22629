import { DAY } from '@visavis/kernel';
import type { AuditQuery, AuditReply } from '@visavis/practice';
import { Injectable } from '@nestjs/common';
import { Transactions } from '../../database/transactions';
import type { Asking } from '../../http/asking';

// `before` is the last event of the page before: its moment is looked up, so that no cursor can be made up.
const LIST = `
  SELECT e.id, (extract(epoch FROM e.at) * 1000)::float8 AS at, e.actor, e.act, e.object_id AS "objectId",
    CASE WHEN m.id IS NOT NULL THEN json_build_object('id', m.id, 'name', m.name) END AS member
  FROM (
    SELECT a.* FROM audit_event a
    WHERE a.practice_id = $1
      AND ($2::text IS NULL OR a.act = $2) AND ($3::text IS NULL OR a.actor = $3)
      AND ($4::uuid IS NULL OR a.member_id = $4) AND ($5::uuid IS NULL OR a.object_id = $5)
      AND ($6::timestamptz IS NULL OR a.at >= $6) AND ($7::timestamptz IS NULL OR a.at < $7)
      AND ($8::uuid IS NULL OR (a.at, a.id) < (
        SELECT b.at, b.id FROM audit_event b WHERE b.practice_id = $1 AND b.id = $8))
    ORDER BY a.at DESC, a.id DESC LIMIT $9) e
  LEFT JOIN member m ON m.practice_id = e.practice_id AND m.id = e.member_id
  ORDER BY e.at DESC, e.id DESC`;

/** Who did what to what, the newest first; never what it said. */
@Injectable()
export class ListAudit {
  constructor(private readonly transactions: Transactions) {}

  list({ practiceId, accountId }: Asking, query: AuditQuery): Promise<AuditReply> {
    const { size } = query;
    const values = [
      practiceId,
      query.act ?? null,
      query.actor ?? null,
      query.memberId ?? null,
      query.objectId ?? null,
      query.from === undefined ? null : new Date(Date.parse(query.from)),
      query.to === undefined ? null : new Date(Date.parse(query.to) + DAY),
      query.before ?? null,
      size + 1,
    ];
    return this.transactions.inPractice(practiceId, accountId, async (transaction) => {
      const events: AuditReply['events'] = await transaction.query(LIST, values);
      const page = events.slice(0, size);
      return { events: page, next: events.length > size ? (page.at(-1)?.id ?? null) : null };
    });
  }
}
