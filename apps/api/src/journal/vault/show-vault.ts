import { SET_ASIDE_DAYS, type VaultReplyJson } from '@visavis/journal';
import { DAY } from '@visavis/kernel';
import { Injectable } from '@nestjs/common';
import { Transactions, type Transaction } from '../../database/transactions';
import type { Asking } from '../../http/asking';
import { KEY, type KeyRow, keyJson, type SlotRow, slotJson } from '../sealed-rows';

interface VaultRow {
  readonly id: string;
  readonly suite: string;
  readonly generation: number;
  readonly opened_at: Date;
}
interface GenerationRow {
  readonly generation: number;
  readonly nonce: Buffer;
  readonly wrapped: Buffer;
  readonly previous_nonce: Buffer | null;
  readonly previous_wrapped: Buffer | null;
}

const VAULT = `
  SELECT id, suite, generation, opened_at FROM vault
  WHERE practice_id = $1 AND owner_id = $2 AND set_aside_at IS NULL`;
const SLOTS = 'SELECT * FROM vault_slot WHERE practice_id = $1 AND vault_id = $2 ORDER BY created_at, type';
const GENERATIONS =
  'SELECT * FROM vault_generation WHERE practice_id = $1 AND vault_id = $2 ORDER BY generation';
const KEY_IN_FORCE = `SELECT ${KEY} FROM vault_key y WHERE y.practice_id = $1 AND y.vault_id = $2 AND y.generation = $3`;
// Of the vault set aside last: when it was. Once its time is over only public keys are left of it.
const SET_ASIDE = `
  SELECT max(v.set_aside_at) AS at FROM vault v
  WHERE v.practice_id = $1 AND v.owner_id = $2 AND v.set_aside_at IS NOT NULL AND EXISTS (
    SELECT 1 FROM vault_generation g WHERE g.practice_id = v.practice_id AND g.vault_id = v.id)`;
const MAY = `
  SELECT writes_until($1, $2) AS until, EXISTS (
    SELECT 1 FROM contract c JOIN supervisor s ON s.practice_id = c.practice_id AND s.id = c.supervisor_id
    JOIN member m ON m.practice_id = c.practice_id AND m.id = $2 AND m.status = 'active'
    WHERE c.practice_id = $1 AND c.state IN ('active', 'suspended', 'notice-given')
      AND (s.member_id = $2 OR c.coach_member_id = $2)) AS share`;

/** What a device needs to open the vault: everything but a secret. */
@Injectable()
export class ShowVault {
  constructor(private readonly transactions: Transactions) {}

  show(asking: Asking): Promise<VaultReplyJson> {
    return this.transactions.asMember(asking, (transaction) => readVault(transaction, asking));
  }
}

/** As it is inside a transaction that has entered the vault. */
export async function readVault(
  transaction: Transaction,
  { practiceId, memberId }: Asking,
): Promise<VaultReplyJson> {
  const own = [practiceId, memberId];
  const [may]: { until: Date | null; share: boolean }[] = await transaction.query(MAY, own);
  const [vault]: VaultRow[] = await transaction.query(VAULT, own);
  return {
    userId: memberId,
    vault: vault === undefined ? null : await read(transaction, own, vault),
    may: { share: may?.share ?? false, until: may?.until?.getTime() ?? null },
  };
}

async function read(
  transaction: Transaction,
  own: readonly string[],
  { id, suite, generation, opened_at }: VaultRow,
): Promise<VaultReplyJson['vault']> {
  const [practiceId] = own;
  const slots: SlotRow[] = await transaction.query(SLOTS, [practiceId, id]);
  const generations: GenerationRow[] = await transaction.query(GENERATIONS, [practiceId, id]);
  const [key]: KeyRow[] = await transaction.query(KEY_IN_FORCE, [practiceId, id, generation]);
  const [former]: { at: Date | null }[] = await transaction.query(SET_ASIDE, [...own]);
  const current = generations.at(-1);
  if (key === undefined || current === undefined) throw new Error('a vault has keys');
  const setAsideAt = former?.at ?? null;
  return {
    id,
    suite,
    generation,
    slots: slots.map(slotJson),
    identity: { ...keyJson(key), vaultId: id, generation, ...sealed(current.nonce, current.wrapped) },
    previous: generations.flatMap(({ generation: number, previous_nonce, previous_wrapped }) =>
      previous_nonce === null || previous_wrapped === null
        ? []
        : [{ vaultId: id, generation: number, ...sealed(previous_nonce, previous_wrapped) }],
    ),
    openedAt: opened_at.getTime(),
    restarted: setAsideAt === null ? null : { until: setAsideAt.getTime() + SET_ASIDE_DAYS * DAY },
  };
}

function sealed(nonce: Buffer, wrapped: Buffer): { nonce: string; wrapped: string } {
  return { nonce: nonce.toString('base64url'), wrapped: wrapped.toString('base64url') };
}
