import type {
  AddCommentWish,
  CommentsReply,
  EntryReply,
  PeopleReply,
  RemindersReply,
  RevisionReply,
  SaveRevisionWish,
  SharedEntryReply,
  StoredEntry,
  VaultReply,
} from '@visavis/journal';
import type { WrappedEntryKey } from '@visavis/sealing';
import {
  type Bytes,
  type Comment,
  type Deletion,
  equalInConstantTime,
  type Grant,
  type PublicIdentity,
  type Revision,
  revisionHash,
  verifyDeletion,
  verifyGrant,
  verifyIdentity,
  verifyRevision,
} from '@visavis/sealing-proof';
import { VaultRefused, type VaultTrouble } from '../../vault-trouble';
import type { JournalServer, VaultRow } from '../journal-server';

interface KeptEntry {
  readonly vaultId: string;
  readonly ownerId: string;
  revisions: Revision[];
  keys: WrappedEntryKey[];
  grants: Grant[];
  comments: (AddCommentWish & { edPub: Bytes })[];
  closed: boolean;
  tombstone: Deletion | null;
}

interface Person {
  readonly id: string;
  readonly name: string;
  vault: VaultRow | null;
  keys: (PublicIdentity & { keyId: string })[];
  readonly reminders: Map<string, { remindOn: string; isPlanned: boolean }>;
}

type Call = keyof JournalServer;

/**
 * A server for tests of what runs in the worker, where the API cannot: it keeps rows in memory and refuses what the API
 * refuses, by the same functions of `sealing-proof`. Whole flows run against the API itself, in e2e.
 */
export class AServer {
  readonly people = new Map<string, Person>();
  readonly entries = new Map<string, KeptEntry>();
  /** Everything that was asked, in order. */
  readonly asked: Call[] = [];
  offline = false;
  /** Entries on one page; a cursor counts them. */
  perPage = Infinity;
  /** Called before each request; what it throws is the answer. */
  before: (call: Call, userId: string) => void | Promise<void> = () => undefined;
  /** Called after each request was done: what it throws is an answer that got lost. */
  after: (call: Call) => void = () => undefined;

  join(id: string, name: string): JournalServer {
    this.people.set(id, { id, name, vault: null, keys: [], reminders: new Map() });
    return this.#routesOf(id);
  }

  /** The same person on another device. */
  again(id: string): JournalServer {
    return this.#routesOf(id);
  }

  /** Days on which somebody will be reminded, sorted. */
  remindersOf(id: string): readonly string[] {
    const all = [...(this.people.get(id)?.reminders.values() ?? [])];
    return all.flatMap(({ remindOn, isPlanned }) => (isPlanned ? [remindOn] : [])).toSorted();
  }

  kept(entryId: string): KeptEntry {
    const entry = this.entries.get(entryId);
    if (!entry) throw new Error(`nothing is kept under ${entryId}`);
    return entry;
  }

  #routesOf(id: string): JournalServer {
    const routes = new Routes(this, id);
    return new Proxy(routes, {
      get: (target, name: Call) =>
        typeof target[name] !== 'function'
          ? target[name]
          : async (...given: never[]) => {
              if (this.offline) throw new VaultRefused('offline');
              this.asked.push(name);
              await this.before(name, id);
              const answer = await (target[name] as (...all: never[]) => Promise<unknown>).apply(
                target,
                given,
              );
              this.after(name);
              return structuredClone(answer);
            },
    }) as JournalServer;
  }
}

class Routes implements JournalServer {
  readonly #server: AServer;
  readonly #me: Person;

  constructor(server: AServer, id: string) {
    this.#server = server;
    const me = server.people.get(id);
    if (!me) throw new Error(`${id} has not joined`);
    this.#me = me;
  }

