import type { Sealed, WrappedEntryKey } from '@visavis/sealing';
import type { Bytes } from '@visavis/sealing-proof';
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { VaultRefused } from '../vault-trouble';
import type { SaveRevisionWish, StoredEntry } from '@visavis/journal';
import type { VaultRow } from './journal-server';

/** What this device knows of a person's vault without any key: enough to notice that another one is shown. */
export interface KnownVault {
  readonly userId: string;
  readonly vaultId: string;
  /** The highest generation ever shown here. */
  readonly generation: number;
  /** As last shown, so that a journal opens without a connection; null after its owner signed out here. */
  readonly row: VaultRow | null;
  /** Epoch milliseconds. */
  readonly seenAt: number;
}

/** Sealed with the key `local` of that generation. */
export interface SealedRow extends Sealed {
  readonly vaultId: string;
  /** Also what it was sealed for: rows cannot change places. */
  readonly place: string;
  readonly generation: number;
}

export interface DraftRow extends SealedRow {
  /** Entry and kind: whose snapshot it is. */
  readonly text: string;
  /** Epoch milliseconds, each later than the one before. */
  readonly at: number;
  /** It became a revision. */
  readonly isSaved: boolean;
}

/** A sealed revision that waits for the server; ready to be sent, readable by nobody else. */
export interface WaitingRow extends SaveRevisionWish {
  readonly vaultId: string;
  readonly entryId: string;
  readonly hash: Bytes;
  /** The key of its epoch, which opens it here again. */
  readonly wrap: WrappedEntryKey;
  readonly order?: number;
}

export type Waiting = WaitingRow & { readonly order: number };

export interface CachedRow {
  readonly vaultId: string;
  readonly entryId: string;
  readonly row: StoredEntry;
}

interface Schema extends DBSchema {
  vaults: { key: string; value: KnownVault };
  sealed: { key: [string, string]; value: SealedRow };
  drafts: { key: [string, string]; value: DraftRow; indexes: { text: [string, string] } };
  waiting: { key: number; value: WaitingRow; indexes: { vault: string } };
  cache: { key: [string, string]; value: CachedRow };
}

/** Where it is kept, sealed, which rows of entries lie here. */
export const COPIED_PLACE = 'copied';
const NAME = 'visavis-journal';
const VERSION = 1;

/** Everything that is kept on this device, in IndexedDB: sealed with `local`, or sealed for the server, or public. */
export class Device {
  readonly #database: Promise<IDBPDatabase<Schema>>;

