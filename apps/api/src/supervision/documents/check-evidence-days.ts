import { climb, dayRoot, NO_DAY, type ContractHead, type MerkleStep } from '@visavis/supervision';
import type { Transaction } from '../../database/transactions';
import { sha256Bytes } from './sha256';
import { NoTimestamp, readToken } from './timestamp/ask-authority';

export interface CheckedDays {
  readonly days: number;
  readonly stamped: number;
  /** What does not hold, the first day first; empty when everything does. */
  readonly broken: readonly string[];
}

interface DayRow {
  readonly day: string;
  readonly previous: Buffer;
  readonly root: Buffer;
  readonly heads: readonly ContractHead[];
  readonly path: readonly MerkleStep[] | null;
  readonly stamp: Buffer | null;
}

const DAYS = `
  SELECT d.day::text AS day, d.previous_root AS previous, d.root, d.heads, s.path, s.stamp
  FROM evidence_day d LEFT JOIN evidence_stamp s ON s.practice_id = $1 AND s.day = d.day
  WHERE d.practice_id = $1 ORDER BY d.day`;

// A contract whose time was over is gone, and the history says so.
const LOST = `
  SELECT d.day::text AS day, h."contractId" AS id, h.seq,
    EXISTS (SELECT 1 FROM contract c WHERE c.practice_id = $1 AND c.id = h."contractId") AS exists
  FROM evidence_day d, jsonb_to_recordset(d.heads) AS h ("contractId" uuid, seq integer, hash text)
  WHERE d.practice_id = $1
    AND NOT EXISTS (SELECT 1 FROM contract_event e WHERE e.practice_id = $1 AND e.contract_id = h."contractId"
      AND e.seq = h.seq AND encode(e.hash, 'hex') = h.hash)
    AND NOT EXISTS (SELECT 1 FROM audit_event a WHERE a.practice_id = $1 AND a.act = 'contract-erased'
      AND a.object_id = h."contractId")
  ORDER BY d.day, h."contractId"`;

/** Whether the days of a practice follow from each other, are what was stamped, and are still found in the chains. */
export async function checkEvidenceDays(transaction: Transaction, practiceId: string): Promise<CheckedDays> {
  const days: DayRow[] = await transaction.query(DAYS, [practiceId]);
  const lost: { day: string; id: string; seq: number; exists: boolean }[] = await transaction.query(LOST, [
    practiceId,
  ]);
  const broken = [
    ...days.flatMap((row, index) => checkDay(row, days[index - 1]?.root.toString('hex') ?? NO_DAY)),
    ...lost.map(({ day, id, seq, exists }) =>
      exists
        ? `day ${day}: contract ${id} had another event ${seq} then`
        : `day ${day}: contract ${id} was there then and is gone without a trace`,
    ),
  ];
  return { days: days.length, stamped: days.filter(({ stamp }) => stamp !== null).length, broken };
}

function checkDay({ day, previous, root, heads, path, stamp }: DayRow, before: string): string[] {
  const where = `day ${day}:`;
  const problems = [
    ...(previous.toString('hex') === before ? [] : [`${where} it does not follow from the day before it`]),
    ...(dayRoot(previous.toString('hex'), heads, sha256Bytes) === root.toString('hex')
      ? []
      : [`${where} its root is not the one of its heads`]),
  ];
  if (path === null || stamp === null) return problems;
  try {
    readToken(stamp, climb(root, path, sha256Bytes));
    return problems;
  } catch (error) {
    return [
      ...problems,
      `${where} its time stamp: ${error instanceof NoTimestamp ? error.message : 'no token'}`,
    ];
  }
}
