import type { Sealed } from '@visavis/sealing';
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
  /** As last shown, so that a journal opens without a connection. */
  readonly row: VaultRow;
}

/** Sealed with the key `local` of that generation. */
export interface SealedRow extends Sealed {
  readonly vaultId: string;
  /** Also what it was sealed for: rows cannot change places. */
  readonly place: string;
  readonly generation: number;
}

export interface DraftRow extends SealedRow {
  readonly entryId: string;
  readonly at: number;
}

/** A sealed revision that waits for the server; ready to be sent, readable by nobody else. */
export interface WaitingRow extends SaveRevisionWish {
  readonly vaultId: string;
  readonly entryId: string;
  readonly order?: number;
}

export interface CachedRow {
  readonly vaultId: string;
  readonly entryId: string;
  readonly row: StoredEntry;
}

interface Schema extends DBSchema {
  vaults: { key: string; value: KnownVault };
  sealed: { key: [string, string]; value: SealedRow };
  drafts: { key: [string, string]; value: DraftRow; indexes: { entry: [string, string] } };
  waiting: { key: number; value: WaitingRow; indexes: { vault: string } };
  cache: { key: [string, string]; value: CachedRow };
}

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
        drafts.createIndex('entry', ['vaultId', 'entryId']);
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

  /** Of whom nobody could be asked: offline there is one person per device, the one who was here last. */
  async knownVaults(): Promise<readonly KnownVault[]> {
    return this.#run((database) => database.getAll('vaults'));
  }

  keepVault(vault: KnownVault): Promise<unknown> {
    return this.#run((database) => database.put('vaults', vault));
  }

  sealed(vaultId: string, place: string): Promise<SealedRow | undefined> {
    return this.#run((database) => database.get('sealed', [vaultId, place]));
  }

  keepSealed(row: SealedRow): Promise<unknown> {
    return this.#run((database) => database.put('sealed', row));
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
