import type { VaultReply } from '@visavis/journal';
import type { Keyring } from '@visavis/sealing';
import { VaultRefused } from '../vault-trouble';
import type { VaultStanding } from '../vault-types';
import type { Prepared } from './begin-vault';
import type { ComingPages } from './coming-pages';
import { Drafts } from './drafts';
import { JottingBox } from './jottings';
import { loadEntries } from './load-entries';
import { lookAtVault } from './look-at-vault';
import { Memory } from './memory';
import { OfflineCopy } from './offline-copy';
import { type OpenedVault, ownKeysOf } from './opened-vault';
import { publishIndex } from './publish-index';
import { Reminders } from './reminders';
import { resumeRotation, retired } from './rotate';
import { sendWaiting } from './send-waiting';
import { takeUpWaiting } from './take-up-waiting';
import { tellEntries } from './tell-entries';
import { Turns } from './turns';
import { ownWordsOf } from './unlock';
import type { World } from './world';

const RETRY_MILLISECONDS = [2_000, 5_000, 15_000, 60_000];
const PUBLISH_AFTER_MILLISECONDS = 5_000;

/** What lies on the worker's desk: the vault as shown, the vault as opened, and what is on its way. */
export class Desk {
  readonly world: World;
  /** Sealing, one at a time: two seals of one entry at once would be two revisions of one number. */
  readonly seals = new Turns();
  /** The server, one at a time. It may wait for the person; sealing never waits for it. */
  readonly sends = new Turns();
  prepared: Prepared | null = null;
  isRotating = false;
  /** Of the open vault. */
  drafts!: Drafts;
  jottings!: JottingBox;
  reminders!: Reminders;
  #copy!: OfflineCopy;
  #reply: VaultReply | null = null;
  #vault: OpenedVault | null = null;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #publish: ReturnType<typeof setTimeout> | undefined;
  #failures = 0;

  constructor(world: World) {
    this.world = world;
  }

