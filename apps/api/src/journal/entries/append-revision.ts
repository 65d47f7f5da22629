import { headMoved, mayAppend, type SavedReplyJson, type SaveRevisionWish } from '@visavis/journal';
import { Refusal, type GeneralRefusal } from '@visavis/kernel';
import { type Bytes, hashOfOwn, verifyRevision, writeBase64Url } from '@visavis/sealing-proof';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../clock/clock';
import { Statements } from '../../database/statements';
import type { Asking } from '../../http/asking';
import { verifyingKey } from '../verifying-keys';
import { AppendInEpoch } from './append-in-epoch';
import { FindReader, type FoundReader } from './find-reader';
import { keepingOf, READ_HEAD, type HeadRow } from './read-head';
import { sayWhatIsKept } from './say-what-is-kept';

const APPEND = `SELECT append_revision($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20,
  $21, $22, $23, $24)`;

/** Kept now, or there before: the one is 201, the other 200. */
export interface Saved {
  readonly fresh: boolean;
  readonly reply: SavedReplyJson;
}

/** One more revision of an entry, with the key and the reader of its epoch when it opens one. */
@Injectable()
export class AppendRevision {
  constructor(
    private readonly statements: Statements,
    private readonly inEpoch: AppendInEpoch,
    private readonly readers: FindReader,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal not-found for an address or a reader that is not theirs, and what `mayAppend` refuses */
  async append(asking: Asking, entryId: string, wish: SaveRevisionWish): Promise<Saved> {
    if (wish.revision.entryId !== entryId) throw new Refusal<GeneralRefusal>('not-found');
    const now = this.clock.now();
    const hash = await this.inEpoch.append(asking, wish, now);
    if (hash !== null) return { fresh: true, reply: saved(wish.revision.rev, hash, now) };
    return this.lookAndAppend(asking, entryId, wish, now);
  }

  private async lookAndAppend(
    asking: Asking,
    entryId: string,
    wish: SaveRevisionWish,
    now: number,
  ): Promise<Saved> {
    const { revision, grants = [] } = wish;
    const hash = hashOfOwn(revision, asking.memberId);
    const head = await this.readHead(asking, entryId, hash);
    if (head.known_rev !== null && head.known_at !== null)
      return { fresh: false, reply: saved(head.known_rev, hash, head.known_at.getTime()) };
    mayAppend(keepingOf(asking, head), wish, now);
    const owner = { id: asking.memberId, key: await verifyingKey(bytesOf(head.ed_pub)) };
    await verifyRevision(revision, owner);
    const reader =
      grants[0] === undefined ? null : await this.readers.find(asking, grants[0], revision, owner);
    try {
      await this.statements.one('append-revision', APPEND, valuesOf(asking, wish, hash, reader, now));
    } catch (error) {
      return this.sayWhy(error, asking, entryId, hash);
    }
    if (head.key_id !== null)
      this.inEpoch.remember(asking, { vaultId: revision.vaultId, keyId: head.key_id, key: owner.key });
    return { fresh: true, reply: saved(revision.rev, hash, now) };
  }

  /** Somebody was faster: with the very same revision, or with another. */
  private async sayWhy(error: unknown, asking: Asking, entryId: string, hash: Bytes): Promise<Saved> {
    const refusal = sayWhatIsKept(error);
    const { known_rev, known_at, ...head } = await this.readHead(asking, entryId, hash);
    if (known_rev !== null && known_at !== null)
      return { fresh: false, reply: saved(known_rev, hash, known_at.getTime()) };
    throw refusal.reason === 'head-moved' ? headMoved(keepingOf(asking, head).entry) : refusal;
  }

  private async readHead(
    { practiceId, accountId, memberId }: Asking,
    entryId: string,
    hash: Bytes,
  ): Promise<HeadRow> {
    const row = await this.statements.one<HeadRow>('read-head', READ_HEAD, [
      practiceId,
      accountId,
      memberId,
      entryId,
      Buffer.from(hash),
    ]);
    if (row === null) throw new Error('a head is one row, whatever is asked');
    return row;
  }
}

function valuesOf(
  { practiceId, accountId, memberId }: Asking,
  { revision, key }: SaveRevisionWish,
  hash: Bytes,
  reader: FoundReader | null,
  now: number,
): unknown[] {
  const stored = (bytes: Bytes | undefined) => (bytes === undefined ? null : Buffer.from(bytes));
  return [
    practiceId,
    accountId,
    memberId,
    revision.vaultId,
    revision.entryId,
    revision.schema,
    revision.epoch,
    revision.rev,
    stored(revision.prevHash),
    stored(hash),
    stored(revision.commit),
    stored(revision.nonce),
    stored(revision.ciphertext),
    stored(revision.signature),
    new Date(now),
    key?.generation ?? null,
    stored(key?.nonce),
    stored(key?.wrapped),
    reader?.readerId ?? null,
    reader?.contractId ?? null,
    reader?.keyId ?? null,
    stored(reader?.grant.enc),
    stored(reader?.grant.ciphertext),
    stored(reader?.grant.signature),
  ];
}

function saved(rev: number, hash: Bytes, savedAt: number): SavedReplyJson {
  return { rev, hash: writeBase64Url(hash), savedAt };
}

function bytesOf(stored: Buffer | null): Bytes {
  if (stored === null) throw new Error('a vault has keys');
  return Uint8Array.from(stored);
}
