import { Refusal, type GeneralRefusal } from '@visavis/kernel';
import { FIRST_LINK, verifyChain, type ChainedEvent, type EvidenceReply } from '@visavis/supervision';
import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { Transactions, type Transaction } from '../../database/transactions';
import type { Asking } from '../../http/asking';
import { findContract } from './contract.repository';
import { partIn } from './whose-contract';

/** The chain of events of a contract, recomputed as it is read. */
@Injectable()
export class ShowEvidence {
  constructor(private readonly transactions: Transactions) {}

  /** @throws Refusal not-found */
  show(asking: Asking, id: string): Promise<EvidenceReply> {
    const { practiceId, accountId } = asking;
    return this.transactions.inPractice(practiceId, accountId, async (transaction) => {
      const stored = await findContract(transaction, practiceId, id);
      if (stored === null) throw new Refusal<GeneralRefusal>('not-found');
      partIn(stored, asking);
      const events = await readChain(transaction, practiceId, id);
      return {
        events: events.map(({ contractId: _, ...event }) => event),
        head: (events.at(-1) ?? FIRST_LINK).hash,
        brokenAt: verifyChain(id, events, (bytes) => createHash('sha256').update(bytes).digest()),
      };
    });
  }
}

/** Oldest first. */
export async function readChain(
  transaction: Transaction,
  practiceId: string,
  contractId: string,
): Promise<ChainedEvent[]> {
  return transaction.query(
    `SELECT contract_id AS "contractId", seq, type, actor AS by, (extract(epoch FROM at) * 1000)::float8 AS at,
       version AS "versionNumber", payload, encode(previous_hash, 'hex') AS "previousHash", encode(hash, 'hex') AS hash
     FROM contract_event WHERE practice_id = $1 AND contract_id = $2 ORDER BY seq`,
    [practiceId, contractId],
  );
}
