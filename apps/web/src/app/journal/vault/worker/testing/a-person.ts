import 'fake-indexeddb/auto';
import type { News } from '../../protocol';
import { VaultRefused, type VaultTrouble } from '../../vault-trouble';
import type { RecoveryKit } from '../../vault-types';
import { Device } from '../device';
import type { JournalServer } from '../journal-server';
import { Keeper } from '../keeper';
import { refusalFrom } from '../serve';
import type { AServer } from './a-server';

export const COACH = '44444444-4444-4444-8444-444444444444';
export const SUPERVISOR = '55555555-5555-4555-8555-555555555555';
export const TODAY = '2026-11-27';

let devices = 0;

/** A browser on which nobody has been before. */
export function aDevice(): Device {
  return new Device(`device ${++devices}`);
}

/** The worker of somebody on a device; a new one each time they unlock. */
export function aKeeper(server: JournalServer, device = aDevice(), news: News[] = []): Keeper {
  return new Keeper({
    server,
    device,
    random: (length) => crypto.getRandomValues(new Uint8Array(length)),
    newId: () => crypto.randomUUID(),
    now: () => Date.parse(`${TODAY}T10:00:00Z`),
    today: () => TODAY,
    tell: (each) => news.push(each),
  });
}

export interface APerson {
  readonly id: string;
  readonly device: Device;
  readonly kit: RecoveryKit;
  keeper: Keeper;
}

/** Somebody whose vault is open, on a device of their own. */
export async function aPerson(server: AServer, id = COACH, name = 'Camille Fictive'): Promise<APerson> {
  const device = aDevice();
  const keeper = aKeeper(server.join(id, name), device);
  await keeper.look();
  const kit = await keeper.prepare();
  await keeper.confirmAndOpen(typedAgain(kit));
  return { id, device, kit, keeper };
}

export function typedAgain({ passphrase, recoveryCode, groupsAsked }: RecoveryKit) {
  const groups = recoveryCode.split('-');
  return {
    passphraseTyped: passphrase,
    groupsTyped: groupsAsked.map((group) => [group, groups[group] ?? ''] as const),
  };
}

/** Why it was refused; null when it was not. */
export async function troubleOf(act: () => Promise<unknown>): Promise<VaultTrouble | null> {
  try {
    await act();
    return null;
  } catch (error) {
    const refused = refusalFrom(error);
    if (refused.reason === 'worker-failed' && !(error instanceof VaultRefused)) throw error;
    return refused.reason;
  }
}