  async readVault(): Promise<VaultReply> {
    return { userId: this.#me.id, vault: this.#me.vault, may: { share: true, until: null } };
  }

  async openVault({ id, suite, slots, identity, keyId }: Parameters<JournalServer['openVault']>[0]) {
    if (this.#me.vault) no('vault-exists');
    if (slots.length < 2 || !slots.some(({ type }) => type === 'recovery')) no('too-few-slots');
    await verifyIdentity(identity);
    this.#me.vault = {
      id,
      suite,
      generation: 1,
      slots,
      identity: { ...identity, keyId },
      previous: [],
      openedAt: 0,
      restarted: null,
    };
    this.#me.keys.push({ ...identity, keyId });
  }

  async changeSlots(...[add, remove]: Parameters<JournalServer['changeSlots']>) {
    const vault = this.#vault();
    if (add.some(({ generation }) => generation !== vault.generation)) no('generation-moved');
    const slots = [...vault.slots.filter(({ slotId }) => !remove.includes(slotId)), ...add];
    if (slots.length < 2 || !slots.some(({ type }) => type === 'recovery')) no('too-few-slots');
    this.#me.vault = { ...vault, slots };
  }

  async rotate({ slots, identity, keyId, previous }: Parameters<JournalServer['rotate']>[0]) {
    const vault = this.#vault();
    const generation = vault.generation + 1;
    if (identity.generation !== generation) no('generation-moved');
    this.#me.vault = {
      ...vault,
      generation,
      slots,
      identity: { ...identity, keyId },
      previous: [...vault.previous, previous],
    };
    this.#me.keys.push({ ...identity, keyId });
  }

