import type { SessionReply } from '@visavis/account';
import { Refusal, type GeneralRefusal } from '@visavis/kernel';
import { Injectable } from '@nestjs/common';
import { Transactions } from '../database/transactions';
import type { Asking } from '../http/asking';
import { PROOF_LIFE } from '../http/asking.guard';

const READ = `
  SELECT m.name, m.email, m.language, m.roles,
    json_build_object('slug', d.slug, 'name', p.name) AS practice,
    list_own_practices($2, $1) AS practices,
    CASE WHEN s.id IS NOT NULL THEN json_build_object('slug', s.slug, 'name', s.name, 'timeZone', s.time_zone) END
      AS supervisor,
    json_build_object('enrolled', '{}'::text[], 'needed', false, 'recoveryCodes', 0) AS "secondFactor"
  FROM practice p
  JOIN practice_address d ON d.practice_id = p.practice_id AND d.current
  JOIN member m ON m.practice_id = p.practice_id AND m.id = $3
  LEFT JOIN supervisor s ON s.practice_id = p.practice_id AND s.id = $4
  WHERE p.practice_id = $1`;

/** What the signed-in client shows of who is signed in. */
@Injectable()
export class ShowSession {
  constructor(private readonly transactions: Transactions) {}

  /** @throws Refusal not-signed-in when the person left the practice meanwhile */
  async show(asking: Asking): Promise<SessionReply> {
    const { practiceId, accountId, memberId, supervisorId, provenAt } = asking;
    return this.transactions.inPractice(practiceId, accountId, async (transaction) => {
      const rows: Omit<SessionReply, 'provenUntil'>[] = await transaction.query(READ, [
        practiceId,
        accountId,
        memberId,
        supervisorId,
      ]);
      if (rows[0] === undefined) throw new Refusal<GeneralRefusal>('not-signed-in');
      return { ...rows[0], provenUntil: provenAt === null ? null : provenAt + PROOF_LIFE };
    });
  }
}
