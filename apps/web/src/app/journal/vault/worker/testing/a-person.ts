import 'fake-indexeddb/auto';
import type { News } from '../../protocol';
import { VaultRefused, type VaultTrouble } from '../../vault-trouble';
import { type FreeEntry, startFree } from '@visavis/journal';
import type { RecoveryKit, VaultEntry } from '../../vault-types';
import { Device } from '../device';
import type { JournalServer } from '../journal-server';
import { keeperOf } from '../keeper';
import type { Keeping } from '../keeping';
import { refusalFrom } from '../refusal-from';
import type { WriterLock } from '../writer-lock';
import type { AServer } from './a-server';

export const COACH = '44444444-4444-4444-8444-444444444444';
export const SUPERVISOR = '55555555-5555-4555-8555-555555555555';
export const TODAY = '2026-11-27';

const ONLY_TAB: WriterLock = {
  hold: (_name, changed) => changed(true),
  steal: (_name, changed) => changed(true),
};
let devices = 0;

/** A browser on which nobody has been before. */
export function aDevice(): Device {
  return new Device(`device ${++devices}`);
}

/** The worker of somebody on a device; a new one each time they unlock. */
export function aKeeper(
  server: JournalServer,
  device = aDevice(),
  news: News[] = [],
  writer: WriterLock = ONLY_TAB,
): Keeping {
  return keeperOf({
    server,
    device,
    writer,
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
  readonly keeper: Keeping;
  /** Everything the page was told, in order. */
  readonly news: News[];
}

/** Somebody whose vault is open, on a device of their own. */
export async function aPerson(server: AServer, id = COACH, name = 'Camille Fictive'): Promise<APerson> {
  const [device, news] = [aDevice(), [] as News[]];
  const keeper = aKeeper(server.join(id, name), device, news);
  await keeper.look();
  const kit = await keeper.prepare();
  await keeper.confirmAndOpen(typedAgain(kit));
  return { id, device, kit, keeper, news };
}

/** The same person, who unlocks again: on the same device, or on one that has never seen the vault. */
export async function unlockedAgain(
  server: AServer,
  { id, kit }: Pick<APerson, 'id' | 'kit'>,
  device = aDevice(),
): Promise<APerson> {
  const news: News[] = [];
  const keeper = aKeeper(server.again(id), device, news);
  await keeper.unlock({ passphrase: kit.passphrase });
  return { id, device, kit, keeper, news };
}

/** What the page shows in the end. */
export function shownBy({ news }: Pick<APerson, 'news'>): ReadonlyMap<string, VaultEntry> {
  const shown = new Map<string, VaultEntry>();
  for (const each of news) {
    if (each.news !== 'entries') continue;
    for (const entry of each.entries) shown.set(entry.id, entry);
    for (const id of each.gone) shown.delete(id);
  }
  return shown;
}

/** When everything that could be sent was sent, and said. */
export async function settled({ keeper }: Pick<APerson, 'keeper'>): Promise<void> {
  await keeper.flush();
  await new Promise((resolve) => setTimeout(resolve, 5));
}

export function aFree(text: string): FreeEntry {
  return { ...startFree(TODAY), answers: { date: TODAY, text } };
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
