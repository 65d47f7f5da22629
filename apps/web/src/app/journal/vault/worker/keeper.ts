import type { VaultReply } from '@visavis/journal';
import { VaultRefused } from '../vault-trouble';
import type { TypedAgain, VaultKey, VaultStanding } from '../vault-types';
import { asNewVault, type Prepared, prepareVault, requireTyped } from './begin-vault';

import { type OpenedVault, openedVault } from './opened-vault';
import type { Keeping } from './keeping';
import { lookAtVault } from './look-at-vault';
import { ownWordsOf, unlock } from './unlock';
import type { World } from './world';

/** What runs in the worker: it alone holds keys, and opens and seals with them. */
export class Keeper implements Keeping {
  readonly #world: World;
  #reply: VaultReply | null = null;
  #opened: OpenedVault | null = null;
  #prepared: Prepared | null = null;

  constructor(world: World) {
    this.#world = world;
  }

  readonly look = async (): Promise<VaultStanding> => {
    this.#reply = await lookAtVault(this.#world);
    return this.#standing(this.#reply);
  };

  readonly prepare = async () => {
    const { userId } = await this.#shown();
    this.#prepared = await prepareVault(this.#world, userId);
    return this.#prepared.kit;
  };

  readonly confirmAndOpen = async (typed: TypedAgain): Promise<VaultStanding> => {
    if (!this.#prepared) throw new VaultRefused('nothing-prepared');
    requireTyped(this.#prepared.kit, typed);
    const { userId } = await this.#shown();
    const vault = asNewVault(this.#prepared, this.#world.newId());
    await this.#open(vault);
    this.#reply = await lookAtVault(this.#world);
    if (this.#reply.vault?.id !== vault.id) throw new VaultRefused('vault-exchanged');
    this.#opened = await openedVault(userId, [this.#prepared.begun.generation]);
    this.#prepared = null;
    return this.#standing(this.#reply);
  };

  readonly unlock = async (key: VaultKey): Promise<VaultStanding> => {
    const shown = await this.#shown();
    if (!shown.vault) throw new VaultRefused('vault-missing');
    this.#opened = await openedVault(shown.userId, await unlock(shown.vault, shown.userId, key));
    return this.#standing(shown);
  };

  readonly flush = async (): Promise<void> => undefined;

  async #open(vault: ReturnType<typeof asNewVault>): Promise<void> {
    try {
      await this.#world.server.openVault(vault);
    } catch (error) {
      // An answer that got lost: whether the vault that is there now is this one, the next look says.
      if (!(error instanceof VaultRefused) || error.reason !== 'vault-exists') throw error;
    }
  }

  async #shown(): Promise<VaultReply> {
    return (this.#reply ??= await lookAtVault(this.#world));
  }

  #standing({ vault, may }: VaultReply): VaultStanding {
    return {
      state: this.#opened ? 'open' : vault ? 'locked' : 'none',
      generation: vault?.generation ?? null,
      ownWords: this.#opened ? ownWordsOf(this.#opened.keyring) : [],
      mayShare: may.share,
      writableUntil: may.until,
      setAsideUntil: vault?.restarted?.until ?? null,
    };
  }
}
