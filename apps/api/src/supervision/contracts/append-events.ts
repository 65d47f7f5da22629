import { chainEvents, FIRST_LINK, type ContractEvent } from '@visavis/supervision';
import { createHash } from 'node:crypto';
import type { Transaction } from '../../database/transactions';

/** Puts events behind the last one of a locked contract, each bound to the one before it. */
export async function appendEvents(
  transaction: Transaction,
  practiceId: string,
  contractId: string,
  events: readonly ContractEvent[],
): Promise<void> {
  if (events.length === 0) return;
  const [last]: { seq: number; hash: Buffer }[] = await transaction.query(
    'SELECT seq, hash FROM contract_event WHERE practice_id = $1 AND contract_id = $2 ORDER BY seq DESC LIMIT 1',
    [practiceId, contractId],
  );
  const head = last === undefined ? FIRST_LINK : { seq: last.seq, hash: last.hash.toString('hex') };
  const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest();
  for (const event of chainEvents(contractId, head, events, sha256)) {
    await transaction.query(
      `INSERT INTO contract_event (practice_id, contract_id, seq, at, type, actor, version, payload, previous_hash, hash)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        practiceId,
        contractId,
        event.seq,
        new Date(event.at),
        event.type,
        event.by,
        event.versionNumber,
        JSON.stringify(event.payload),
        Buffer.from(event.previousHash, 'hex'),
        Buffer.from(event.hash, 'hex'),
      ],
    );
  }
}
