import * as z from 'zod/mini';
import { refuse } from '../sealing-refusal';

const id = z.string().check(z.regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/));
const hex = (bytes: number) => z.string().check(z.regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`)));
const count = z.int().check(z.minimum(1), z.maximum(0xffff_ffff));

const entryMemory = z.strictObject({ epoch: count, rev: count, hash: hex(32), readers: z.array(id) });
const keyRow = z.strictObject({
  keyId: id,
  userId: id,
  edPub: hex(32),
  xPub: hex(32),
  xkeySignature: hex(64),
});

/**
 * What the owner's devices remember together: the body of the one `vault-index/1` entry. It is what lets a device
 * refuse an older or an exchanged copy of anything.
 */
const vaultIndex = z.strictObject({
  v: z.literal(1),
  generation: count,
  /** The owner's Ed25519 key of that generation. */
  edPub: hex(32),
  pins: z.record(id, hex(32)),
  keyRows: z.array(keyRow),
  entries: z.record(id, entryMemory),
});
export type VaultIndex = Readonly<z.output<typeof vaultIndex>>;
export type EntryMemory = Readonly<z.output<typeof entryMemory>>;

export function writeVaultIndex(index: VaultIndex): string {
  return JSON.stringify(vaultIndex.parse(index));
}

export function readVaultIndex(body: string): VaultIndex {
  try {
    return vaultIndex.parse(JSON.parse(body));
  } catch {
    throw refuse('index-malformed');
  }
}
