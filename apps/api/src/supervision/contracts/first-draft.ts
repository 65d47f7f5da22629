import type { LegalMentions } from '@visavis/practice';
import { draftFromTemplate, type ContractDraft, type TemplateReply } from '@visavis/supervision';
import type { Transaction } from '../../database/transactions';

/** Who the draft is for, as far as is known. */
export interface KnownCoach {
  readonly name: string;
  readonly email: string;
  /** Words of theirs from the first call. */
  readonly wish: string | null;
}

interface PracticeRow {
  readonly name: string;
  readonly legal: LegalMentions;
  readonly retention_years: number;
  readonly note_years: number;
  readonly country: string;
  readonly supervisor_name: string;
  readonly supervisor_email: string;
  readonly time_zone: string;
}

/**
 * What a contract starts with: the template, then what the practice and the supervisor say of themselves, then the
 * coach as they are known. Everything of it can be changed.
 */
export async function firstDraft(
  transaction: Transaction,
  practiceId: string,
  supervisorId: string,
  template: Pick<TemplateReply, 'language' | 'clauses' | 'defaults'>,
  coach: KnownCoach,
): Promise<ContractDraft> {
  const [row]: PracticeRow[] = await transaction.query(
    `SELECT p.name, p.legal, p.contract_retention_years AS retention_years, p.note_retention_years AS note_years, p.country,
       s.name AS supervisor_name, s.email AS supervisor_email, s.time_zone
     FROM practice p JOIN supervisor s ON s.practice_id = $1 AND s.id = $2 WHERE p.practice_id = $1`,
    [practiceId, supervisorId],
  );
  if (row === undefined) throw new Error('a supervisor without a practice');
  const draft = draftFromTemplate(template, {
    timeZone: row.time_zone,
    supervisor: { name: row.supervisor_name, email: row.supervisor_email },
    coach: { name: coach.name, email: coach.email },
    controller: row.name,
    wish: coach.wish,
  });
  return {
    ...draft,
    parties: { ...draft.parties, supervisor: { ...draft.parties?.supervisor, ...mentionsOf(row) } },
    records: {
      ...draft.records,
      notesMonths: row.note_years * 12,
      evidenceMonths: row.retention_years * 12,
    },
    law: { ...draft.law, country: row.country },
  };
}

function mentionsOf({ legal, supervisor_name: name }: PracticeRow) {
  return {
    ...(legal.address !== '' && { address: legal.address }),
    ...(legal.siren !== '' && { siren: legal.siren }),
    ...(legal.name !== '' && legal.name !== name && { mentions: legal.name }),
    ...(legal.insurance !== null && {
      insurance: {
        insurer: legal.insurance.company,
        policy: legal.insurance.policy,
        validUntil: legal.insurance.validUntil,
      },
    }),
  };
}
