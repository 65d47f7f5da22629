import type { Schema } from '@visavis/sealing-proof';
import type { Draft, Snapshot } from '../vault-types';
import type { DraftRow } from './device';
import { joinBodies } from './join-bodies';
import { openText, sealText } from './local-box';
import type { OpenedVault } from './opened-vault';
import { sealEntry } from './save-entry';
import { marginsOf } from './tell-entries';
import type { World } from './world';

/** Snapshots of one text that are kept. */
const RING = 20;

interface Kept {
  readonly body: string;
  /** What the text said when typing began: where this device parted from the others. */
  readonly base: string | null;
}

/** What was typed and is no revision yet, sealed on this device. Each text has a ring of snapshots. */
export class Drafts {
  readonly #world: World;
  readonly #vault: OpenedVault;
  /** Two tabs never write over each other's snapshots. */
  readonly #tab: string;
  readonly #counts = new Map<string, number>();
  #lastAt = 0;

  constructor(world: World, vault: OpenedVault) {
    this.#world = world;
    this.#vault = vault;
    this.#tab = world.newId();
  }

  async keep({ kind, id, document, base }: Draft): Promise<void> {
    const text = `${id}/${kind}`;
    const count = this.#counts.get(text) ?? 0;
    this.#counts.set(text, count + 1);
    const kept: Kept = { body: JSON.stringify(document), base: base && JSON.stringify(base) };
    const place = `draft/${text}/${this.#tab}/${count % RING}`;
    const row = sealText(this.#world, this.#vault, place, JSON.stringify(kept));
    await this.#world.device.keepDraft({ ...row, text, at: this.#now(), isSaved: false });
  }

  /** It is a revision now. The snapshots stay for a while, as such. */
  saved(kind: Draft['kind'], id: string, until: number): Promise<void> {
    return this.#world.device.markDraftsSaved(this.#vault.vaultId, `${id}/${kind}`, until);
  }

  /** Every snapshot so far was made before it, and every later one after. */
  moment(): number {
    return this.#now();
  }

  /** Snapshots of a text, the newest first; those that were saved too. */
  async snapshots(kind: Draft['kind'], id: string): Promise<readonly Snapshot[]> {
    const rows = await this.#world.device.draftsOf(this.#vault.vaultId, `${id}/${kind}`);
    return rows
      .toSorted((one, other) => other.at - one.at)
      .slice(0, RING)
      .map((row) => ({ at: row.at, document: JSON.parse(this.#open(row).body) as Snapshot['document'] }));
  }

  /**
   * After unlocking: what was typed and never became a revision becomes one, joined with what was saved meanwhile. A
   * text that does not open keeps its drafts.
   */
  async takeUp(): Promise<readonly string[]> {
    const { vaultId, unopened } = this.#vault;
    const rows = (await this.#world.device.drafts(vaultId)).filter(({ isSaved }) => !isSaved);
    const taken: string[] = [];
    for (const [text, all] of Map.groupBy(rows, (row) => row.text)) {
      const [id = '', kind] = text.split('/') as [string, Draft['kind']];
      const newest = all.toSorted((one, other) => one.at - other.at).at(-1);
      if (!newest || unopened.has(id)) continue;
      await this.#becomeRevision(kind, id, this.#open(newest));
      await this.saved(kind, id, newest.at);
      taken.push(id);
    }
    return taken;
  }

  async #becomeRevision(kind: Draft['kind'], entryId: string, { body, base }: Kept): Promise<void> {
    const schema: Schema = kind === 'margin' ? 'margin/1' : 'journal/1';
    const id = kind === 'margin' ? (marginsOf(this.#vault).get(entryId) ?? this.#world.newId()) : entryId;
    const held = this.#vault.entries.get(id);
    const joined = held ? joinBodies(schema, base, body, held.body, held.head.rev + 1) : body;
    if (joined !== held?.body) await sealEntry(this.#world, this.#vault, { id, schema, body: joined });
  }

  #open(row: DraftRow): Kept {
    return JSON.parse(openText(this.#vault, row)) as Kept;
  }

  #now(): number {
    return (this.#lastAt = Math.max(this.#world.now(), this.#lastAt + 1));
  }
}
