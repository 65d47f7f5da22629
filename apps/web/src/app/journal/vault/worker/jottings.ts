import type { Jottings } from '../vault-types';
import { openText, sealText } from './local-box';
import type { OpenedVault } from './opened-vault';
import { Turns } from './turns';
import type { World } from './world';

/**
 * What is typed beside an entry and is no part of it yet: a comment not sent, a correction not added, an answer that is
 * none. Sealed on this device like a draft, until it is sent or taken back.
 */
export class JottingBox {
  readonly #world: World;
  readonly #vault: OpenedVault;
  readonly #turns = new Turns();

  constructor(world: World, vault: OpenedVault) {
    this.#world = world;
    this.#vault = vault;
  }

  async read(entryId: string): Promise<Jottings> {
    await this.settled();
    const row = await this.#world.device.sealed(this.#vault.vaultId, placeOf(entryId));
    return row ? (JSON.parse(openText(this.#vault, row)) as Jottings) : {};
  }

  /** In the order in which it was typed. */
  keep(entryId: string, jottings: Jottings): Promise<void> {
    return this.#turns.take(() => this.#lay(placeOf(entryId), jottings));
  }

  /** Everything so far is on the device, or could not be laid there. */
  settled(): Promise<void> {
    return this.#turns.take(async () => undefined);
  }

  async #lay(place: string, jottings: Jottings): Promise<void> {
    const { device } = this.#world;
    if (Object.keys(jottings).length === 0) await device.dropSealed(this.#vault.vaultId, place);
    else await device.keepSealed(sealText(this.#world, this.#vault, place, JSON.stringify(jottings)));
  }
}

function placeOf(entryId: string): string {
  return `jotting/${entryId}`;
}
