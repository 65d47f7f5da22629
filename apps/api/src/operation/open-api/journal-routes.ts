import {
  addCommentWish,
  changeSlotsWish,
  commentsReply,
  deleteEntryWish,
  entriesReply,
  entryReply,
  openVaultWish,
  pageQuery,
  peopleReply,
  remindersReply,
  reminderWish,
  revisionReply,
  revisionsReply,
  revokeWish,
  rotateVaultWish,
  savedReply,
  saveRevisionWish,
  sharedEntriesReply,
  sharedEntryWire,
  startAgainReply,
  vaultReply,
} from '@visavis/journal';
import { deletionWire } from '@visavis/sealing-proof';
import type { Routes } from './described';

/** Sealed things: the server keeps, orders and verifies them, and reads none. */
export const JOURNAL_ROUTES: Routes = {
  '/api/vault': {
    get: { says: 'What a device needs to open the own vault', answers: vaultReply },
    post: { says: 'Open a vault', asks: openVaultWish, answers: vaultReply, status: 201 },
  },
  '/api/vault/slots': {
    post: { says: 'Change the ways in', asks: changeSlotsWish, answers: vaultReply },
  },
  '/api/vault/rotation': {
    post: { says: 'The next generation of keys', asks: rotateVaultWish, answers: vaultReply },
  },
  '/api/vault/start-again': {
    post: { says: 'Set the vault aside, all ways in being lost', answers: startAgainReply },
  },
  '/api/vault/people': {
    get: { says: 'Those with whom a contract is in force, and their public keys', answers: peopleReply },
  },
  '/api/vault/entries': {
    get: { says: 'The own entries, in the order of their changes', query: pageQuery, answers: entriesReply },
  },
  '/api/vault/entries/{entryId}': {
    get: { says: 'One entry as it stands, or its tombstone', answers: entryReply },
  },
  '/api/vault/entries/{entryId}/revisions': {
    get: { says: 'Every revision, oldest first', query: pageQuery, answers: revisionsReply },
    post: {
      says: 'Keep the next revision; again with the same hash: 200, and nothing more',
      asks: saveRevisionWish,
      answers: savedReply,
      status: 201,
    },
  },
  '/api/vault/entries/{entryId}/revisions/{rev}': {
    get: { says: 'One revision with the key of its epoch', answers: revisionReply },
  },
  '/api/vault/entries/{entryId}/deletion': {
    post: { says: 'Delete; the signature stays', asks: deleteEntryWish, answers: deletionWire },
  },
  '/api/vault/entries/{entryId}/revocation': {
    post: { says: 'Take a reader away', asks: revokeWish, status: 204 },
  },
  '/api/vault/entries/{entryId}/comments': {
    get: { says: 'Comments, for the owner and for whoever may read now', answers: commentsReply },
    post: { says: 'Comment', asks: addCommentWish, status: 201 },
  },
  '/api/shared-entries': {
    get: { says: 'Entries that others opened to whoever asks', answers: sharedEntriesReply },
  },
  '/api/shared-entries/{entryId}': {
    get: { says: 'One of them', answers: sharedEntryWire },
  },
  '/api/reminders': {
    get: { says: 'Reminders that have not been sent', answers: remindersReply },
  },
  '/api/reminders/{id}': {
    put: { says: 'Remind me on a day', asks: reminderWish, status: 204 },
    delete: { says: 'Do not remind me', status: 204 },
  },
};