  async look(): Promise<VaultReply> {
    return (this.#reply = await lookAtVault(this.world));
  }

  async shown(): Promise<VaultReply> {
    return this.#reply ?? this.look();
  }

  get isOpen(): boolean {
    return this.#vault !== null;
  }

  /** The open vault. */
  get vault(): OpenedVault {
    if (!this.#vault) throw new VaultRefused('locked');
    return this.#vault;
  }

  async open(keyring: Keyring, pages?: ComingPages): Promise<VaultStanding> {
    const { userId, vault } = await this.shown();
    if (!vault) throw new VaultRefused('vault-missing');
    const { memory, isNew } = await Memory.open(this.world, { keyring, vaultId: vault.id });
    const opened: OpenedVault = {
      userId,
      vaultId: vault.id,
      keyring,
      ownKeys: await ownKeysOf(keyring),
      keyId: vault.identity.keyId,
      entries: new Map(),
      unopened: new Map(),
      memory,
      upTo: null,
      waiting: new Map(),
      sending: null,
      names: new Map(),
      lookFirst: false,
      writes: false,
    };
    this.drafts = new Drafts(this.world, opened);
    this.jottings = new JottingBox(this.world, opened);
    this.reminders = new Reminders(this.world, opened);
    this.#copy = new OfflineCopy(this.world, opened);
    const { changed, gone, shown } = await loadEntries(this.world, opened, pages);
    this.#copy.add(shown);
    opened.names = await this.#namesOfReaders(opened);
    opened.lookFirst = isNew && opened.entries.size > 0;
    this.#vault = opened;
    if (opened.lookFirst) this.#tellFirstLook(opened);
    const waiting = await takeUpWaiting(this.world, opened);
    await tellEntries(this.world, opened, [...changed, ...waiting, ...opened.unopened.keys()], gone);
    await this.#becomeWriter((name, changed) => this.world.writer.hold(name, changed), true);
    return this.standing();
  }

  takeOver(): Promise<void> {
    return this.#becomeWriter((name, changed) => this.world.writer.steal(name, changed));
  }

  /**
   * Resolves when it is known whether this tab writes, and after it took up what another one left. `hasLooked`: just
   * before, so that the next look need not be waited for.
   */
  async #becomeWriter(
    ask: (name: string, changed: (writes: boolean) => void) => void,
    hasLooked = false,
  ): Promise<void> {
    const { vault } = this;
    const known = Promise.withResolvers<void>();
    ask(`visavis-journal-${vault.vaultId}`, (writes) => {
      vault.writes = writes;
      this.world.tell({ news: 'writer', writes });
      // A fault here must not keep a vault closed that is open: what was not taken up still lies on the device.
      void (writes ? this.#takeUp(hasLooked) : Promise.resolve())
        .catch(() => undefined)
        .then(() => known.resolve());
      hasLooked = false;
    });
    await known.promise;
  }

  async #takeUp(hasLooked: boolean): Promise<void> {
    // Another tab may have written since this one looked. What it wrote is met at the latest when something is sent.
    const look = () => this.load().catch(() => undefined);
    if (hasLooked) void this.sends.take(look);
    else await look();
    await this.seals.take(async () => {
      const waiting = await takeUpWaiting(this.world, this.vault);
      const drafts = await this.drafts.takeUp();
      await tellEntries(this.world, this.vault, [...waiting, ...drafts]);
    });
    this.send();
    // New keys that were broken off half way: the rest follows by itself.
    if (retired(this.vault).length > 0)
      void this.sends.take(() => resumeRotation(this)).catch(() => undefined);
  }

  /** What changed elsewhere since the last look. */
  async load(): Promise<void> {
    const { changed, gone, shown } = await loadEntries(this.world, this.vault);
    if (changed.length + gone.length > 0) await tellEntries(this.world, this.vault, changed, gone);
    this.#copy.add(shown);
    void this.layDown();
  }

  /** What makes the next opening quicker, or possible without a connection: done while nobody waits. */
  async layDown(): Promise<void> {
    if (!this.#vault) return;
    const { entries, memory } = this.#vault;
    await this.#copy.write();
    await memory.keepVerified([...entries.values()].map(({ head }) => head.hash)).catch(() => undefined);
  }

  async standing(): Promise<VaultStanding> {
    const { vault, may } = await this.shown();
    return {
      state: this.#vault ? (this.isRotating ? 'rotating' : 'open') : vault ? 'locked' : 'none',
      generation: vault?.generation ?? null,
      ownWords: this.#vault ? ownWordsOf(this.#vault.keyring) : [],
      mayShare: may.share,
      writableUntil: may.until,
      setAsideUntil: vault?.restarted?.until ?? null,
    };
  }

  /** Sends what waits, now; goes on by itself until everything has arrived. */
  send(): void {
    clearTimeout(this.#retry);
    void this.sends.take(() => this.sendNow()).catch(() => undefined);
  }

  /** In a turn of `sends`. */
  async sendNow(): Promise<boolean> {
    const { vault } = this;
    if (!vault.writes) return false;
    const told = (id: string) => void tellEntries(this.world, vault, [id]);
    const sent = await sendWaiting(this.world, vault, this.seals, told);
    const done = (await this.reminders.bring()) && sent;
    this.#failures = done ? 0 : this.#failures + 1;
    if (!done) this.#retry = setTimeout(() => this.send(), RETRY_MILLISECONDS[this.#failures - 1] ?? 60_000);
    if (sent) this.#publishSoon();
    return sent;
  }

  /** Tells the other devices at once; in a turn of `sends`. */
  async publishNow(): Promise<void> {
    clearTimeout(this.#publish);
    this.#publish = undefined;
    if (await this.seals.take(() => publishIndex(this.world, this.vault))) await this.sendNow();
  }

  /** The vault that was open is no more. */
  close(): void {
    this.rest();
    this.#vault = null;
  }

  /** Nothing of it goes on by itself any more. */
  rest(): void {
    clearTimeout(this.#retry);
    clearTimeout(this.#publish);
  }

  /** Entries know their readers by id. Without a connection they are counted, not named. */
  async #namesOfReaders({ entries }: OpenedVault): Promise<ReadonlyMap<string, string>> {
    if ([...entries.values()].every(({ readers }) => readers.size === 0)) return new Map();
    const { people } = await this.world.server.readPeople().catch(() => ({ people: [] }));
    return new Map(people.map(({ userId, name }) => [userId, name]));
  }

  #publishSoon(): void {
    this.#publish ??= setTimeout(() => {
      this.#publish = undefined;
      void this.sends.take(() => this.publishNow()).catch(() => undefined);
    }, PUBLISH_AFTER_MILLISECONDS);
  }

  #tellFirstLook(vault: OpenedVault): void {
    const held = [...vault.entries.values()];
    const readers = new Set(held.flatMap((each) => [...each.readers]));
    this.world.tell({
      news: 'first-look',
      look: {
        lastChange: held.length === 0 ? null : Math.max(...held.map(({ savedAt }) => savedAt)),
        readers: [...readers].map((userId) => ({ userId, name: vault.names.get(userId) ?? '' })),
      },
    });
  }
}
