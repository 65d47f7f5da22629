import { columnsOf } from './export-tables';
import type { Sheet } from './export-sheet';

/** Sealed as they are kept: whoever holds a way into the vault opens them, the server never could. */
const COLUMNS: Readonly<Record<string, readonly [columns: string, bytes: string, whose: string]>> = {
  vault: ['id, suite, generation, opened_at, set_aside_at', '', 'owner_id = $2'],
  vault_key: ['id, vault_id, generation, created_at', 'ed_pub, x_pub, xkey_signature', 'owner_id = $2'],
  vault_generation: [
    'vault_id, generation',
    'nonce, wrapped, previous_nonce, previous_wrapped',
    'owner_id = $2',
  ],
  vault_slot: [
    'id, vault_id, type, derivation, generation, created_at',
    'salt, commitment, nonce, wrapped',
    'owner_id = $2',
  ],
  vault_entry: ['id, vault_id, schema, epoch, epoch_closed, rev, saved_at', 'head_hash', 'owner_id = $2'],
  vault_entry_key: [
    'entry_id, vault_id, epoch, generation, created_at',
    'commitment, nonce, wrapped',
    'owner_id = $2',
  ],
  vault_revision: [
    'entry_id, vault_id, rev, epoch, schema, readers, key_id, saved_at',
    'prev_hash, hash, commitment, nonce, ciphertext, signature',
    'owner_id = $2',
  ],
  vault_grant: [
    'entry_id, vault_id, epoch, owner_id, reader_id, contract_id, sender_key_id, reader_key_id, shared_at',
    'commitment, enc, ciphertext, signature',
    'owner_id = $2 OR reader_id = $2',
  ],
  vault_comment: [
    'id, entry_id, vault_id, epoch, author_id, key_id, created_at',
    'nonce, ciphertext, signature',
    'owner_id = $2 OR author_id = $2',
  ],
  vault_tombstone: ['entry_id, vault_id, rev, deleted_at', 'head_hash, signature', 'owner_id = $2'],
};

/** One person's own vault, table by table, bytes as base64. */
export const SEALED_SHEETS: readonly Sheet[] = Object.entries(COLUMNS).map(
  ([table, [plain, bytes, whose]]) => {
    const columns = [plain, ...bytes.split(', ').filter(Boolean).map(asText)].join(', ');
    return {
      name: table.replaceAll('_', '-'),
      columns: columnsOf(columns),
      query: `SELECT ${columns} FROM ${table} WHERE practice_id = $1 AND (${whose})`,
      asks: 2,
    };
  },
);

/** PostgreSQL breaks base64 into lines. */
function asText(column: string): string {
  return `replace(encode(${column}, 'base64'), chr(10), '') AS ${column}`;
}
