import { needsSecondFactor, type SecondFactor, type SessionReply } from '@visavis/account';
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
    ARRAY(SELECT DISTINCT c.kind FROM credential c
      WHERE c.account_id = $2 AND c.kind IN ('totp', 'passkey') AND NOT c.waiting ORDER BY c.kind DESC) AS enrolled,
    (SELECT count(*)::int FROM credential c WHERE c.account_id = $2 AND c.kind = 'recovery-code') AS "recoveryCodes",
    (SELECT t.second_factor_at IS NULL FROM session t WHERE t.id = $5) AS open
  FROM practice p
  JOIN practice_address d ON d.practice_id = p.practice_id AND d.current
  JOIN member m ON m.practice_id = p.practice_id AND m.id = $3
  LEFT JOIN supervisor s ON s.practice_id = p.practice_id AND s.id = $4
  WHERE p.practice_id = $1`;

interface SessionRow extends Omit<SessionReply, 'provenUntil' | 'secondFactor'> {
  readonly enrolled: SecondFactor[];
  readonly recoveryCodes: number;
  /** No second factor has been given in this session. */
  readonly open: boolean;
}

/** What the signed-in client shows of who is signed in. */
@Injectable()
export class ShowSession {
  constructor(private readonly transactions: Transactions) {}

  /** @throws Refusal not-signed-in when the person left the practice meanwhile */
  async show(asking: Asking): Promise<SessionReply> {
    const { sessionId, practiceId, accountId, memberId, supervisorId, provenAt } = asking;
    return this.transactions.inPractice(practiceId, accountId, async (transaction) => {
      const rows: SessionRow[] = await transaction.query(READ, [
        practiceId,
        accountId,
        memberId,
        supervisorId,
        sessionId,
      ]);
      if (rows[0] === undefined) throw new Refusal<GeneralRefusal>('not-signed-in');
      const { enrolled, recoveryCodes, open, ...session } = rows[0];
      const needed = open && enrolled.length === 0 && needsSecondFactor(session.roles);
      return {
        ...session,
        secondFactor: { enrolled, needed, recoveryCodes },
        provenUntil: provenAt === null ? null : provenAt + PROOF_LIFE,
      };
    });
  }
}
