import type { StoredEntryJson } from '@visavis/journal';
import type {
  Bytes,
  CommentJson,
  DeletionJson,
  GrantJson,
  PublicIdentityJson,
  RevisionJson,
  SlotJson,
  WrappedEntryKeyJson,
} from '@visavis/sealing-proof';

/** Sealed rows as they are stored, and as JSON. Columns that several tables share have one name everywhere. */
export interface RevisionRow {
  readonly vault_id: string;
  readonly owner_id: string;
  readonly entry_id: string;
  readonly epoch: number;
  readonly rev: number;
  readonly prev_hash: Buffer;
  readonly commitment: Buffer;
  readonly schema: string;
  readonly nonce: Buffer;
  readonly ciphertext: Buffer;
  readonly signature: Buffer;
  readonly saved_at: Date;
}

/** Columns of a `RevisionRow`; `r` is `vault_revision`. */
export const REVISION = `r.vault_id, r.owner_id, r.entry_id, r.epoch, r.rev, r.prev_hash, r.commitment, r.schema, r.nonce,
  r.ciphertext, r.signature, r.saved_at`;

export function revisionJson(row: RevisionRow): RevisionJson {
  return {
    vaultId: row.vault_id,
    authorId: row.owner_id,
    entryId: row.entry_id,
    epoch: row.epoch,
    rev: row.rev,
    prevHash: text(row.prev_hash),
    commit: text(row.commitment),
    schema: row.schema,
    nonce: text(row.nonce),
    ciphertext: text(row.ciphertext),
    signature: text(row.signature),
  };
}

export interface EntryKeyRow {
  readonly vault_id: string;
  readonly entry_id: string;
  readonly epoch: number;
  readonly commitment: Buffer;
  readonly generation: number;
  readonly key_nonce: Buffer;
  readonly wrapped: Buffer;
}

/** Columns of an `EntryKeyRow`; `k` is `vault_entry_key`. */
export const ENTRY_KEY = `k.vault_id, k.entry_id, k.epoch, k.commitment, k.generation, k.nonce AS key_nonce, k.wrapped`;

export function entryKeyJson(row: EntryKeyRow): WrappedEntryKeyJson {
  return {
    vaultId: row.vault_id,
    entryId: row.entry_id,
    epoch: row.epoch,
    commit: text(row.commitment),
    generation: row.generation,
    nonce: text(row.key_nonce),
    wrapped: text(row.wrapped),
  };
}

export interface GrantRow {
  readonly vault_id: string;
  readonly entry_id: string;
  readonly epoch: number;
  readonly commitment: Buffer;
  readonly owner_id: string;
  readonly sender_ed: Buffer;
  readonly reader_id: string;
  readonly reader_ed: Buffer;
  readonly reader_x: Buffer;
  readonly enc: Buffer;
  readonly grant_ciphertext: Buffer;
  readonly grant_signature: Buffer;
}

/** Columns of a `GrantRow`, and where they come from: a grant counts while its contract is in force. */
export const GRANT = `g.vault_id, g.entry_id, g.epoch, g.commitment, g.owner_id, gs.ed_pub AS sender_ed, g.reader_id,
  gr.ed_pub AS reader_ed, gr.x_pub AS reader_x, g.enc, g.ciphertext AS grant_ciphertext, g.signature AS grant_signature`;
export const LIVE_GRANTS = `vault_grant g
  JOIN contract gc ON gc.practice_id = g.practice_id AND gc.id = g.contract_id AND gc.state IN ('active', 'suspended', 'notice-given')
  JOIN vault_key gs ON gs.practice_id = g.practice_id AND gs.id = g.sender_key_id
  JOIN vault_key gr ON gr.practice_id = g.practice_id AND gr.id = g.reader_key_id`;

export function grantJson(row: GrantRow): GrantJson {
  return {
    vaultId: row.vault_id,
    entryId: row.entry_id,
    epoch: row.epoch,
    commit: text(row.commitment),
    senderId: row.owner_id,
    senderEd: text(row.sender_ed),
    recipientId: row.reader_id,
    recipientEd: text(row.reader_ed),
    recipientX: text(row.reader_x),
    enc: text(row.enc),
    ciphertext: text(row.grant_ciphertext),
    signature: text(row.grant_signature),
  };
}

export interface TombstoneRow {
  readonly vault_id: string;
  readonly entry_id: string;
  readonly rev: number;
  readonly head_hash: Buffer;
  readonly signature: Buffer;
}

export function tombstoneJson(row: TombstoneRow): DeletionJson {
  return {
    vaultId: row.vault_id,
    entryId: row.entry_id,
    rev: row.rev,
    headHash: text(row.head_hash),
    signature: text(row.signature),
  };
}

export interface CommentRow {
  readonly vault_id: string;
  readonly entry_id: string;
  readonly epoch: number;
  readonly id: string;
  readonly author_id: string;
  readonly nonce: Buffer;
  readonly ciphertext: Buffer;
  readonly signature: Buffer;
}

export function commentJson(row: CommentRow): CommentJson {
  return {
    vaultId: row.vault_id,
    entryId: row.entry_id,
    epoch: row.epoch,
    commentId: row.id,
    authorId: row.author_id,
    nonce: text(row.nonce),
    ciphertext: text(row.ciphertext),
    signature: text(row.signature),
  };
}

export interface KeyRow {
  readonly key_id: string;
  readonly owner_id: string;
  readonly ed_pub: Buffer;
  readonly x_pub: Buffer;
  readonly xkey_signature: Buffer;
}

/** Columns of a `KeyRow`; `y` is `vault_key`. */
export const KEY = 'y.id AS key_id, y.owner_id, y.ed_pub, y.x_pub, y.xkey_signature';

export function keyJson(row: KeyRow): PublicIdentityJson & { keyId: string } {
  return {
    keyId: row.key_id,
    userId: row.owner_id,
    edPub: text(row.ed_pub),
    xPub: text(row.x_pub),
    xkeySignature: text(row.xkey_signature),
  };
}

export interface SlotRow {
  readonly vault_id: string;
  readonly id: string;
  readonly type: string;
  readonly derivation: string;
  readonly salt: Buffer;
  readonly generation: number;
  readonly commitment: Buffer;
  readonly nonce: Buffer;
  readonly wrapped: Buffer;
}

export function slotJson(row: SlotRow): SlotJson {
  return {
    vaultId: row.vault_id,
    slotId: row.id,
    type: row.type,
    derivation: row.derivation,
    salt: text(row.salt),
    generation: row.generation,
    commit: text(row.commitment),
    nonce: text(row.nonce),
    wrapped: text(row.wrapped),
  };
}

export function storedEntryJson(
  row: RevisionRow & EntryKeyRow & { readonly epoch_closed: boolean },
  grants: readonly GrantRow[],
): StoredEntryJson {
  return {
    entryId: row.entry_id,
    schema: row.schema,
    epochClosed: row.epoch_closed,
    key: entryKeyJson(row),
    head: revisionJson(row),
    savedAt: row.saved_at.getTime(),
    grants: grants.filter(({ entry_id }) => entry_id === row.entry_id).map(grantJson),
  };
}

/** Bytes of PostgreSQL as the libs take them. */
export function bytes(stored: Buffer): Bytes {
  return Uint8Array.from(stored);
}

function text(stored: Buffer): string {
  return stored.toString('base64url');
}
