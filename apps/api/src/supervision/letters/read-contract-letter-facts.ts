import type { Language } from '@visavis/kernel';
import type { VersionState } from '@visavis/supervision';
import type { Transaction } from '../../database/transactions';
import type { LetterRef } from '../../outbox/letter-writer';
import type { ContractLetterFacts } from './contract-letter-facts';
import type { ContractLetterKind } from './contract-letter-kinds';

interface FactsRow {
  readonly kind: ContractLetterKind;
  readonly language: Language;
  readonly contract_id: string;
  readonly contract_number: number;
  readonly time_zone: string;
  readonly lapses_at: Date | null;
  readonly suspended_until: string | null;
  readonly notice_ends_on: string | null;
  readonly version: number;
  readonly version_state: VersionState;
  readonly effective_on: string | null;
  readonly practice_name: string;
  readonly slug: string;
  readonly supervisor_member: string;
  readonly supervisor_name: string;
  readonly coach_member: string | null;
  readonly coach_name: string;
  readonly reader_id: string | null;
  readonly reader_name: string;
  readonly reader_email: string;
  readonly sealed_pdf: Buffer | null;
  readonly sealed_sha256: Buffer | null;
}

/** Names are those of the text: what was proposed or signed goes on naming people as they were named then. */
const FACTS = `
  SELECT l.kind, l.language, c.id AS contract_id, c.number AS contract_number,
    coalesce(t.content, v.draft) ->> 'timeZone' AS time_zone, t.lapses_at,
    c.suspension ->> 'until' AS suspended_until, c.notice ->> 'endsOn' AS notice_ends_on,
    v.number AS version, v.state AS version_state,
    coalesce(t.content #>> '{amendment,effectiveOn}', t.content #>> '{format,startsOn}') AS effective_on,
    p.name AS practice_name, w.slug, s.member_id AS supervisor_member, c.coach_member_id AS coach_member,
    coalesce(t.content, v.draft) #>> '{parties,supervisor,name}' AS supervisor_name,
    coalesce(t.content, v.draft) #>> '{parties,coach,name}' AS coach_name,
    m.id AS reader_id, m.name AS reader_name, m.email AS reader_email,
    z.file AS sealed_pdf, z.sha256 AS sealed_sha256
  FROM letter l
  JOIN contract c ON c.practice_id = $1 AND c.id = l.contract_id
  JOIN contract_version v ON v.practice_id = $1 AND v.contract_id = c.id AND v.number = l.sequence
  LEFT JOIN contract_text t ON t.practice_id = $1 AND t.contract_id = c.id AND t.number = v.number AND t.attempt = v.attempt
  LEFT JOIN contract_seal z ON z.practice_id = $1 AND z.contract_id = c.id AND z.number = v.number AND l.kind = 'contract-copy'
  JOIN supervisor s ON s.practice_id = $1 AND s.id = c.supervisor_id
  JOIN practice p ON p.practice_id = $1
  JOIN practice_address w ON w.practice_id = $1 AND w.current
  LEFT JOIN member m ON m.practice_id = $1 AND m.id = l.member_id AND m.erased_at IS NULL
  WHERE l.practice_id = $1 AND l.id = $2`;

/** @throws Error when the letter is about no version of a contract */
export async function readContractLetterFacts(
  transaction: Transaction,
  { practiceId, letterId }: LetterRef,
): Promise<ContractLetterFacts> {
  const [row]: FactsRow[] = await transaction.query(FACTS, [practiceId, letterId]);
  if (row === undefined) throw new Error('a letter without a contract');
  return {
    kind: row.kind,
    language: row.language,
    contract: {
      id: row.contract_id,
      number: row.contract_number,
      timeZone: row.time_zone,
      lapsesAt: row.lapses_at?.getTime() ?? null,
      suspendedUntil: row.suspended_until,
      noticeEndsOn: row.notice_ends_on,
    },
    version: { number: row.version, state: row.version_state, effectiveOn: row.effective_on },
    practice: { name: row.practice_name, slug: row.slug },
    parties: {
      supervisor: { memberId: row.supervisor_member, name: row.supervisor_name },
      coach: { memberId: row.coach_member, name: row.coach_name },
    },
    reader:
      row.reader_id === null
        ? null
        : { memberId: row.reader_id, name: row.reader_name, email: row.reader_email },
    copy:
      row.sealed_pdf === null || row.sealed_sha256 === null
        ? null
        : { file: row.sealed_pdf, sha256: row.sealed_sha256.toString('hex') },
  };
}
