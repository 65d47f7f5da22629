import type { SessionReply } from '@visavis/account';
import { Refusal, type GeneralRefusal } from '@visavis/kernel';
import { Injectable } from '@nestjs/common';
import { Transactions } from '../database/transactions';
import type { Asking } from '../http/asking';

const READ = `
  SELECT a.name, a.email, a.language,
    CASE m.role WHEN 'owner' THEN ARRAY['owner', 'supervisor'] ELSE ARRAY['supervisor'] END AS roles,
    json_build_object('slug', d.slug, 'name', p.name) AS practice,
    json_build_array(json_build_object('slug', d.slug, 'name', p.name)) AS practices,
    json_build_object('enrolled', '{}'::text[], 'needed', false, 'recoveryCodes', 0) AS "secondFactor",
    NULL AS "provenUntil",
    json_build_object('slug', s.slug, 'name', s.name, 'timeZone', s.time_zone) AS supervisor
  FROM practice p
  JOIN practice_address d ON d.practice_id = p.practice_id AND d.current
  JOIN member m ON m.practice_id = p.practice_id AND m.id = $3
  JOIN supervisor s ON s.practice_id = p.practice_id AND s.id = $4
  JOIN account a ON a.id = $2
  WHERE p.practice_id = $1`;

/** What the signed-in client shows of who is signed in. */
@Injectable()
export class ShowSession {
  constructor(private readonly transactions: Transactions) {}

  /** @throws Refusal not-signed-in when the person left the practice meanwhile */
  async show({ practiceId, accountId, memberId, supervisorId }: Asking): Promise<SessionReply> {
    return this.transactions.inPractice(practiceId, accountId, async (transaction) => {
      const rows: SessionReply[] = await transaction.query(READ, [
        practiceId,
        accountId,
        memberId,
        supervisorId,
      ]);
      if (rows[0] === undefined) throw new Refusal<GeneralRefusal>('not-signed-in');
      return rows[0];
    });
  }
}
