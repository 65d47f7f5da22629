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
  #verified: Set<string>;

  private constructor(world: World, keys: Keys, index: VaultIndex, verified: Set<string>) {
    this.#world = world;
    this.#keys = keys;
    this.#index = index;
    this.#verified = verified;
  }

  /** Refuses a generation or an identity from before what this device remembers. */
  static async open(world: World, keys: Keys): Promise<{ readonly memory: Memory; readonly isNew: boolean }> {
    const { master, identity } = currentOf(keys);
    const row = await world.device.sealed(keys.vaultId, INDEX_PLACE);
    const known = row && readVaultIndex(openText(keys, row));
    const first = { v: 1, generation: master.generation, edPub: toHex(identity.publicKeys.edPub) } as const;
    const index = known ?? { ...first, pins: {}, keyRows: [], entries: {} };
    const current = rememberGeneration(index, master.generation, identity.publicKeys.edPub);
    const hashes = await world.device.sealed(keys.vaultId, VERIFIED_PLACE);
    const verified = new Set(hashes ? hashesIn(openBytes(keys, hashes)) : []);
    return { memory: new Memory(world, keys, current, verified), isNew: known === undefined };
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
    const { device } = this.#world;
    await device.keepSealed(sealText(this.#world, this.#keys, INDEX_PLACE, writeVaultIndex(this.#index)));
  }

  /** Only of heads: what lies under them is opened seldom and verified then. */
  async keepVerified(heads: Iterable<Bytes>): Promise<void> {
    const all = [...heads];
    this.#verified = new Set(all.map(toHex));
    await this.#world.device.keepSealed(sealBytes(this.#world, this.#keys, VERIFIED_PLACE, concat(...all)));
  }
}

function hashesIn(bytes: Bytes): string[] {
  return Array.from({ length: Math.floor(bytes.length / HASH) }, (_, at) =>
    toHex(bytes.slice(at * HASH, (at + 1) * HASH)),
  );
}