  async startAgain() {
    this.#vault();
    for (const [entryId, entry] of this.#server.entries)
      if (entry.ownerId === this.#me.id) this.#server.entries.delete(entryId);
    this.#me.vault = null;
    return { until: 90 };
  }

  async readEntries(after: string | null) {
    const all = [...this.#server.entries].filter(([, { ownerId }]) => ownerId === this.#me.id);
    const from = Number(after ?? 0);
    const upTo = from + this.#server.perPage;
    const own = all.slice(from, upTo);
    return {
      entries: own.flatMap(([entryId, kept]) => (kept.tombstone ? [] : [stored(entryId, kept)])),
      tombstones: own.flatMap(([, { tombstone }]) => (tombstone ? [tombstone] : [])),
      next: upTo < all.length ? String(upTo) : null,
      upTo: '0', // what changed since is all of it, again
    };
  }

  async readEntry(entryId: string): Promise<EntryReply> {
    const kept = this.#own(entryId);
    return { entry: kept.tombstone ? null : stored(entryId, kept), tombstone: kept.tombstone };
  }

  async readHistory(entryId: string) {
    const { revisions, keys } = this.#own(entryId);
    return { revisions: revisions.map((each) => ({ ...each, savedAt: 0 })), keys, next: null };
  }

  async readRevision(entryId: string, rev: number): Promise<RevisionReply> {
    const { revisions, keys } = this.#own(entryId);
    const revision = revisions.find((each) => each.rev === rev);
    const key = keys.find(({ epoch }) => epoch === revision?.epoch);
    return revision && key ? { revision, key, savedAt: 0 } : no('not-found');
  }

  async saveRevision(entryId: string, { revision, key, grants = [] }: SaveRevisionWish) {
    const vault = this.#vault();
    const owner = { id: this.#me.id, key: await verifyIdentity(vault.identity) };
    const hash = await verifyRevision(revision, owner);
    const kept = this.#server.entries.get(entryId);
    if (kept?.tombstone) no('entry-deleted');
    const there = kept?.revisions.find((each) => equalInConstantTime(revisionHash(each), hash));
    if (there) return { rev: there.rev, hash, savedAt: 0 };
    const head = kept?.revisions.at(-1);
    if (kept && kept.ownerId !== this.#me.id) no('not-found');
    if (
      revision.rev !== (head?.rev ?? 0) + 1 ||
      (head && !equalInConstantTime(revision.prevHash, revisionHash(head)))
    )
      no('head-moved', { head: head && { rev: head.rev, epoch: head.epoch } });
    const epoch = head?.epoch ?? 0;
    if (revision.epoch === epoch && kept?.closed) no('epoch-closed');
    if (revision.epoch !== epoch && revision.epoch !== epoch + 1) no('epoch-out-of-order');
    if ((revision.epoch === epoch + 1) !== (key !== undefined)) no('key-wrong');
    if (grants.length > 1) no('one-reader');
    for (const grant of grants) await verifyGrant(grant, revision.schema, owner);
    const entry = kept ?? {
      vaultId: vault.id,
      ownerId: this.#me.id,
      revisions: [],
      keys: [],
      grants: [],
      comments: [],
      closed: false,
      tombstone: null,
    };
    entry.revisions.push(revision);
    if (key) Object.assign(entry, { keys: [...entry.keys, key], grants, closed: false });
    this.#server.entries.set(entryId, entry);
    return { rev: revision.rev, hash, savedAt: 0 };
  }

  async deleteEntry(entryId: string, deletion: Deletion) {
    const kept = this.#own(entryId);
    const head = kept.revisions.at(-1);
    await verifyDeletion(deletion, await verifyIdentity(this.#vault().identity));
    if (head?.rev !== deletion.rev) no('head-moved');
    Object.assign(kept, { tombstone: deletion, revisions: [], keys: [], grants: [], comments: [] });
  }

  async revoke(entryId: string, recipientId: string) {
    const kept = this.#own(entryId);
    kept.grants = kept.grants.filter((grant) => grant.recipientId !== recipientId);
    kept.closed = true;
  }

  async readComments(entryId: string): Promise<CommentsReply> {
    const kept = this.#server.kept(entryId);
    const mine = kept.ownerId === this.#me.id;
    const epoch = this.#epochRead(entryId);
    const comments = kept.comments.filter(({ comment }) => mine || comment.epoch === epoch);
    return {
      comments: comments.map(({ comment, keyId, edPub }) => ({
        comment,
        authorName: this.#server.people.get(comment.authorId)?.name ?? '',
        authorKeyId: keyId,
        edPub,
        at: 0,
      })),
      keys: mine ? kept.keys : [],
    };
  }

  async addComment(entryId: string, { comment, keyId }: { comment: Comment; keyId: string }) {
    const epoch = this.#epochRead(entryId);
    if (comment.epoch !== epoch) no('epoch-out-of-order');
    const row = this.#me.keys.find((each) => each.keyId === keyId) ?? no('not-found');
    this.#server.kept(entryId).comments.push({ comment, keyId, edPub: row.edPub });
  }

  async readReminders(): Promise<RemindersReply> {
    const planned = [...this.#me.reminders].filter(([, { isPlanned }]) => isPlanned);
    return { reminders: planned.map(([id, { remindOn }]) => ({ id, remindOn })) };
  }

  async keepReminder(id: string, remindOn: string) {
    if (this.#me.reminders.get(id)?.isPlanned === false) no('not-found');
    this.#me.reminders.set(id, { remindOn, isPlanned: true });
  }

  async cancelReminder(id: string) {
    const reminder = this.#me.reminders.get(id);
    if (!reminder?.isPlanned) no('not-found');
    else reminder.isPlanned = false;
  }

  async readPeople(): Promise<PeopleReply> {
    const others = [...this.#server.people.values()].filter(({ id }) => id !== this.#me.id);
    return {
      people: others.map(({ id, name, keys }) => ({
        userId: id,
        name,
        role: 'supervisor',
        keys: keys.at(-1) ?? null,
        contractId: id,
      })),
    };
  }

  async readShared(): Promise<SharedEntryReply[]> {
    return [...this.#server.entries].flatMap(([entryId, kept]) => {
      const grant = kept.grants.find(({ recipientId }) => recipientId === this.#me.id);
      const head = kept.revisions.findLast(({ epoch }) => epoch === grant?.epoch);
      const owner = this.#server.people.get(kept.ownerId);
      if (!grant || !head || !owner) return [];
      return [
        {
          vaultId: kept.vaultId,
          ownerId: owner.id,
          ownerName: owner.name,
          ownerKeys: owner.keys,
          entryId,
          schema: head.schema,
          grant,
          head,
          sharedAt: 0,
          savedAt: 0,
          comments: kept.comments.length,
        },
      ];
    });
  }

  async readSharedEntry(entryId: string) {
    return (await this.readShared()).find((each) => each.entryId === entryId) ?? no('not-found');
  }

  #vault(): VaultRow {
    return this.#me.vault ?? no('vault-missing');
  }

  #own(entryId: string): KeptEntry {
    const kept = this.#server.entries.get(entryId);
    return kept?.ownerId === this.#me.id ? kept : no('not-found');
  }

  /** The epoch whoever asks reads and comments in. */
  #epochRead(entryId: string): number {
    const kept = this.#server.kept(entryId);
    const current = kept.keys.at(-1)?.epoch ?? 0;
    if (kept.ownerId === this.#me.id) return current;
    return kept.grants.some(({ recipientId }) => recipientId === this.#me.id) ? current : no('not-found');
  }
}

function stored(entryId: string, { revisions, keys, grants, closed }: KeptEntry): StoredEntry {
  const [head, key] = [revisions.at(-1), keys.at(-1)];
  if (!head || !key) throw new Error('an entry has a revision');
  return { entryId, schema: head.schema, epochClosed: closed, key, head, savedAt: 0, grants };
}

function no(reason: VaultTrouble, details: Readonly<Record<string, unknown>> = {}): never {
  throw new VaultRefused(reason, details);
}