  constructor(name = NAME) {
    this.#database = openDB<Schema>(name, VERSION, {
      upgrade(database) {
        database.createObjectStore('vaults', { keyPath: 'userId' });
        database.createObjectStore('sealed', { keyPath: ['vaultId', 'place'] });
        const drafts = database.createObjectStore('drafts', { keyPath: ['vaultId', 'place'] });
        drafts.createIndex('text', ['vaultId', 'text']);
        const waiting = database.createObjectStore('waiting', { keyPath: 'order', autoIncrement: true });
        waiting.createIndex('vault', 'vaultId');
        database.createObjectStore('cache', { keyPath: ['vaultId', 'entryId'] });
      },
    });
    // Whoever first needs it is told; until then a refusal is nobody's.
    this.#database.catch(() => undefined);
  }

  knownVault(userId: string): Promise<KnownVault | undefined> {
    return this.#run((database) => database.get('vaults', userId));
  }

  /** When nobody can be asked who it is: whoever was here last and did not sign out. */
  lastVault(): Promise<(KnownVault & { readonly row: VaultRow }) | undefined> {
    return this.#run(async (database) => {
      const all = await database.getAll('vaults');
      return all.filter(hasRow).toSorted((one, other) => other.seenAt - one.seenAt)[0];
    });
  }

  /**
   * After signing out nothing of the journal can be opened here without the server any more. What it does not have yet
   * stays, sealed, and so does what this device must never forget: how far it has seen the vault.
   */
  async signOut(): Promise<void> {
    await this.#run(async (database) => {
      const change = database.transaction(['vaults', 'sealed', 'drafts', 'cache'], 'readwrite');
      for (const vault of await change.objectStore('vaults').getAll())
        void change.objectStore('vaults').put({ ...vault, row: null });
      for (const [vaultId, place] of await change.objectStore('sealed').getAllKeys())
        if (place === COPIED_PLACE) void change.objectStore('sealed').delete([vaultId, place]);
      for (const { vaultId, place, isSaved } of await change.objectStore('drafts').getAll())
        if (isSaved) void change.objectStore('drafts').delete([vaultId, place]);
      void change.objectStore('cache').clear();
      await change.done;
    });
  }

  keepVault(vault: KnownVault): Promise<unknown> {
    return this.#run((database) => database.put('vaults', vault));
  }

  forgetVault(userId: string): Promise<unknown> {
    return this.#run((database) => database.delete('vaults', userId));
  }

  sealed(vaultId: string, place: string): Promise<SealedRow | undefined> {
    return this.#run((database) => database.get('sealed', [vaultId, place]));
  }

  keepSealed(row: SealedRow): Promise<unknown> {
    return this.#run((database) => database.put('sealed', row));
  }

  dropSealed(vaultId: string, place: string): Promise<unknown> {
    return this.#run((database) => database.delete('sealed', [vaultId, place]));
  }

  /** Rows of entries as the server last showed them: still sealed, and verified again whenever they are opened. */
  cached(vaultId: string): Promise<readonly StoredEntry[]> {
    return this.#run(async (database) =>
      (await database.getAll('cache', ofVault(vaultId))).map(({ row }) => row),
    );
  }

  keepCached(vaultId: string, rows: readonly StoredEntry[]): Promise<void> {
    return this.#run(async (database) => {
      const change = database.transaction('cache', 'readwrite');
      for (const row of rows) void change.store.put({ vaultId, entryId: row.entryId, row });
      await change.done;
    });
  }

  dropCached(vaultId: string, entryId: string): Promise<unknown> {
    return this.#run((database) => database.delete('cache', [vaultId, entryId]));
  }

  /** Texts of which a revision waits or a draft became none; what is in them, and how many of each, is sealed. */
  countUnsent(vaultId: string): Promise<number> {
    return this.#run(async (database) => {
      const waiting = await database.getAllFromIndex('waiting', 'vault', vaultId);
      const drafts = await database.getAll('drafts', ofVault(vaultId));
      const unsaved = drafts.filter(({ isSaved }) => !isSaved).map(({ text }) => text.split('/')[0]);
      const written = waiting.filter(({ revision }) => revision.schema !== 'vault-index/1');
      return new Set([...written.map(({ entryId }) => entryId), ...unsaved]).size;
    });
  }

  /** All of them, in the order in which they must arrive. */
  waiting(vaultId: string): Promise<readonly Waiting[]> {
    return this.#run(
      async (database) => (await database.getAllFromIndex('waiting', 'vault', vaultId)) as Waiting[],
    );
  }

  /** The first one behind `after` in that order: a queue is read one revision at a time, however long it is. */
  nextWaiting(vaultId: string, after: number): Promise<Waiting | null> {
    return this.#run(async (database) => {
      for (let at = after; ;) {
        const row = await database.get('waiting', IDBKeyRange.lowerBound(at, true));
        if (row?.order === undefined) return null;
        if (row.vaultId === vaultId) return row as Waiting;
        at = row.order; // somebody else's, who writes in this browser too
      }
    });
  }

  /** In one piece: what it replaces goes when it is there, and not before. */
  addWaiting(row: WaitingRow, replacing: readonly number[] = []): Promise<void> {
    return this.#run(async (database) => {
      const change = database.transaction('waiting', 'readwrite', { durability: 'strict' });
      for (const order of replacing) void change.store.delete(order);
      void change.store.add(row);
      await change.done;
    });
  }

  dropWaiting(orders: readonly number[]): Promise<void> {
    return this.#run(async (database) => {
      const change = database.transaction('waiting', 'readwrite');
      for (const order of orders) void change.store.delete(order);
      await change.done;
    });
  }

  /** On the disk before it is said to be. */
  keepDraft(row: DraftRow): Promise<void> {
    return this.#run(async (database) => {
      const change = database.transaction('drafts', 'readwrite', { durability: 'strict' });
      void change.store.put(row);
      await change.done;
    });
  }

  drafts(vaultId: string): Promise<readonly DraftRow[]> {
    return this.#run((database) => database.getAll('drafts', ofVault(vaultId)));
  }

  draftsOf(vaultId: string, text: string): Promise<readonly DraftRow[]> {
    return this.#run((database) => database.getAllFromIndex('drafts', 'text', [vaultId, text]));
  }

  /** Those that were there at `until`: what is typed meanwhile is not saved yet. */
  markDraftsSaved(vaultId: string, text: string, until: number): Promise<void> {
    return this.#run(async (database) => {
      const change = database.transaction('drafts', 'readwrite');
      for (const row of await change.store.index('text').getAll([vaultId, text]))
        if (!row.isSaved && row.at <= until) void change.store.put({ ...row, isSaved: true });
      await change.done;
    });
  }

  async close(): Promise<void> {
    (await this.#database).close();
  }

  async #run<T>(work: (database: IDBPDatabase<Schema>) => Promise<T>): Promise<T> {
    try {
      return await work(await this.#database);
    } catch (error) {
      throw new VaultRefused('device-storage', { name: error instanceof Error ? error.name : 'unknown' });
    }
  }
}

function hasRow(vault: KnownVault): vault is KnownVault & { readonly row: VaultRow } {
  return vault.row !== null;
}

/** Every key that begins with the vault: arrays sort after texts, so an empty one is the end. */
function ofVault(vaultId: string): IDBKeyRange {
  return IDBKeyRange.bound([vaultId], [vaultId, []]);
}
