import type { StoredEntry } from '@visavis/journal';
import { type Bytes, equalInConstantTime, toHex } from '@visavis/sealing-proof';
import { COPIED_PLACE } from './device';
import { openText, sealText } from './local-box';
import type { OpenedVault } from './opened-vault';
import { turn } from './slices';
import { Turns } from './turns';
import type { World } from './world';

const AT_ONCE = 50;

/** A row as the server showed it, and the hash of its text. */
export interface ShownRow {
  readonly row: StoredEntry;
  readonly hash: Bytes;
}

/**
 * Rows as the server last showed them, still sealed, from which a journal opens without a connection. Nobody waits for
 * them to be written, and only what is not there already is: at most openings that is little of a long journal.
 */
export class OfflineCopy {
  readonly #world: World;
  readonly #vault: OpenedVault;
  readonly #turns = new Turns();
  readonly #missing = new Map<string, ShownRow>();
  /** By entry: what is known to lie there. */
  #copied: Map<string, string> | null = null;

  constructor(world: World, vault: OpenedVault) {
    this.#world = world;
    this.#vault = vault;
  }

  /** To be written at the next `write`. */
  add(shown: Iterable<ShownRow>): void {
    for (const each of shown) this.#missing.set(each.row.entryId, each);
  }

  /** A device without room has no copy, and opens with a connection all the same. */
  write(): Promise<void> {
    return this.#turns.take(() => this.#write()).catch(() => undefined);
  }

  async #write(): Promise<void> {
    if (this.#missing.size === 0) return;
    const copied = (this.#copied ??= await this.#readCopied());
    const changed = [...this.#missing.values()].filter(
      (each) => copied.get(each.row.entryId) !== markOf(each),
    );
    this.#missing.clear();
    for (let at = 0; at < changed.length; at += AT_ONCE) {
      // Meanwhile one may have been written anew, or have gone.
      const rows = changed.slice(at, at + AT_ONCE).filter((each) => this.#isCurrent(each));
      await this.#world.device.keepCached(
        this.#vault.vaultId,
        rows.map(({ row }) => row),
      );
      for (const each of rows) copied.set(each.row.entryId, markOf(each));
      await turn();
    }
    for (const id of [...copied.keys()]) if (!this.#vault.entries.has(id)) copied.delete(id);
    if (changed.length === 0) return;
    const text = JSON.stringify([...copied]);
    await this.#world.device.keepSealed(sealText(this.#world, this.#vault, COPIED_PLACE, text));
  }

  async #readCopied(): Promise<Map<string, string>> {
    const row = await this.#world.device.sealed(this.#vault.vaultId, COPIED_PLACE);
    return new Map(row ? (JSON.parse(openText(this.#vault, row)) as [string, string][]) : []);
  }

  #isCurrent({ row, hash }: ShownRow): boolean {
    const confirmed = this.#vault.entries.get(row.entryId)?.confirmed;
    return confirmed !== null && confirmed !== undefined && equalInConstantTime(confirmed.hash, hash);
  }
}

/** Whatever of a row can change: its text, its key, who reads it, and whether its epoch is closed. */
function markOf({ row, hash }: ShownRow): string {
  const grants = row.grants.map(({ signature }) => toHex(signature));
  return [toHex(hash), row.key.generation, row.savedAt, row.epochClosed, ...grants].join();
}
