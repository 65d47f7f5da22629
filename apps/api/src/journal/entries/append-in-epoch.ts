import type { SaveRevisionWish } from '@visavis/journal';
import { Refusal, type Instant } from '@visavis/kernel';
import { type Bytes, type Revision, type VerifyingKey, verifyRevision } from '@visavis/sealing-proof';
import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { Statements } from '../../database/statements';
import { isRefused } from '../../database/violates';
import type { Asking } from '../../http/asking';

const APPEND = `SELECT append_in_epoch($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`;

interface Signer {
  readonly keyId: string;
  readonly key: VerifyingKey;
}

/**
 * What nearly every save is: one more revision in the epoch that stands, signed with the key that signed the one
 * before. The database says whether it still is; when anything is otherwise, the long way finds out what.
 */
@Injectable()
export class AppendInEpoch {
  private readonly signers = new LRUCache<string, Signer>({ max: 2_000 });

  constructor(private readonly statements: Statements) {}

  remember(asking: Asking, keyId: string, key: VerifyingKey): void {
    this.signers.set(memberText(asking), { keyId, key });
  }

  /** The hash of what was kept; null when nothing was, and somebody has to look. */
  async append(
    asking: Asking,
    { revision, key, grants = [] }: SaveRevisionWish,
    now: Instant,
  ): Promise<Bytes | null> {
    const signer = this.signers.get(memberText(asking));
    if (signer === undefined || key !== undefined || grants.length > 0) return null;
    try {
      const hash = await verifyRevision(revision, { id: asking.memberId, key: signer.key });
      const values = [...revisionValues(asking, revision, hash, now), signer.keyId];
      await this.statements.one('append-in-epoch', APPEND, values);
      return hash;
    } catch (error) {
      if (error instanceof Refusal || isRefused(error)) return null;
      throw error;
    }
  }
}

/** What both statements that append begin with. */
export function revisionValues(
  { practiceId, accountId, memberId }: Asking,
  revision: Revision,
  hash: Bytes,
  now: Instant,
): unknown[] {
  return [
    practiceId,
    accountId,
    memberId,
    revision.vaultId,
    revision.entryId,
    revision.schema,
    revision.epoch,
    revision.rev,
    Buffer.from(revision.prevHash),
    Buffer.from(hash),
    Buffer.from(revision.commit),
    Buffer.from(revision.nonce),
    Buffer.from(revision.ciphertext),
    Buffer.from(revision.signature),
    new Date(now),
  ];
}

function memberText({ practiceId, memberId }: Asking): string {
  return `${practiceId} ${memberId}`;
}
