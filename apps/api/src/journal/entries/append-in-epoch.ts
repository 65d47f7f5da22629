import type { SaveRevisionWish } from '@visavis/journal';
import { Refusal, type Instant } from '@visavis/kernel';
import { type Bytes, type Revision, type VerifyingKey, verifyRevision } from '@visavis/sealing-proof';
import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { Together } from '../../database/together';
import { Statements } from '../../database/statements';
import type { Member } from '../../database/transactions';
import { isRefused } from '../../database/violates';

const APPEND = `SELECT append_in_epoch($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`;

/** Revisions of one vault wait for each other in the database anyway: those that arrive meanwhile go together. */
const IN_TURN = { underWay: 1, together: 16 };

interface Signed {
  readonly revision: Revision;
  readonly hash: Bytes;
  readonly savedAt: Instant;
}

/** Who signs in a vault, as the database said when it was last looked at. */
export interface Signer {
  readonly vaultId: string;
  readonly keyId: string;
  readonly key: VerifyingKey;
}

/**
 * What nearly every save is: one more revision in the epoch that stands, signed with the key that signed the one
 * before. The database says whether it still is; when anything is otherwise, the long way finds out what.
 */
@Injectable()
export class AppendInEpoch {
  private readonly signers = new LRUCache<string, Signer & { readonly saves: Together<Signed, true> }>({
    max: 2_000,
  });

  constructor(private readonly statements: Statements) {}

  remember(asking: Member, signer: Signer): void {
    const known = this.signers.peek(memberText(asking));
    if (known?.keyId === signer.keyId && known.vaultId === signer.vaultId) return;
    let asked = 0;
    const saves = new Together<Signed, true>(
      () => String(asked++), // the same revision twice is two answers
      (signed) => this.appendAll(asking, signer, signed),
      IN_TURN,
    );
    this.signers.set(memberText(asking), { ...signer, saves });
  }

  /** The hash of what was kept; null when nothing was, and somebody has to look. */
  async append(
    asking: Member,
    { revision, key, grants = [] }: SaveRevisionWish,
    savedAt: Instant,
  ): Promise<Bytes | null> {
    const signer = this.signers.get(memberText(asking));
    if (signer?.vaultId !== revision.vaultId || key !== undefined || grants.length > 0) return null;
    try {
      const hash = await verifyRevision(revision, { id: asking.memberId, key: signer.key });
      await signer.saves.ask({ revision, hash, savedAt });
      return hash;
    } catch (error) {
      if (error instanceof Refusal || isRefused(error)) return null;
      throw error;
    }
  }

  private async appendAll(
    { practiceId, accountId, memberId }: Member,
    { vaultId, keyId }: Signer,
    signed: readonly Signed[],
  ): Promise<true[]> {
    const each = <T>(column: (revision: Revision, of: Signed) => T) =>
      signed.map((one) => column(one.revision, one));
    await this.statements.one('append-in-epoch', APPEND, [
      practiceId,
      accountId,
      memberId,
      vaultId,
      keyId,
      each(({ entryId }) => entryId),
      each(({ schema }) => schema),
      each(({ epoch }) => epoch),
      each(({ rev }) => rev),
      each(({ prevHash }) => Buffer.from(prevHash)),
      each((_, { hash }) => Buffer.from(hash)),
      each(({ commit }) => Buffer.from(commit)),
      each(({ nonce }) => Buffer.from(nonce)),
      each(({ ciphertext }) => Buffer.from(ciphertext)),
      each(({ signature }) => Buffer.from(signature)),
      each((_, { savedAt }) => new Date(savedAt)),
    ]);
    return signed.map(() => true);
  }
}

function memberText({ practiceId, memberId }: Member): string {
  return `${practiceId} ${memberId}`;
}
