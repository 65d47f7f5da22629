import { Refusal, type GeneralRefusal, type Instant } from '@visavis/kernel';
import {
  nextTurn,
  waitsFor,
  type Contract,
  type ContractEvent,
  type OpenVersion,
  type Transition,
} from '@visavis/supervision';
import type { Transaction } from '../../database/transactions';
import { followContract } from '../sessions/follow-contract';
import { appendEvents } from './append-events';
import {
  placeOfWithdrawal,
  READ_CONTRACT,
  storedContract,
  type ContractRow,
  type StoredContract,
} from './contract.table';
import { legalHolidays } from './legal-holidays';

/** The contract as it is stored; null when the practice has none such. */
export async function findContract(
  transaction: Transaction,
  practiceId: string,
  id: string,
): Promise<StoredContract | null> {
  const rows: ContractRow[] = await transaction.query(READ_CONTRACT, [practiceId, id]);
  const [row] = rows;
  if (row === undefined) return null;
  const place = placeOfWithdrawal(row);
  return storedContract(row, place === null ? [] : await legalHolidays(place.country, place.year));
}

/**
 * Locks a contract until the transaction ends, then reads it. Comes before every other lock, a calendar's
 * included.
 * @throws Refusal not-found
 */
export async function lockContract(
  transaction: Transaction,
  practiceId: string,
  id: string,
): Promise<StoredContract> {
  await transaction.query('SELECT 1 FROM contract WHERE practice_id = $1 AND id = $2 FOR UPDATE', [
    practiceId,
    id,
  ]);
  const stored = await findContract(transaction, practiceId, id);
  if (stored === null) throw new Refusal<GeneralRefusal>('not-found');
  return stored;
}

/** What was frozen with a transition; the hashes are the contract's already. */
export interface MadeText {
  readonly canonicalJson: string;
  readonly pdf: Buffer;
}

/**
 * Writes what a rule decided about a locked contract: its versions, its state and its events, and what follows
 * for its minutes and sessions.
 * @returns the contract as it is stored now
 */
export async function saveTransition(
  transaction: Transaction,
  before: StoredContract,
  { contract, events, closed }: Transition,
  now: Instant,
  made: MadeText | null = null,
): Promise<StoredContract> {
  const { practiceId } = before;
  const attempts = before.attempts + (made === null ? 0 : 1);
  for (const { number, state } of closed)
    await setVersionState(transaction, practiceId, contract.id, number, state, now);
  if (contract.open !== null)
    await saveOpen(transaction, { ...before, attempts }, contract.id, contract.open, made, now);
  if (contract.inForce !== null && contract.inForce.number !== before.contract.inForce?.number)
    await setVersionState(transaction, practiceId, contract.id, contract.inForce.number, 'in-force', now);
  await saveContract(transaction, before, contract, now);
  await appendEvents(transaction, practiceId, contract.id, events);
  const after = await findContract(transaction, practiceId, contract.id);
  if (after === null) throw new Error('a contract is gone while it is locked');
  await followContract(transaction, before.contract, after, now);
  return after;
}

async function saveOpen(
  transaction: Transaction,
  { practiceId, attempts, contract: before }: StoredContract,
  contractId: string,
  open: OpenVersion,
  made: MadeText | null,
  now: Instant,
): Promise<void> {
  if (before.open?.number !== open.number) {
    await insertVersion(transaction, practiceId, contractId, open, null, now);
    return;
  }
  if (made !== null) await insertText(transaction, practiceId, contractId, open, attempts, made);
  const justSigned = open.state === 'signed' && before.open.state !== 'signed';
  await transaction.query(
    `UPDATE contract_version SET state = $4, revision = $5, draft = $6, attempt = $7, updated_at = $8,
       seal_state = CASE WHEN $9 THEN 'pending' ELSE seal_state END, seal_due_at = CASE WHEN $9 THEN $8 ELSE seal_due_at END
     WHERE practice_id = $1 AND contract_id = $2 AND number = $3`,
    [
      practiceId,
      contractId,
      open.number,
      open.state,
      open.revision,
      JSON.stringify(open.draft),
      open.frozen === null ? null : attempts,
      new Date(now),
      justSigned,
    ],
  );
}

