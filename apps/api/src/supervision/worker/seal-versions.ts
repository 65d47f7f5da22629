import { MINUTE } from '@visavis/kernel';
import { nextTurn, type ContractEvent } from '@visavis/supervision';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { Clock } from '../../clock/clock';
import { CONFIGURATION, type Configuration } from '../../configuration/configuration';
import { Transactions, type Transaction } from '../../database/transactions';
import { OutboxBell } from '../../outbox/outbox-bell';
import { lockContract, noteFacts } from '../contracts/contract.repository';
import { tellParties } from '../contracts/tell-parties';
import { sealContractPdf, type SealResult } from '../documents/seal-contract-pdf';
import { lookAgain } from './pass-contract-time';
import { SealTools } from './seal-tools';
import { readSealEvidence, type SealRef } from './read-seal-evidence';

/** Versions found in one round. */
const BATCH = 20;

/** Milliseconds until the next try: a minute, then twice as long each time, an hour at most. */
const FIRST_WAIT = MINUTE;
const LONGEST_WAIT = 60 * MINUTE;

/**
 * Seals what both have signed. Whoever seals takes the version for a while first, so a worker that dies gives it
 * back by itself and two that seal at once do it one after the other; only the first file is kept.
 */
@Injectable()
export class SealVersions {
  private readonly log = new Logger(SealVersions.name);

  constructor(
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly bell: OutboxBell,
    private readonly tools: SealTools,
  ) {}

  /** @returns how many are sealed now */
  async sealDue(): Promise<number> {
    const rows: { practice_id: string; contract_id: string; number: number }[] =
      await this.transactions.outside('SELECT practice_id, contract_id, number FROM due_seals($1, $2)', [
        new Date(this.clock.now()),
        BATCH,
      ]);
    let sealed = 0;
    for (const row of rows) {
      const ref = { practiceId: row.practice_id, contractId: row.contract_id, number: row.number };
      try {
        if (await this.seal(ref)) sealed++;
      } catch (error) {
        // Taken already: the next try comes by itself.
        await this.note(ref, error instanceof Error ? error.name : 'unknown');
      }
    }
    if (sealed > 0) this.bell.ring();
    return sealed;
  }

  private async seal(ref: SealRef): Promise<boolean> {
    if (!(await this.take(ref))) return false;
    const now = this.clock.now();
    const { frozen, evidence, key } = await this.transactions.inPractice(
      ref.practiceId,
      null,
      async (transaction) => ({
        ...(await readSealEvidence(transaction, ref, { publicUrl: this.configuration.PUBLIC_URL, now })),
        key: await this.tools.keys.open(transaction, ref.practiceId, now),
      }),
    );
    const result = await sealContractPdf(frozen, evidence, key, this.tools.authority.stamp());
    await this.transactions.inPractice(ref.practiceId, null, (transaction) =>
      result.state === 'sealed'
        ? this.keep(transaction, ref, result)
        : this.wait(transaction, ref, result.because),
    );
    return result.state === 'sealed';
  }

  /** True for the one who may try now. */
  private async take({ practiceId, contractId, number }: SealRef): Promise<boolean> {
    const now = this.clock.now();
    return this.transactions.inPractice(practiceId, null, async (transaction) => {
      const [taken]: { seal_attempts: number }[] = await transaction.query(
        `SELECT seal_attempts FROM contract_version
         WHERE practice_id = $1 AND contract_id = $2 AND number = $3 AND seal_due_at <= $4 FOR UPDATE SKIP LOCKED`,
        [practiceId, contractId, number, new Date(now)],
      );
      if (taken === undefined) return false;
      const wait = Math.min(FIRST_WAIT * 2 ** Math.min(taken.seal_attempts, 10), LONGEST_WAIT);
      await transaction.query(
        `UPDATE contract_version SET seal_due_at = $4, seal_attempts = seal_attempts + 1
         WHERE practice_id = $1 AND contract_id = $2 AND number = $3`,
        [practiceId, contractId, number, new Date(now + wait)],
      );
      return true;
    });
  }

  private async keep(
    transaction: Transaction,
    { practiceId, contractId, number }: SealRef,
    { file, sha256, timestamp }: SealResult & { readonly state: 'sealed' },
  ): Promise<void> {
    const stored = await lockContract(transaction, practiceId, contractId);
    const now = this.clock.now();
    const [kept]: unknown[] = await transaction.query(
      `INSERT INTO contract_seal (practice_id, contract_id, number, file, sha256, level, sealed_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING RETURNING number`,
      [
        practiceId,
        contractId,
        number,
        Buffer.from(file),
        Buffer.from(sha256, 'hex'),
        timestamp === null ? 'B-B' : 'B-T',
        new Date(now),
      ],
    );
    if (kept === undefined) return;
    await transaction.query(
      `UPDATE contract_version SET seal_state = $4, seal_due_at = NULL, seal_failure = NULL
       WHERE practice_id = $1 AND contract_id = $2 AND number = $3`,
      [practiceId, contractId, number, timestamp === null ? 'sealed' : 'timestamped'],
    );
    const fact = (type: ContractEvent['type'], payload: ContractEvent['payload']): ContractEvent => ({
      type,
      by: 'clock',
      at: now,
      versionNumber: number,
      payload,
    });
    const events = [
      fact('sealed', { sealedSha256: sha256, level: timestamp === null ? 'B-B' : 'B-T' }),
      ...(timestamp === null ? [] : [fact('timestamped', { ...timestamp })]),
    ];
    await noteFacts(transaction, stored, events);
    await tellParties(transaction, stored, stored, events, now);
    const next = nextTurn(stored.contract);
    // Its day has come already: only the seal was missing, and the copies that leave now.
    if (next !== null && next <= now) await lookAgain(transaction, practiceId, contractId, now);
  }

  private async wait(
    transaction: Transaction,
    { practiceId, contractId, number }: SealRef,
    because: string,
  ): Promise<void> {
    const stored = await lockContract(transaction, practiceId, contractId);
    const [, changed]: [unknown, number] = await transaction.query(
      `UPDATE contract_version SET seal_state = 'timestamp-pending', seal_failure = $4
       WHERE practice_id = $1 AND contract_id = $2 AND number = $3 AND seal_state = 'pending'`,
      [practiceId, contractId, number, because.slice(0, 200)],
    );
    if (changed === 0) return; // said already
    const at = this.clock.now();
    await noteFacts(transaction, stored, [
      { type: 'timestamp-pending', by: 'clock', at, versionNumber: number, payload: {} },
    ]);
  }

  private async note({ practiceId, contractId, number }: SealRef, error: string): Promise<void> {
    this.log.error({ practiceId, contractId, number, error });
    await this.transactions.inPractice(practiceId, null, (transaction) =>
      transaction.query(
        `UPDATE contract_version SET seal_failure = $4
         WHERE practice_id = $1 AND contract_id = $2 AND number = $3 AND seal_due_at IS NOT NULL`,
        [practiceId, contractId, number, error.slice(0, 200)],
      ),
    );
  }
}
