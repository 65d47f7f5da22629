import { addCommentWish, openVaultWish, saveRevisionWish } from '@visavis/journal';
import {
  beginVault,
  type EntryKey,
  type EntryMemory,
  type Generation,
  newEntryKey,
  pin,
  type Pins,
  sealComment,
  sealGrant,
  sealRevision,
  wrapEntryKey,
  writeVaultIndex,
} from '@visavis/sealing';
import {
  type Head,
  type PublicIdentity,
  revisionHash,
  type Schema,
  SUITE,
  toHex,
} from '@visavis/sealing-proof';
import * as z from 'zod/mini';

/** A way to the API with somebody's session. */
export interface Caller {
  send(method: 'GET' | 'POST', path: string, body?: unknown): Promise<unknown>;
}

/** What a demo vault remembers of an entry: enough for the index that its owner's devices share. */
interface Known {
  readonly key: EntryKey;
  readonly head: Head;
  readonly readers: readonly string[];
}

const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));

/** A vault of somebody fictitious, opened and filled over HTTP as their browser would. */
export class VaultMaker {
  readonly #caller: Caller;
  readonly #generation: Generation;
  readonly #keyId: string;
  readonly #known = new Map<string, Known>();
  #pins: Pins = {};
  readonly passphrase: string;

  private constructor(caller: Caller, generation: Generation, keyId: string, passphrase: string) {
    this.#caller = caller;
    this.#generation = generation;
    this.#keyId = keyId;
    this.passphrase = passphrase;
  }

  static async open(caller: Caller, userId: string): Promise<VaultMaker> {
    const [vaultId, passphraseSlotId, recoverySlotId, keyId] = [0, 1, 2, 3].map(() =>
      crypto.randomUUID(),
    ) as [string, string, string, string];
    const begun = await beginVault({ vaultId, userId, passphraseSlotId, recoverySlotId }, random);
    const wish = { id: vaultId, suite: SUITE, slots: [...begun.slots], identity: begun.identity, keyId };
    await caller.send('POST', '/api/vault', z.encode(openVaultWish, wish));
    return new VaultMaker(caller, begun.generation, keyId, begun.passphrase);
  }

  get publicKeys(): PublicIdentity {
    return this.#generation.identity.publicKeys;
  }

  /** As if their words had been read aloud. */
  trust({ userId, edPub }: PublicIdentity): void {
    this.#pins = pin(this.#pins, userId, edPub);
  }

  /** @returns the entry's id */
  async write(schema: Schema, body: string, entryId: string = crypto.randomUUID()): Promise<string> {
    await this.#save(entryId, newEntryKey(this.#generation, entryId, 1, random), null, { schema, body });
    return entryId;
  }

  /** Opens a new epoch of an entry to a reader who is trusted. */
  async share(entryId: string, reader: PublicIdentity, body: string): Promise<void> {
    const before = this.#of(entryId);
    const schema = 'journal/1';
    const key = newEntryKey(this.#generation, entryId, before.key.epoch + 1, random);
    const grant = await sealGrant(
      key,
      this.#generation.identity,
      { reader, pins: this.#pins, schema },
      random,
    );
    await this.#save(entryId, key, before.head, { schema, body }, [grant]);
  }

  /** A comment of a reader, with the key of the epoch that was shared. */
  async comment(key: EntryKey, body: string): Promise<void> {
    const commentId = crypto.randomUUID();
    const comment = await sealComment(key, this.#generation.identity, { commentId, body }, random);
    const wish = z.encode(addCommentWish, { comment, keyId: this.#keyId });
    await this.#caller.send('POST', `/api/vault/entries/${key.entryId}/comments`, wish);
  }

  keyOf(entryId: string): EntryKey {
    return this.#of(entryId).key;
  }

  /** The last thing: what other devices of this person will recognise their journal by. */
  async writeIndex(): Promise<void> {
    const { master, identity } = this.#generation;
    const entries = [...this.#known].map(([id, { key, head, readers }]): [string, EntryMemory] => [
      id,
      { epoch: key.epoch, rev: head.rev, hash: toHex(head.hash), readers: [...readers] },
    ]);
    const index = writeVaultIndex({
      v: 1,
      generation: master.generation,
      edPub: toHex(identity.publicKeys.edPub),
      pins: this.#pins,
      keyRows: [],
      entries: Object.fromEntries(entries),
    });
    await this.write('vault-index/1', index);
  }

  #of(entryId: string): Known {
    const known = this.#known.get(entryId);
    if (!known) throw new Error(`no entry ${entryId} was written`);
    return known;
  }

  async #save(
    entryId: string,
    key: EntryKey,
    head: Head | null,
    text: { readonly schema: Schema; readonly body: string },
    grants?: Awaited<ReturnType<typeof sealGrant>>[],
  ): Promise<void> {
    const { identity } = this.#generation;
    const revision = await sealRevision(key, identity, { head, ...text }, random);
    const wish = { revision, key: wrapEntryKey(this.#generation, key, random), ...(grants && { grants }) };
    const path = `/api/vault/entries/${entryId}/revisions`;
    await this.#caller.send('POST', path, z.encode(saveRevisionWish, wish));
    const saved = { rev: revision.rev, hash: revisionHash(revision) };
    this.#known.set(entryId, { key, head: saved, readers: (grants ?? []).map((each) => each.recipientId) });
  }
}
