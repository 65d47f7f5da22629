import type { PracticeSettingsReply } from '@visavis/practice';
import { Refusal, type GeneralRefusal } from '@visavis/kernel';
import type { Transaction } from '../database/transactions';

const READ = `
  SELECT d.slug, p.name, p.country, p.retention_months AS "retentionMonths", p.allowed_origins AS "allowedOrigins",
    p.privacy_notice AS "privacyNotice", p.imprint, p.accent, p.motto, p.languages, p.legal,
    p.contract_retention_years AS "contractRetentionYears", p.note_retention_years AS "noteRetentionYears",
    CASE WHEN p.erasure_asked_at IS NOT NULL THEN json_build_object(
      'askedAt', (extract(epoch FROM p.erasure_asked_at) * 1000)::bigint,
      'dueAt', (extract(epoch FROM p.erasure_due_at) * 1000)::bigint) END AS erasure
  FROM practice p JOIN practice_address d ON d.practice_id = p.practice_id AND d.current
  WHERE p.practice_id = $1`;

/** @throws Refusal not-found */
export async function readPractice(
  transaction: Transaction,
  practiceId: string,
): Promise<PracticeSettingsReply> {
  const rows: PracticeSettingsReply[] = await transaction.query(READ, [practiceId]);
  if (rows[0] === undefined) throw new Refusal<GeneralRefusal>('not-found');
  return rows[0];
}
