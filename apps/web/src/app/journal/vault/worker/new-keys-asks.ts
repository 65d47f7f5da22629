import {
  newPassphrase,
  newRecoveryBytes,
  readRecoveryCode,
  rotateVault,
  type RotatedVault,
  sealSlot,
  writeRecoveryCode,
} from '@visavis/sealing';
import { VaultRefused } from '../vault-trouble';
import type { NewWay, RecoveryKit, TypedAgain } from '../vault-types';
import { groupsOf, kitOf, requireGroups, requirePassphrase, requireTyped } from './begin-vault';
import type { Desk } from './desk';
import type { Keeping } from './keeping';
import { currentOf } from './opened-vault';
import { rotateTo } from './rotate';

/** Another passphrase, another recovery code, or, when somebody may know one, other keys for everything. */
export function newKeysAsks(desk: Desk) {
  const { world, sends } = desk;
  let way: NewWay | null = null;
  let rotation: { readonly kit: RecoveryKit; readonly rotated: RotatedVault } | null = null;

  /** Both or nothing, in one request: the new way in is there before the old one goes. */
  async function replaceWay({ kind, text }: NewWay): Promise<void> {
    const { master } = currentOf(desk.vault);
    const secret =
      kind === 'passphrase'
        ? ({ type: 'passphrase', passphrase: text } as const)
        : ({ type: 'recovery', bytes: readRecoveryCode(text) } as const);
    const { vault } = await desk.look();
    const former = (vault?.slots ?? []).filter(({ type }) => type === kind);
    const slot = await sealSlot(master, world.newId(), secret, world.random);
    await world.server.changeSlots(
      [slot],
      former.map(({ slotId }) => slotId),
    );
    await desk.look();
  }

  return {
    async prepareWay(kind: NewWay['kind']) {
      if (!desk.isOpen) throw new VaultRefused('locked');
      const text =
        kind === 'passphrase'
          ? newPassphrase(world.random)
          : writeRecoveryCode(newRecoveryBytes(world.random));
      return (way = { kind, text, groupsAsked: groupsOf(world, text) });
    },
    confirmWay: (typed: TypedAgain) =>
      sends.take(async () => {
        if (!way) throw new VaultRefused('nothing-prepared');
        if (way.kind === 'passphrase') requirePassphrase(way.text, typed.passphraseTyped);
        else requireGroups(way.text, way.groupsAsked, typed.groupsTyped);
        await replaceWay(way);
        way = null;
      }),
    async prepareRotation() {
      const slotIds = { passphraseSlotId: world.newId(), recoverySlotId: world.newId() };
      const rotated = await rotateVault(currentOf(desk.vault), slotIds, world.random);
      rotation = { rotated, kit: kitOf(world, rotated) };
      return rotation.kit;
    },
    confirmRotation: (typed: TypedAgain) =>
      sends.take(async () => {
        if (!rotation) throw new VaultRefused('nothing-prepared');
        requireTyped(rotation.kit, typed);
        const standing = await rotateTo(desk, rotation.rotated);
        rotation = null;
        return standing;
      }),
    async startAgain() {
      const { userId } = await desk.shown();
      const { until } = await world.server.startAgain();
      await world.device.forgetVault(userId);
      desk.close();
      await desk.look();
      return { ...(await desk.standing()), setAsideUntil: until };
    },
  } satisfies Partial<Keeping>;
}
