import { type BidEntry, sealingOf } from '@visavis/journal';
import { documentOf } from './document-of';
import { openText, sealText } from './local-box';
import type { HeldEntry, OpenedVault } from './opened-vault';
import { openOwn } from './rejoin';
import type { World } from './world';

const AT_ONCE = 6;

/**
 * The revisions in which forecasts were sealed. What was foreseen is read from them and from nowhere else; once opened
 * they are kept on this device, sealed, since a revision never changes.
 */
export class SealedForecasts {
  readonly #world: World;
  readonly #vault: OpenedVault;
  readonly #opened = new Map<string, BidEntry | null>();

  constructor(world: World, vault: OpenedVault) {
    this.#world = world;
    this.#vault = vault;
  }

  /** Opens what is missing, a few at a time. */
  async load(held: readonly HeldEntry[]): Promise<void> {
    const wanted = held.flatMap((each) => {
      const sealing = sealingOf(documentOf<BidEntry>(each), 'forecast');
      return sealing && !this.#opened.has(placeOf(each.id, sealing.revision))
        ? [{ each, rev: sealing.revision }]
        : [];
    });
    for (let at = 0; at < wanted.length; at += AT_ONCE)
      await Promise.all(wanted.slice(at, at + AT_ONCE).map(({ each, rev }) => this.#load(each, rev)));
  }

  /** Undefined when it does not open: then nothing was foreseen. */
  sealedIn(id: string, rev: number): BidEntry | undefined {
    return this.#opened.get(placeOf(id, rev)) ?? undefined;
  }

  async #load(held: HeldEntry, rev: number): Promise<void> {
    const place = placeOf(held.id, rev);
    this.#opened.set(place, await this.#bidOf(held, rev, place).catch(() => null));
  }

  async #bidOf(held: HeldEntry, rev: number, place: string): Promise<BidEntry> {
    if (held.head.rev === rev) return documentOf<BidEntry>(held);
    return JSON.parse(await this.#bodyOf(held, rev, place)) as BidEntry;
  }

  async #bodyOf(held: HeldEntry, rev: number, place: string): Promise<string> {
    const { device, server } = this.#world;
    const kept = await device.sealed(this.#vault.vaultId, place);
    if (kept) return openText(this.#vault, kept);
    const { revision, key } = await server.readRevision(held.id, rev);
    if (revision.entryId !== held.id || revision.rev !== rev)
      throw new RangeError('another revision was answered');
    const { body } = await openOwn(this.#vault, revision, key);
    await device.keepSealed(sealText(this.#world, this.#vault, place, body));
    return body;
  }
}

function placeOf(id: string, rev: number): string {
  return `revision/${id}/${rev}`;
}
