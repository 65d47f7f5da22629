import { MINUTE, type Instant } from '@visavis/kernel';
import { nextTurn, passTime, PARTIES, type ContractEvent, type SealFacts } from '@visavis/supervision';
import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../../clock/clock';
import { Transactions, type Transaction } from '../../database/transactions';
import { OutboxBell } from '../../outbox/outbox-bell';
import { lockContract, noteFacts, saveTransition } from '../contracts/contract.repository';
import type { StoredContract } from '../contracts/contract.table';
import { tellParties } from '../contracts/tell-parties';

/** Contracts found in one round. */
const BATCH = 100;

/** What is due and held up is looked at again after this: copies are on their way for seconds, the rest takes longer. */
const COPIES_ON_THEIR_WAY = 2_000;
const HELD_UP = 5 * MINUTE;

/** Lapses, starts, ends of notices, terms and pauses, and amendments that take effect. */
@Injectable()
export class PassContractTime {
  private readonly log = new Logger(PassContractTime.name);

  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly bell: OutboxBell,
  ) {}

  /** @returns how many contracts have moved on */
  async passDue(): Promise<number> {
    const rows: { practice_id: string; contract_id: string }[] = await this.transactions.outside(
      'SELECT practice_id, contract_id FROM due_contracts($1, $2)',
      [new Date(this.clock.now()), BATCH],
    );
    let moved = 0;
    for (const row of rows) {
      try {
        const hasMoved = await this.transactions.inPractice(row.practice_id, null, (transaction) =>
          pass(transaction, row.practice_id, row.contract_id, this.clock.now()),
        );
        if (hasMoved) moved++;
      } catch (error) {
        this.log.error({
          practiceId: row.practice_id,
          contractId: row.contract_id,
          error: error instanceof Error ? error.name : 'unknown',
        });
        await this.putOff(row.practice_id, row.contract_id);
      }
    }
    if (moved > 0) this.bell.ring();
    return moved;
  }

  /** One that cannot be worked on must not stand in the way of the others. */
  private async putOff(practiceId: string, contractId: string): Promise<void> {
    await this.transactions.inPractice(practiceId, null, (transaction) =>
      lookAgain(transaction, practiceId, contractId, this.clock.now() + HELD_UP),
    );
  }
}

async function pass(
  transaction: Transaction,
  practiceId: string,
  contractId: string,
  now: Instant,
): Promise<boolean> {
  let stored = await lockContract(transaction, practiceId, contractId);
  let moved = false;
  let copies: Copies;
  for (;;) {
    copies = await readCopies(transaction, stored);
    const transition = passTime(stored.contract, copies, now);
    if (transition === null) break;
    const sent = transition.events.some(({ type }) => type === 'started' || type === 'amendment-in-force');
    if (sent) await noteFacts(transaction, stored, copiesSent(stored, copies, now));
    const before = stored;
    stored = await saveTransition(transaction, before, transition, now);
    await tellParties(transaction, before, stored, transition.events, now);
    moved = true;
  }
  const next = nextTurn(stored.contract);
  if (next !== null && next <= now)
    await lookAgain(
      transaction,
      practiceId,
      contractId,
      now + (copies.sealed ? COPIES_ON_THEIR_WAY : HELD_UP),
    );
  return moved;
}

/** Sets when time is asked about a contract next. */
export async function lookAgain(
  transaction: Transaction,
  practiceId: string,
  contractId: string,
  at: Instant,
): Promise<void> {
  await transaction.query('UPDATE contract SET due_at = $3 WHERE practice_id = $1 AND id = $2', [
    practiceId,
    contractId,
    new Date(at),
  ]);
}

interface Copies extends SealFacts {
  /** Parties whose copy a mail server took. */
  readonly sentTo: readonly string[];
}

/**
 * A copy that no mail server takes does not hold a contract up for ever: it stays visible as failed, and both can
 * read the sealed file in their account.
 */
async function readCopies(
  transaction: Transaction,
  { practiceId, contract }: StoredContract,
): Promise<Copies> {
  const { open } = contract;
  if (open?.state !== 'signed') return { sealed: false, copiesSent: false, sentTo: [] };
  const [seal]: unknown[] = await transaction.query(
    'SELECT 1 FROM contract_seal WHERE practice_id = $1 AND contract_id = $2 AND number = $3',
    [practiceId, contract.id, open.number],
  );
  const letters: { member_id: string; state: string }[] = await transaction.query(
    `SELECT member_id, state FROM letter
     WHERE practice_id = $1 AND contract_id = $2 AND kind = 'contract-copy' AND sequence = $3`,
    [practiceId, contract.id, open.number],
  );
  return {
    sealed: seal !== undefined,
    copiesSent:
      letters.length >= PARTIES.length &&
      letters.every(({ state }) => state !== 'planned' && state !== 'sending'),
    sentTo: letters.filter(({ state }) => state === 'sent').map(({ member_id: id }) => id),
  };
}

function copiesSent(
  { contract, parties }: StoredContract,
  { sentTo }: Copies,
  now: Instant,
): readonly ContractEvent[] {
  return PARTIES.filter((party) => sentTo.includes(parties[party].memberId ?? '')).map((party) => ({
    type: 'copy-sent',
    by: 'clock',
    at: now,
    versionNumber: contract.open?.number ?? null,
    payload: { party },
  }));
}
