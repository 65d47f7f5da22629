import { verifyWish, type VerifyReply, type VerifyWish } from '@visavis/supervision';
import { Injectable } from '@nestjs/common';
import { Transactions } from '../../database/transactions';
import { RateLimits } from '../../http/rate-limits';

interface Row {
  readonly known: Exclude<VerifyReply['known'], null>;
  readonly practice: string;
  readonly state: VerifyReply['state'];
  readonly number: number;
  readonly frozen_at: Date;
  readonly sealed_at: Date | null;
  readonly timestamped_at: Date | null;
}

const UNKNOWN: VerifyReply = {
  known: null,
  beginningOnly: false,
  practice: null,
  state: null,
  versionNumber: null,
  frozenAt: null,
  sealedAt: null,
  timestampedAt: null,
};

/** What is known about a file by its hash, in any practice; whoever holds a file may ask. */
@Injectable()
export class LookUpDocument {
  constructor(
    private readonly transactions: Transactions,
    private readonly limits: RateLimits,
  ) {}

  /** @throws Refusal too-many-requests */
  async lookUp(wish: VerifyWish, caller: string): Promise<VerifyReply> {
    await this.limits.read(caller);
    const whole = await this.find(wish.sha256);
    if (whole !== null || wish.frozenSha256 === undefined) return whole ?? UNKNOWN;
    const beginning = await this.find(wish.frozenSha256);
    return beginning?.known === 'frozen-document' ? { ...beginning, beginningOnly: true } : UNKNOWN;
  }

  private async find(sha256: string): Promise<VerifyReply | null> {
    const [row] = await this.transactions.outside<Row>('SELECT * FROM find_document($1)', [
      Buffer.from(sha256, 'hex'),
    ]);
    if (row === undefined) return null;
    return {
      known: row.known,
      beginningOnly: false,
      practice: row.practice,
      state: row.state,
      versionNumber: row.number,
      frozenAt: row.frozen_at.getTime(),
      sealedAt: row.sealed_at?.getTime() ?? null,
      timestampedAt: row.timestamped_at?.getTime() ?? null,
    };
  }
}

/** A hash as people write it: spaces and capitals do not matter. Null for what is none. */
export function readHash(text: string): string | null {
  const parsed = verifyWish.shape.sha256.safeParse(text.replaceAll(/\s/g, '').toLowerCase());
  return parsed.success ? parsed.data : null;
}
