import {
  bytesOf,
  countedNumber,
  deletionWire,
  grantWire,
  HASH_LENGTH,
  idText,
  revisionWire,
  SIGNATURE_LENGTH,
  wrappedEntryKeyWire,
} from '@visavis/sealing-proof';
import * as z from 'zod/mini';
import { instant } from './shapes';

/** Entries on one page at most; fewer when they are long. */
export const ENTRIES_PER_PAGE = 200;
export const REVISIONS_PER_PAGE = 100;

/** Where a page begins: what the page before said as `next` or `upTo`. */
const cursor = z.string({ error: 'invalid' }).check(z.regex(/^(0|[1-9]\d{0,14})$/, { error: 'invalid' }));

/** `GET /api/vault/entries?after=` and `GET /api/vault/entries/:entryId/revisions?after=` */
export const pageQuery = z.strictObject({ after: z._default(cursor, '0') });
export type PageQuery = z.output<typeof pageQuery>;

/** An entry as it stands. */
export const storedEntryWire = z.object({
  entryId: idText,
  schema: z.string(),
  /** A reader was taken away since: the next revision opens a new epoch. */
  epochClosed: z.boolean(),
  /** Of the current epoch. */
  key: wrappedEntryKeyWire,
  head: revisionWire,
  /** When the head arrived. */
  savedAt: instant,
  /** Those that live, of the current epoch. */
  grants: z.array(grantWire),
});
export type StoredEntry = z.output<typeof storedEntryWire>;
export type StoredEntryJson = z.input<typeof storedEntryWire>;

/** A page of entries and tombstones in the order in which they last changed, the latest change last. */
export const entriesReply = z.object({
  entries: z.array(storedEntryWire),
  tombstones: z.array(deletionWire),
  /** `after` of the next page; null on the last. */
  next: z.nullable(z.string()),
  /** `after` with which only what changes from now on will be answered. */
  upTo: z.string(),
});
export type EntriesReply = z.output<typeof entriesReply>;
export type EntriesReplyJson = z.input<typeof entriesReply>;

/** `GET /api/vault/entries/:entryId`: either of them is set. */
export const entryReply = z.object({
  entry: z.nullable(storedEntryWire),
  tombstone: z.nullable(deletionWire),
});
export type EntryReply = z.output<typeof entryReply>;
export type EntryReplyJson = z.input<typeof entryReply>;

/** `GET /api/vault/entries/:entryId/revisions`, oldest first, with the keys of their epochs. */
export const revisionsReply = z.object({
  revisions: z.array(z.extend(revisionWire, { savedAt: instant })),
  keys: z.array(wrappedEntryKeyWire),
  /** The number of the last one here, when there are more. */
  next: z.nullable(z.string()),
});
export type RevisionsReply = z.output<typeof revisionsReply>;
export type RevisionsReplyJson = z.input<typeof revisionsReply>;

/** `GET /api/vault/entries/:entryId/revisions/:rev` */
export const revisionReply = z.object({ revision: revisionWire, key: wrappedEntryKeyWire, savedAt: instant });
export type RevisionReply = z.output<typeof revisionReply>;
export type RevisionReplyJson = z.input<typeof revisionReply>;

/** `POST /api/vault/entries/:entryId/revisions`: `key` with the first revision of an epoch, and only with it. */
export const saveRevisionWish = z.strictObject({
  revision: revisionWire,
  key: z.optional(wrappedEntryKeyWire),
  grants: z.optional(z.array(grantWire).check(z.maxLength(10, { error: 'too-long' }))),
});
export type SaveRevisionWish = z.output<typeof saveRevisionWish>;

/** 201, or 200 when this very revision was there already: the hash is how a device knows. */
export const savedReply = z.object({ rev: countedNumber, hash: bytesOf(HASH_LENGTH), savedAt: instant });
export type SavedReply = z.output<typeof savedReply>;
export type SavedReplyJson = z.input<typeof savedReply>;

/** `POST /api/vault/entries/:entryId/deletion` */
export const deleteEntryWish = z.strictObject({
  rev: countedNumber,
  headHash: bytesOf(HASH_LENGTH),
  signature: bytesOf(SIGNATURE_LENGTH),
});
export type DeleteEntryWish = z.output<typeof deleteEntryWish>;

/** `POST /api/vault/entries/:entryId/revocation`: needs no key, so it works while the vault is locked. */
export const revokeWish = z.strictObject({ recipientId: idText });
export type RevokeWish = z.output<typeof revokeWish>;
