import type { OpenVaultWish } from '@visavis/journal';
import { beginVault, type BegunVault, fingerprintWords, readPassphrase } from '@visavis/sealing';
import { SUITE } from '@visavis/sealing-proof';
import type { RecoveryKit, TypedAgain } from '../vault-types';
import { VaultRefused } from '../vault-trouble';
import type { World } from './world';

/** A vault, or a new way into one, that was shown and not yet typed again: in memory only. */
export interface Prepared {
  readonly kit: RecoveryKit;
  readonly begun: BegunVault;
}

export async function prepareVault(world: World, userId: string): Promise<Prepared> {
  const vaultId = world.newId();
  const ids = { vaultId, userId: userId, passphraseSlotId: world.newId(), recoverySlotId: world.newId() };
  const begun = await beginVault(ids, world.random);
  return { begun, kit: kitOf(world, begun) };
}

export function kitOf(world: World, begun: BegunVault): RecoveryKit {
  const { userId, edPub } = begun.generation.identity.publicKeys;
  return {
    passphrase: begun.passphrase,
    recoveryCode: begun.recoveryCode,
    vaultId: begun.generation.master.vaultId,
    words: fingerprintWords(userId, edPub).split(' '),
    madeOn: world.today(),
    groupsAsked: groupsOf(world, begun.recoveryCode),
  };
}

/**
 * Refuses unless the passphrase and the two groups were typed as they were shown: a kit that nobody wrote down is a
 * journal that nobody opens again.
 */
export function requireTyped(kit: RecoveryKit, { passphraseTyped, groupsTyped }: TypedAgain): void {
  requirePassphrase(kit.passphrase, passphraseTyped);
  requireGroups(kit.recoveryCode, kit.groupsAsked, groupsTyped);
}

export function requireGroups(
  code: string,
  asked: readonly number[],
  groupsTyped: TypedAgain['groupsTyped'],
): void {
  const groups = code.split('-');
  const typed = new Map(groupsTyped.map(([group, text]) => [group, readGroup(text)]));
  const wrong = asked.filter((group) => typed.get(group) !== groups[group]);
  if (wrong.length > 0) throw new VaultRefused('groups-differ', { groups: wrong });
}

export function requirePassphrase(shown: string, typed: string): void {
  const [wanted, given] = [shown.split(' '), readPassphrase(typed).split(' ')];
  const position = wanted.findIndex((word, at) => word !== given[at]);
  if (position >= 0) throw new VaultRefused('words-differ', { position: position + 1 });
}

export function asNewVault({ begun }: Prepared, keyId: string): OpenVaultWish {
  const { slots, identity, generation } = begun;
  return { id: generation.master.vaultId, suite: SUITE, slots: [...slots], identity, keyId };
}

function readGroup(text: string): string {
  return text.replace(/[\s-]/gu, '').toUpperCase().replaceAll('O', '0').replace(/[IL]/g, '1');
}

/** Two different groups of a code, drawn. */
export function groupsOf({ random }: World, code: string): readonly [number, number] {
  const count = code.split('-').length;
  const [one = 0, other = 0] = random(2);
  const first = one % count;
  const second = (first + 1 + (other % Math.max(1, count - 1))) % count;
  return first < second ? [first, second] : [second, first];
}
