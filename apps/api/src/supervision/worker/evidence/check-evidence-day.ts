import { dayRoot, NO_DAY, type ContractHead } from '@visavis/supervision';
import { Injectable, Logger } from '@nestjs/common';
import { Gauge } from 'prom-client';
import { Clock } from '../../../clock/clock';
import { Transactions, type Transaction } from '../../../database/transactions';
import { noteDegradation } from '../../../operation/degradations';
import { checkEvidence } from '../../documents/check-evidence';
import { sha256Bytes } from '../../documents/sha256';

const brokenContracts = new Gauge({
  name: 'visavis_broken_evidence',
  help: 'Contracts whose evidence did not hold when it was last computed anew',
});

/** Days after which a finding of a practice that was not looked at since is no longer told. */
const TOLD_FOR = 7;

// Heads of chains that no day has kept yet.
const MOVED = `
  WITH kept AS (
    SELECT DISTINCT h."contractId", h.seq, h.hash
    FROM evidence_day d, jsonb_to_recordset(d.heads) AS h ("contractId" uuid, seq integer, hash text)
    WHERE d.practice_id = $1),
  head AS (
    SELECT DISTINCT ON (e.contract_id) e.contract_id AS "contractId", e.seq, encode(e.hash, 'hex') AS hash
    FROM contract_event e WHERE e.practice_id = $1 ORDER BY e.contract_id, e.seq DESC)
  SELECT * FROM head EXCEPT SELECT * FROM kept ORDER BY 1`;

const KEEP = `
  INSERT INTO evidence_day (practice_id, day, previous_root, heads, root, contracts, broken, checked_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING`;

/**
 * Once a day: computes the evidence of every contract anew and keeps where the chains stand. What does not hold is said
 * (ids in the log, a figure, "degraded") and never mended: whoever could mend it could have broken it.
 */
@Injectable()
export class CheckEvidenceDay {
  private readonly log = new Logger(CheckEvidenceDay.name);

  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** @returns how many practices were looked at; none when today's round is done */
  async checkDue(): Promise<number> {
    const day = dayOf(this.clock.now());
    const practices = await this.transactions.outside<{ practice_id: string }>(
      'SELECT practice_id FROM unchecked_practices($1)',
      [day],
    );
    for (const { practice_id: practiceId } of practices) await this.checkPractice(practiceId, day);
    await this.tell();
    return practices.length;
  }

  private async checkPractice(practiceId: string, day: string): Promise<void> {
    const inside = <T>(work: (transaction: Transaction) => Promise<T>) =>
      this.transactions.inPractice(practiceId, null, work);
    const contracts = await inside((transaction) =>
      transaction.query<{ id: string }[]>('SELECT id FROM contract WHERE practice_id = $1', [practiceId]),
    );
    let broken = 0;
    // One transaction each: thousands of contracts must not hold one open.
    for (const { id: contractId } of contracts) {
      const found = await inside((transaction) => checkEvidence(transaction, practiceId, contractId));
      if (found.broken.length === 0) continue;
      broken += 1;
      this.log.error({ practiceId, contractId, evidence: 'broken', findings: found.broken.length });
    }
    await inside((transaction) =>
      this.keep(transaction, practiceId, day, { contracts: contracts.length, broken }),
    );
  }

  private async keep(
    transaction: Transaction,
    practiceId: string,
    day: string,
    { contracts, broken }: { readonly contracts: number; readonly broken: number },
  ): Promise<void> {
    const [last]: { root: Buffer }[] = await transaction.query(
      'SELECT root FROM evidence_day WHERE practice_id = $1 ORDER BY day DESC LIMIT 1',
      [practiceId],
    );
    const previous = last === undefined ? NO_DAY : last.root.toString('hex');
    const heads: ContractHead[] = await transaction.query(MOVED, [practiceId]);
    await transaction.query(KEEP, [
      practiceId,
      day,
      Buffer.from(previous, 'hex'),
      JSON.stringify(heads),
      Buffer.from(dayRoot(previous, heads, sha256Bytes), 'hex'),
      contracts,
      broken,
      new Date(this.clock.now()),
    ]);
  }

  /** What the last round found, whichever worker made it and whenever this one started. */
  private async tell(): Promise<void> {
    const rows = await this.transactions.outside<{ contracts: number }>(
      'SELECT contracts FROM broken_evidence($1)',
      [dayOf(this.clock.now() - TOLD_FOR * 86_400_000)],
    );
    const broken = rows.reduce((sum, { contracts }) => sum + contracts, 0);
    brokenContracts.set(broken);
    noteDegradation('evidence', broken > 0);
  }
}

/** Of UTC, as 2026-11-27. */
export function dayOf(moment: number): string {
  return new Date(moment).toISOString().slice(0, 10);
}
