import type { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { checkEvidenceDays } from '../../supervision/documents/check-evidence-days';
import { checkEvidence } from '../../supervision/documents/check-evidence';
import type { BackupFoot } from './backup-file';
import { storedTables } from './stored-tables';
import { tallyRows } from './tally-rows';

/** Reads every row back from the database; a sentence for each table that is not what was written. */
export async function verifyRows(client: Client, { tables }: BackupFoot): Promise<string[]> {
  const broken: string[] = [];
  for (const table of await storedTables(client)) {
    const found = await tallyRows(client, table);
    const wanted = tables[table.name];
    if (wanted === undefined ? found.rows > 0 : found.sha256 !== wanted.sha256)
      broken.push(`${table.name}: ${found.rows} rows that are not the ${wanted?.rows ?? 0} of the backup`);
  }
  return broken;
}

const WAITING = `
  SELECT count(*)::int AS letters FROM letter WHERE state IN ('planned', 'sending') AND (due_at <= $1 OR relayed_at IS NOT NULL)`;

export interface VerifiedState {
  readonly contracts: number;
  /** What does not hold, a sentence each. */
  readonly broken: readonly string[];
}

/** What has to hold before anything is started: the evidence of every contract, and no letter of the past waits. */
export async function verifyState(owner: DataSource, sentUntil: number): Promise<VerifiedState> {
  return owner.transaction(async (transaction) => {
    await transaction.query('SET LOCAL statement_timeout = 0');
    await transaction.query('SET LOCAL ROLE visavis_system');
    const contracts: { practice_id: string; id: string }[] = await transaction.query(
      'SELECT practice_id, id FROM contract ORDER BY practice_id, id',
    );
    const broken: string[] = [];
    for (const { practice_id: practiceId, id } of contracts) {
      const evidence = await checkEvidence(transaction, practiceId, id);
      broken.push(...evidence.broken.map((sentence) => `contract ${id}: ${sentence}`));
    }
    for (const practiceId of new Set(contracts.map(({ practice_id: id }) => id))) {
      const days = await checkEvidenceDays(transaction, practiceId);
      broken.push(...days.broken);
    }
    const [waiting]: { letters: number }[] = await transaction.query(WAITING, [new Date(sentUntil)]);
    if (waiting !== undefined && waiting.letters > 0)
      broken.push(`${waiting.letters} letters of the past would be sent again`);
    return { contracts: contracts.length, broken };
  });
}
