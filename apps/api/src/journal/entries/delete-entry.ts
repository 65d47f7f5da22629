import { headMoved, type DeleteEntryWish } from '@visavis/journal';
import { type DeletionJson, verifyDeletion, writeBase64Url } from '@visavis/sealing-proof';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../clock/clock';
import { Transactions, type Transaction } from '../../database/transactions';
import type { Asking } from '../../http/asking';
import { bytes } from '../sealed-rows';
import { verifyingKey } from '../verifying-keys';
import { lockVault } from './own-vault';
import { notFound, sayWhatIsKept } from './say-what-is-kept';

const DELETE = 'SELECT delete_entry($1, $2, $3, $4, $5, $6)';
const KEY_IN_FORCE =
  'SELECT ed_pub FROM vault_key WHERE practice_id = $1 AND vault_id = $2 AND generation = $3';
const HEAD =
  'SELECT rev, head_hash, epoch FROM vault_entry WHERE practice_id = $1 AND vault_id = $2 AND id = $3';
const GONE = 'SELECT 1 FROM vault_tombstone WHERE practice_id = $1 AND vault_id = $2 AND entry_id = $3';

/** An entry goes, with its keys, comments and readers; what stays is that its owner wished it. */
@Injectable()
export class DeleteEntry {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal not-found, head-moved, signature-wrong */
  delete(asking: Asking, entryId: string, wish: DeleteEntryWish): Promise<DeletionJson> {
    const { practiceId } = asking;
    return this.transactions.asMember(asking, async (transaction) => {
      const vault = await lockVault(transaction, asking);
      if (vault === null) throw notFound();
      await requireHead(transaction, practiceId, vault.id, entryId, wish);
      const deletion = { ...wish, vaultId: vault.id, entryId };
      const [key]: { ed_pub: Buffer }[] = await transaction.query(KEY_IN_FORCE, [
        practiceId,
        vault.id,
        vault.generation,
      ]);
      if (key === undefined) throw new Error('a vault has keys');
      await verifyDeletion(deletion, await verifyingKey(bytes(key.ed_pub)));
      const { rev, headHash, signature } = wish;
      await transaction
        .query(DELETE, [
          practiceId,
          entryId,
          rev,
          Buffer.from(headHash),
          Buffer.from(signature),
          new Date(this.clock.now()),
        ])
        .catch((error: unknown) => {
          throw sayWhatIsKept(error);
        });
      return {
        vaultId: vault.id,
        entryId,
        rev,
        headHash: writeBase64Url(headHash),
        signature: writeBase64Url(signature),
      };
    });
  }
}

/** An entry that is gone may be deleted once more, by the same words. */
async function requireHead(
  transaction: Transaction,
  practiceId: string,
  vaultId: string,
  entryId: string,
  { rev, headHash }: DeleteEntryWish,
): Promise<void> {
  const [head]: { rev: number; head_hash: Buffer; epoch: number }[] = await transaction.query(HEAD, [
    practiceId,
    vaultId,
    entryId,
  ]);
  if (head === undefined) {
    const gone: unknown[] = await transaction.query(GONE, [practiceId, vaultId, entryId]);
    if (gone.length === 0) throw notFound();
  } else if (head.rev !== rev || !head.head_hash.equals(headHash))
    throw headMoved({ ...head, hash: bytes(head.head_hash) });
}
