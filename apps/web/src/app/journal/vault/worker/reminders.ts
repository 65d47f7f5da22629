import { type BidEntry, type Entry, remindersOf, type ReminderKind } from '@visavis/journal';
import { opaqueId } from '@visavis/sealing';
import type { PlannedReminder } from '../vault-types';
import { VaultRefused, type VaultTrouble } from '../vault-trouble';
import { documentOf } from './document-of';
import { isUnreachable } from './load-entries';
import type { HeldEntry, OpenedVault } from './opened-vault';
import { refusalFrom } from './refusal-from';
import { Slices } from './slices';
import type { World } from './world';

const KINDS: readonly ReminderKind[] = ['cold', 'second_look'];
/** How often one reminder may be taken back and wished again: an id that was taken back cannot be planned anew. */
const MOST_TIMES = 20;

/** By id: the day of everything the server has not sent yet. */
type OnServer = ReadonlyMap<string, string>;
/** By entry and kind: which ids of theirs the server has. */
type Whose = ReadonlyMap<string, readonly string[]>;

/**
 * Brings the server what entries ask to be reminded of: ids that lead nowhere, and days. What was not brought is seen
 * by comparing, so nothing has to be remembered for another attempt.
 */
export class Reminders {
  readonly #world: World;
  readonly #vault: OpenedVault;
  /** By entry: what it asked for when the server last had all of it. */
  readonly #brought = new Map<string, string>();
  readonly #planned = new Map<string, readonly PlannedReminder[]>();

  constructor(world: World, vault: OpenedVault) {
    this.#world = world;
    this.#vault = vault;
  }

