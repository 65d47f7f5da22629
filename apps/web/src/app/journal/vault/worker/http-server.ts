import {
  addCommentWish,
  type AddCommentWish,
  changeSlotsWish,
  commentsReply,
  deleteEntryWish,
  entriesReply,
  entryReply,
  openVaultWish,
  type OpenVaultWish,
  peopleReply,
  remindersReply,
  revisionReply,
  revisionsReply,
  revokeWish,
  rotateVaultWish,
  type RotateVaultWish,
  savedReply,
  saveRevisionWish,
  type SaveRevisionWish,
  sharedEntriesReply,
  sharedEntryWire,
  startAgainReply,
  vaultReply,
} from '@visavis/journal';
import type { Slot } from '@visavis/sealing';
import type { Deletion } from '@visavis/sealing-proof';
import * as z from 'zod/mini';
import type { Connection } from './connection';
import type { JournalServer } from './journal-server';

const nothing = z.unknown();

/** The journal's routes over HTTP. One line each: what crosses is written and read with the shapes of its owner. */
export class HttpServer implements JournalServer {
  readonly #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  readVault = () => this.#connection.get('/api/vault', vaultReply);

  openVault = (wish: OpenVaultWish) => this.#tell('/api/vault', z.encode(openVaultWish, wish));

  changeSlots = (add: readonly Slot[], remove: readonly string[]) =>
    this.#tell('/api/vault/slots', z.encode(changeSlotsWish, { add: [...add], remove: [...remove] }));

  rotate = (wish: RotateVaultWish) => this.#tell('/api/vault/rotation', z.encode(rotateVaultWish, wish));

  startAgain = () => this.#connection.post('/api/vault/start-again', {}, startAgainReply);

  readEntries = (after: string | null) =>
    this.#connection.get(`/api/vault/entries${query(after)}`, entriesReply);

  readEntry = (entryId: string) => this.#connection.get(entryPath(entryId), entryReply);

  readHistory = (entryId: string, after: string | null) =>
    this.#connection.get(`${entryPath(entryId)}/revisions${query(after)}`, revisionsReply);

  readRevision = (entryId: string, rev: number) =>
    this.#connection.get(`${entryPath(entryId)}/revisions/${rev}`, revisionReply);

  saveRevision = (entryId: string, wish: SaveRevisionWish) =>
    this.#connection.post(`${entryPath(entryId)}/revisions`, z.encode(saveRevisionWish, wish), savedReply);

  deleteEntry = (entryId: string, { rev, headHash, signature }: Deletion) =>
    this.#tell(`${entryPath(entryId)}/deletion`, z.encode(deleteEntryWish, { rev, headHash, signature }));

  revoke = (entryId: string, recipientId: string) =>
    this.#tell(`${entryPath(entryId)}/revocation`, z.encode(revokeWish, { recipientId }));

  readComments = (entryId: string) => this.#connection.get(`${entryPath(entryId)}/comments`, commentsReply);

  addComment = (entryId: string, wish: AddCommentWish) =>
    this.#tell(`${entryPath(entryId)}/comments`, z.encode(addCommentWish, wish));

  readReminders = () => this.#connection.get('/api/reminders', remindersReply);

  keepReminder = async (id: string, remindOn: string) => {
    await this.#connection.put(`/api/reminders/${encodeURIComponent(id)}`, { remindOn }, nothing);
  };

  cancelReminder = async (id: string) => {
    await this.#connection.delete(`/api/reminders/${encodeURIComponent(id)}`, nothing);
  };

  readPeople = () => this.#connection.get('/api/vault/people', peopleReply);

  readShared = async () => (await this.#connection.get('/api/shared-entries', sharedEntriesReply)).entries;

  readSharedEntry = (entryId: string) =>
    this.#connection.get(`/api/shared-entries/${encodeURIComponent(entryId)}`, sharedEntryWire);

  async #tell(path: string, body: unknown): Promise<void> {
    await this.#connection.post(path, body, nothing);
  }
}

function entryPath(entryId: string): string {
  return `/api/vault/entries/${encodeURIComponent(entryId)}`;
}

function query(after: string | null): string {
  return after === null ? '' : `?after=${encodeURIComponent(after)}`;
}
