import {
  forgetEntry,
  readVaultIndex,
  rememberGeneration,
  rememberHead,
  type SeenHead,
  vanishedEntries,
  type VaultIndex,
  writeVaultIndex,
} from '@visavis/sealing';
import { type Bytes, concat, toHex } from '@visavis/sealing-proof';
import { joinIndexes } from './join-indexes';
import { openBytes, openText, sealBytes, sealText } from './local-box';
import { currentOf, type OpenedVault } from './opened-vault';
import type { World } from './world';

const INDEX_PLACE = 'memory';
const VERIFIED_PLACE = 'verified';
const HASH = 32;
type Keys = Pick<OpenedVault, 'keyring' | 'vaultId'>;
interface Kept {
  index: string | null;
  verified: ReadonlySet<string>;
}

/**
 * What this device has seen of the vault, and what its other devices told it through the index: the highest generation,
 * epoch and revision of everything, pins, and whose signatures were verified before. Kept on the device, sealed.
 */
export class Memory {
  readonly #world: World;
  #keys: Keys;
  #index: VaultIndex;
  /** As the other devices last had it: where this memory and theirs parted. */
  #published: VaultIndex | null = null;
  readonly #verified: Set<string>;
  /** What lies on the device already. */
  #kept: Kept;

  private constructor(world: World, keys: Keys, index: VaultIndex, kept: Kept) {
    this.#world = world;
    this.#keys = keys;
    this.#index = index;
    this.#verified = new Set(kept.verified);
    this.#kept = kept;
  }

  /** Refuses a generation or an identity from before what this device remembers. */
  static async open(world: World, keys: Keys): Promise<{ readonly memory: Memory; readonly isNew: boolean }> {
    const { master, identity } = currentOf(keys);
    const row = await world.device.sealed(keys.vaultId, INDEX_PLACE);
    const text = row && openText(keys, row);
    const known = text === undefined ? undefined : readVaultIndex(text);
    const first = { v: 1, generation: master.generation, edPub: toHex(identity.publicKeys.edPub) } as const;
    const index = known ?? { ...first, pins: {}, keyRows: [], entries: {} };
    const current = rememberGeneration(index, master.generation, identity.publicKeys.edPub);
    const hashes = await world.device.sealed(keys.vaultId, VERIFIED_PLACE);
    const verified = new Set(hashes ? hashesIn(openBytes(keys, hashes)) : []);
    const memory = new Memory(world, keys, current, { index: text ?? null, verified });
    return { memory, isNew: known === undefined };
  }

  get index(): VaultIndex {
    return this.#index;
  }

  /** What other devices are to be told, when they do not know it yet. Of itself the index says nothing. */
  toPublish(indexId: string | null): string | null {
    const index = indexId === null ? this.#index : forgetEntry(this.#index, indexId);
    const body = writeVaultIndex(index);
    return this.#published !== null && writeVaultIndex(this.#published) === body ? null : body;
  }

  readonly wasVerified = (hash: Bytes): boolean => this.#verified.has(toHex(hash));

  rememberVerified(hash: Bytes): void {
    this.#verified.add(toHex(hash));
  }

  rememberHead(entryId: string, head: SeenHead): void {
    this.#index = rememberHead(this.#index, entryId, head);
  }

  /** After a signed deletion, or when a reader was taken away in the middle of an epoch. */
  forgetEntry(entryId: string): void {
    this.#index = forgetEntry(this.#index, entryId);
  }

  /** Other keys are in force: from now on it is sealed with them. */
  adopt(keys: Keys, change: (index: VaultIndex) => VaultIndex): void {
    this.#keys = { keyring: keys.keyring, vaultId: keys.vaultId };
    this.#index = change(this.#index);
    this.#kept = { index: null, verified: new Set() };
  }

  learn(change: (index: VaultIndex) => VaultIndex): void {
    this.#index = change(this.#index);
  }

  /** What another device published; also of this one, as it comes back. */
  join(body: string): void {
    const theirs = readVaultIndex(body);
    this.#index = joinIndexes(this.#published, this.#index, theirs);
    this.#published = theirs;
  }

  published(body: string): void {
    this.#published = readVaultIndex(body);
  }

  vanished(accountedFor: ReadonlySet<string>): readonly string[] {
    return vanishedEntries(this.#index, accountedFor);
  }

  async keep(): Promise<void> {
    const text = writeVaultIndex(this.#index);
    if (text === this.#kept.index) return;
    await this.#world.device.keepSealed(sealText(this.#world, this.#keys, INDEX_PLACE, text));
    this.#kept.index = text;
  }

  /** Only of heads: what lies under them is opened seldom and verified then. */
  async keepVerified(heads: Iterable<Bytes>): Promise<void> {
    const all = [...heads];
    const verified = new Set(all.map(toHex));
    if (isSame(verified, this.#kept.verified)) return;
    await this.#world.device.keepSealed(sealBytes(this.#world, this.#keys, VERIFIED_PLACE, concat(...all)));
    this.#kept.verified = verified;
  }
}

function isSame(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return one.size === other.size && [...one].every((each) => other.has(each));
}

function hashesIn(bytes: Bytes): string[] {
  return Array.from({ length: Math.floor(bytes.length / HASH) }, (_, at) =>
    toHex(bytes.slice(at * HASH, (at + 1) * HASH)),
  );
}
