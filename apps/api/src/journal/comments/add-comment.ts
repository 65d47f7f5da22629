import { type AddCommentWish, refuseVault } from '@visavis/journal';
import { Refusal } from '@visavis/kernel';
import { type Comment, type ProofRefusal, verifyComment } from '@visavis/sealing-proof';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../clock/clock';
import { Transactions, type Transaction } from '../../database/transactions';
import type { Asking } from '../../http/asking';
import { notFound, sayWhatIsKept } from '../entries/say-what-is-kept';
import { bytes, KEY, type KeyRow } from '../sealed-rows';
import { verifyingKey } from '../verifying-keys';

const KEY_IN_FORCE = `SELECT ${KEY} FROM keys_in_force($1, ARRAY[$2::uuid]) f
  JOIN vault_key y ON y.practice_id = $1 AND y.id = f.key_id`;
const KNOWN = 'SELECT signature FROM vault_comment WHERE practice_id = $1 AND id = $2 AND author_id = $3';
const MAY_WRITE = 'SELECT writes_until($1, $2) AS until';
const ADD = `
  INSERT INTO vault_comment (practice_id, id, entry_id, epoch, author_id, key_id, nonce, ciphertext, signature, created_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`;

/** A comment of the owner or of a reader, in the epoch that stands; the trigger says to whose entry it belongs. */
@Injectable()
export class AddComment {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /**
   * @returns false when this very comment was there already
   * @throws Refusal not-found, vault-missing, generation-moved, author-not-owner, signature-wrong, size-not-allowed
   */
  add(asking: Asking, entryId: string, { comment, keyId }: AddCommentWish): Promise<boolean> {
    if (comment.entryId !== entryId) throw notFound();
    if (comment.authorId !== asking.memberId) throw new Refusal<ProofRefusal>('author-not-owner');
    return this.transactions
      .asMember(asking, async (transaction) => {
        if (await isKnown(transaction, asking, comment)) return false;
        await this.requireOpen(transaction, asking);
        const [key]: KeyRow[] = await transaction.query(KEY_IN_FORCE, [asking.practiceId, asking.memberId]);
        if (key === undefined) throw refuseVault('vault-missing');
        if (key.key_id !== keyId) throw refuseVault('generation-moved');
        await verifyComment(comment, await verifyingKey(bytes(key.ed_pub)));
        await keep(transaction, asking, comment, keyId, new Date(this.clock.now()));
        return true;
      })
      .catch((error: unknown) => {
        throw error instanceof Refusal ? error : sayWhatIsKept(error);
      });
  }

  private async requireOpen(transaction: Transaction, { practiceId, memberId }: Asking): Promise<void> {
    const [may]: { until: Date | null }[] = await transaction.query(MAY_WRITE, [practiceId, memberId]);
    if (may?.until && may.until.getTime() <= this.clock.now()) throw refuseVault('vault-closed');
  }
}

async function isKnown(
  transaction: Transaction,
  { practiceId, memberId }: Asking,
  { commentId, signature }: Comment,
): Promise<boolean> {
  const [known]: { signature: Buffer }[] = await transaction.query(KNOWN, [practiceId, commentId, memberId]);
  return known !== undefined && known.signature.equals(signature);
}

async function keep(
  transaction: Transaction,
  { practiceId, memberId }: Asking,
  { commentId, entryId, epoch, nonce, ciphertext, signature, vaultId }: Comment,
  keyId: string,
  now: Date,
): Promise<void> {
  const sealed = [nonce, ciphertext, signature].map((each) => Buffer.from(each));
  await transaction.query(ADD, [practiceId, commentId, entryId, epoch, memberId, keyId, ...sealed, now]);
  const [kept]: { vault_id: string }[] = await transaction.query(
    'SELECT vault_id FROM vault_comment WHERE practice_id = $1 AND id = $2',
    [practiceId, commentId],
  );
  // Signed for another vault than the entry's: it would open for nobody.
  if (kept?.vault_id !== vaultId) throw notFound();
}