  /** In a turn of `sends`. Only what the server has confirmed: before, another device may have decided otherwise. */
  async bring(): Promise<boolean> {
    const { entries, upTo, lookFirst } = this.#vault;
    const open = [...entries.values()].filter((held) => this.#isToBring(held));
    if (open.length === 0 || upTo === null || lookFirst) return true;
    let trouble: VaultTrouble | null = null;
    let isReached = true;
    try {
      const onServer = await this.#read();
      if (onServer === null) return true;
      const whose = await this.#whoseAre(open, onServer);
      for (const held of open) trouble = (await this.#bringAll(held, onServer, whose)) ?? trouble;
    } catch (error) {
      trouble = refusalFrom(error).reason;
      isReached = !isUnreachable(error);
    }
    this.#world.tell({ news: 'reminders', planned: [...this.#planned.values()].flat(), trouble });
    return isReached;
  }

  /** Before entries are removed: of what is gone nobody is reminded. */
  async forget(ids: readonly string[]): Promise<void> {
    const bids = ids.map((id) => this.#vault.entries.get(id)).filter(isBid);
    if (bids.length === 0) return;
    const onServer = await this.#read();
    if (onServer === null) return;
    const whose = await this.#whoseAre(bids, onServer);
    for (const { id } of bids) {
      this.#brought.delete(id);
      this.#planned.delete(id);
      for (const kind of KINDS) await this.#cancel(whose.get(`${id}/${kind}`));
    }
  }

  /** Which entry a letter's link is about: only here do its id and the entry's meet. */
  entryOf(reminderId: string): string | null {
    const bids = [...this.#vault.entries.values()].filter(isBid);
    for (let at = 0; at < MOST_TIMES; at++)
      for (const { id } of bids) if (KINDS.some((kind) => this.#idOf(id, kind, at) === reminderId)) return id;
    return null;
  }

  #isToBring(held: HeldEntry): boolean {
    const isConfirmed = held.confirmed?.rev === held.head.rev && !this.#vault.waiting.get(held.id);
    return isConfirmed && isBid(held) && this.#brought.get(held.id) !== wishOf(held);
  }

  /** Null for a former member, whom nobody reminds: writing and removing go on without. */
  async #read(): Promise<OnServer | null> {
    try {
      const { reminders } = await this.#world.server.readReminders();
      return new Map(reminders.map(({ id, remindOn }) => [id, remindOn]));
    } catch (error) {
      if (refusalFrom(error).reason === 'role-too-low') return null;
      throw error;
    }
  }

  /** One that is refused stops no other. */
  async #bringAll(held: HeldEntry, onServer: OnServer, whose: Whose): Promise<VaultTrouble | null> {
    const planned: PlannedReminder[] = [];
    try {
      for (const kind of KINDS) {
        const on = await this.#bringOne(held, kind, onServer, whose);
        if (on !== null) planned.push({ entryId: held.id, kind, on });
      }
      this.#brought.set(held.id, wishOf(held));
      return null;
    } catch (error) {
      if (isUnreachable(error)) throw error;
      return refusalFrom(error).reason;
    } finally {
      this.#planned.set(held.id, planned);
    }
  }

  /** The day on which the server will remind; null when it will not. */
  async #bringOne(
    held: HeldEntry,
    kind: ReminderKind,
    onServer: OnServer,
    whose: Whose,
  ): Promise<string | null> {
    const on = remindersOf(documentOf<BidEntry>(held)).find((each) => each.kind === kind)?.on;
    const ids = whose.get(`${held.id}/${kind}`);
    const there = ids?.[0];
    // One that is due today may just not have left yet.
    if (on !== undefined && there !== undefined && onServer.get(there) === on) return on;
    if (on === undefined || on <= this.#world.today()) {
      await this.#cancel(ids);
      return null;
    }
    if (there === undefined || !(await found(this.#world.server.keepReminder(there, on))))
      await this.#plan(held.id, kind, on);
    return on;
  }

  async #plan(entryId: string, kind: ReminderKind, on: string): Promise<void> {
    for (let at = 0; at < MOST_TIMES; at++)
      if (await found(this.#world.server.keepReminder(this.#idOf(entryId, kind, at), on))) return;
    throw new VaultRefused('not-found');
  }

  async #cancel(ids: readonly string[] = []): Promise<void> {
    for (const id of ids) await found(this.#world.server.cancelReminder(id));
  }

  /**
   * Ids lead nowhere: whose they are is found by deriving until all that the server has were met, which is nearly always
   * at the first time. Deriving all that a long journal could ever have takes a second.
   */
  async #whoseAre(bids: readonly HeldEntry[], onServer: OnServer): Promise<Whose> {
    const left = new Set(onServer.keys());
    const whose = new Map<string, string[]>();
    const slices = new Slices();
    for (let at = 0; at < MOST_TIMES; at++)
      for (const { id } of bids) {
        for (const kind of KINDS) {
          if (left.size === 0) return whose;
          const reminderId = this.#idOf(id, kind, at);
          const place = `${id}/${kind}`;
          if (left.delete(reminderId)) whose.set(place, [...(whose.get(place) ?? []), reminderId]);
        }
        await slices.next();
      }
    return whose;
  }

  /** Derived from the first key there was: new keys change no id. */
  #idOf(entryId: string, kind: ReminderKind, at: number): string {
    const { master } = this.#vault.keyring.at(-1) ?? this.#vault.keyring[0];
    return opaqueId(master, entryId, `reminder/${kind}`, at + 1);
  }
}

function isBid(held: HeldEntry | undefined): held is HeldEntry {
  return held?.schema === 'journal/1' && documentOf<Entry>(held).kind === 'bid';
}

function wishOf(held: HeldEntry): string {
  return remindersOf(documentOf<BidEntry>(held))
    .map(({ kind, on }) => `${kind} ${on}`)
    .join();
}

/** False for an id that has left or was taken back. */
async function found(asked: Promise<void>): Promise<boolean> {
  try {
    await asked;
    return true;
  } catch (error) {
    if (refusalFrom(error).reason === 'not-found') return false;
    throw error;
  }
}
