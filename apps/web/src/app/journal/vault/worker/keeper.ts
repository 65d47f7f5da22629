import { VaultRefused } from '../vault-trouble';
import { asNewVault, prepareVault, requireTyped } from './begin-vault';
import { ComingPages } from './coming-pages';
import { Desk } from './desk';
import { entryAsks } from './entry-asks';
import { findingAsks } from './finding-asks';
import type { Keeping } from './keeping';
import { newKeysAsks } from './new-keys-asks';
import { PagesAhead } from './pages-ahead';
import { sharingAsks } from './sharing-asks';
import { secretOf, unlock } from './unlock';
import type { World } from './world';

/** Answers to everything the page may ask: what runs in the worker, which alone holds keys. */
export function keeperOf(world: World): Keeping {
  const desk = new Desk(world);
  const finding = findingAsks(desk);
  // Somebody may look for something at once; what makes the next opening quicker can wait until they can.
  const opened = () =>
    void finding
      .indexed()
      .then(() => desk.layDown())
      .catch(() => undefined);
  return {
    ...vaultAsks(desk, opened),
    ...entryAsks(desk),
    ...sharingAsks(desk),
    ...finding,
    ...newKeysAsks(desk),
  };
}

function vaultAsks(desk: Desk, opened: () => void) {
  const { world } = desk;
  const ahead = new PagesAhead(world);
  return {
    async look() {
      await desk.look();
      return desk.standing();
    },
    async recognise() {
      const before = await desk.shown();
      const { userId } = await world.server.readVault();
      if (userId !== before.userId) return null;
      await desk.look();
      return desk.standing();
    },
    async countUnsent() {
      const { vault } = await desk.shown();
      return vault ? world.device.countUnsent(vault.id) : 0;
    },
    async acceptShown() {
      const { userId } = await world.server.readVault();
      await world.device.forgetVault(userId);
      await desk.look();
      return desk.standing();
    },
    async prepare() {
      const { userId } = await desk.shown();
      desk.prepared = await prepareVault(world, userId);
      return desk.prepared.kit;
    },
    async confirmAndOpen(typed) {
      const { prepared } = desk;
      if (!prepared) throw new VaultRefused('nothing-prepared');
      requireTyped(prepared.kit, typed);
      const vault = asNewVault(prepared, world.newId());
      await openOnServer(world, vault);
      const { vault: shown } = await desk.look();
      if (shown?.id !== vault.id) throw new VaultRefused('vault-exchanged');
      const standing = await desk.open([prepared.begun.generation]);
      desk.prepared = null;
      return standing;
    },
    async unlock(key) {
      const { vault, userId } = await desk.shown();
      if (!vault) throw new VaultRefused('vault-missing');
      const secret = secretOf(key);
      // They are on their way at the latest while the passphrase is derived, which takes as long as a page.
      const before = ahead.of(vault.id);
      const pages = before ?? new ComingPages(world.server, null);
      try {
        const standing = await desk.open(await unlock(vault, userId, secret), pages);
        ahead.forget();
        opened();
        return standing;
      } finally {
        if (!before) pages.stop();
      }
    },
    async fetchAhead() {
      const { vault } = await desk.shown();
      if (vault && !desk.isOpen) ahead.setOut(vault.id);
    },
  } satisfies Partial<Keeping>;
}

async function openOnServer(world: World, vault: ReturnType<typeof asNewVault>): Promise<void> {
  try {
    await world.server.openVault(vault);
  } catch (error) {
    // An answer that got lost: whether the vault that is there now is this one, the next look says.
    if (!(error instanceof VaultRefused) || error.reason !== 'vault-exists') throw error;
  }
}