/** A version that is written from now on, drafted from a template of the practice or from something else. */
export async function insertVersion(
  transaction: Transaction,
  practiceId: string,
  contractId: string,
  open: OpenVersion,
  template: { readonly id: string; readonly number: number } | null,
  now: Instant,
): Promise<void> {
  await transaction.query(
    `INSERT INTO contract_version (practice_id, contract_id, number, state, revision, template_id, template_number, draft,
       seal_state, seal_attempts, created_at, updated_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'none', 0, $9, $9)`,
    [
      practiceId,
      contractId,
      open.number,
      open.state,
      open.revision,
      template?.id ?? null,
      template?.number ?? null,
      JSON.stringify(open.draft),
      new Date(now),
    ],
  );
}

async function insertText(
  transaction: Transaction,
  practiceId: string,
  contractId: string,
  { number, frozen }: OpenVersion,
  attempt: number,
  made: MadeText,
): Promise<void> {
  if (frozen === null) throw new Error('nothing is frozen');
  await transaction.query(
    `INSERT INTO contract_text (practice_id, contract_id, number, attempt, content, canonical_json, canonical_sha256, pdf,
       pdf_sha256, frozen_at, lapses_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      practiceId,
      contractId,
      number,
      attempt,
      JSON.stringify(frozen.content),
      made.canonicalJson,
      Buffer.from(frozen.canonicalSha256, 'hex'),
      made.pdf,
      Buffer.from(frozen.pdfSha256, 'hex'),
      new Date(frozen.proposedAt),
      new Date(frozen.lapsesAt),
    ],
  );
}

async function setVersionState(
  transaction: Transaction,
  practiceId: string,
  contractId: string,
  number: number,
  state: string,
  now: Instant,
): Promise<void> {
  await transaction.query(
    'UPDATE contract_version SET state = $4, updated_at = $5 WHERE practice_id = $1 AND contract_id = $2 AND number = $3',
    [practiceId, contractId, number, state, new Date(now)],
  );
}

async function saveContract(
  transaction: Transaction,
  before: StoredContract,
  contract: Contract,
  now: Instant,
): Promise<void> {
  const turn = waitsFor(contract);
  const draftedCoach = contract.open?.draft.parties?.coach;
  await transaction.query(
    `UPDATE contract SET state = $3, last_number = $4, open_number = $5, in_force_number = $6, in_force_since = $7,
       concluded_at = $8, suspension = $9, notice = $10, asked = $11, closed_at = $12, waits_for = $13, waits_since = $14,
       due_at = $15, updated_at = $16, coach_name = $17, coach_email = $18
     WHERE practice_id = $1 AND id = $2`,
    [
      before.practiceId,
      contract.id,
      contract.state,
      contract.lastNumber,
      contract.open?.number ?? null,
      contract.inForce?.number ?? null,
      dateOrNull(contract.inForce?.since),
      dateOrNull(contract.concludedAt),
      jsonOrNull(contract.suspension),
      jsonOrNull(contract.notice),
      JSON.stringify(contract.asked),
      dateOrNull(contract.closedAt),
      turn,
      new Date(turn === before.waitsFor ? before.waitsSince : now),
      dateOrNull(nextTurn(contract)),
      new Date(now),
      draftedCoach?.name || before.parties.coach.name || null,
      draftedCoach?.email || before.parties.coach.email || null,
    ],
  );
}

/** Facts about a locked contract that no rule decides, such as a copy that was sent. */
export async function noteFacts(
  transaction: Transaction,
  { practiceId, contract }: StoredContract,
  events: readonly ContractEvent[],
): Promise<void> {
  await appendEvents(transaction, practiceId, contract.id, events);
}

function dateOrNull(at: Instant | null | undefined): Date | null {
  return at === null || at === undefined ? null : new Date(at);
}

function jsonOrNull(value: object | null): string | null {
  return value === null ? null : JSON.stringify(value);
}
