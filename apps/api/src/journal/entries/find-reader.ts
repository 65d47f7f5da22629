import { refuseVault } from '@visavis/journal';
import {
  type Grant,
  type Revision,
  requireShareable,
  verifyGrant,
  type VerifyingKey,
} from '@visavis/sealing-proof';
import { equalInConstantTime } from '@visavis/sealing-proof';
import { Injectable } from '@nestjs/common';
import { Transactions } from '../../database/transactions';
import type { Asking } from '../../http/asking';
import { bytes, KEY, type KeyRow } from '../sealed-rows';
import { notFound } from './say-what-is-kept';

export interface FoundReader {
  readonly readerId: string;
  readonly contractId: string;
  readonly keyId: string;
  readonly grant: Grant;
}

// The two parties of a contract in force, whichever of them asks; who was deactivated neither shares nor reads.
const CONTRACT = `
  SELECT c.id FROM contract c JOIN supervisor s ON s.practice_id = c.practice_id AND s.id = c.supervisor_id
  JOIN member o ON o.practice_id = c.practice_id AND o.id = $2 AND o.status = 'active'
  JOIN member r ON r.practice_id = c.practice_id AND r.id = $3 AND r.status = 'active'
  WHERE c.practice_id = $1 AND c.state IN ('active', 'suspended', 'notice-given')
    AND ((s.member_id = $2 AND c.coach_member_id = $3) OR (s.member_id = $3 AND c.coach_member_id = $2))
  ORDER BY c.in_force_since DESC LIMIT 1`;
const KEYS = `
  SELECT ${KEY} FROM keys_in_force($1, ARRAY[$2::uuid]) f
  JOIN vault_key y ON y.practice_id = $1 AND y.id = f.key_id`;

/** Whom a grant is for: a person with a contract in force, with the keys they have now. */
@Injectable()
export class FindReader {
  constructor(private readonly transactions: Transactions) {}

  /** @throws Refusal not-found, class-not-shareable, author-not-owner, signature-wrong, reader-key-wrong */
  async find(
    asking: Asking,
    grant: Grant,
    { schema }: Revision,
    owner: { readonly id: string; readonly key: VerifyingKey },
  ): Promise<FoundReader> {
    requireShareable(schema);
    const { practiceId, memberId } = asking;
    const { contract, key } = await this.transactions.asMember(asking, async (transaction) => {
      const contracts: { id: string }[] = await transaction.query(CONTRACT, [
        practiceId,
        memberId,
        grant.recipientId,
      ]);
      const keys: KeyRow[] = await transaction.query(KEYS, [practiceId, grant.recipientId]);
      return { contract: contracts[0], key: keys[0] };
    });
    if (contract === undefined) throw notFound();
    await verifyGrant(grant, schema, owner);
    if (
      key === undefined ||
      !equalInConstantTime(bytes(key.ed_pub), grant.recipientEd) ||
      !equalInConstantTime(bytes(key.x_pub), grant.recipientX)
    )
      throw refuseVault('reader-key-wrong');
    return { readerId: grant.recipientId, contractId: contract.id, keyId: key.key_id, grant };
  }
}
