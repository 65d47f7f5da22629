import type {
  AddCommentWish,
  CommentsReply,
  EntriesReply,
  EntryReply,
  OpenVaultWish,
  PeopleReply,
  RemindersReply,
  RevisionReply,
  RevisionsReply,
  RotateVaultWish,
  SavedReply,
  SaveRevisionWish,
  SharedEntryReply,
  StartAgainReply,
  VaultReply,
} from '@visavis/journal';
import type { Slot } from '@visavis/sealing';
import type { Deletion } from '@visavis/sealing-proof';

export type VaultRow = NonNullable<VaultReply['vault']>;

/**
 * The routes of the journal, in bytes instead of text. Whatever the server says beside what is signed is believed of
 * nothing. Every method throws `VaultRefused`; `offline` when nobody answered.
 */
export interface JournalServer {
  readVault(): Promise<VaultReply>;
  openVault(wish: OpenVaultWish): Promise<void>;
  changeSlots(add: readonly Slot[], remove: readonly string[]): Promise<void>;
  rotate(wish: RotateVaultWish): Promise<void>;
  startAgain(): Promise<StartAgainReply>;
  readEntries(after: string | null): Promise<EntriesReply>;
  readEntry(entryId: string): Promise<EntryReply>;
  readHistory(entryId: string, after: string | null): Promise<RevisionsReply>;
  readRevision(entryId: string, rev: number): Promise<RevisionReply>;
  saveRevision(entryId: string, wish: SaveRevisionWish): Promise<SavedReply>;
  deleteEntry(entryId: string, deletion: Deletion): Promise<void>;
  revoke(entryId: string, recipientId: string): Promise<void>;
  readComments(entryId: string): Promise<CommentsReply>;
  addComment(entryId: string, wish: AddCommentWish): Promise<void>;
  readReminders(): Promise<RemindersReply>;
  keepReminder(id: string, remindOn: string): Promise<void>;
  cancelReminder(id: string): Promise<void>;
  readPeople(): Promise<PeopleReply>;
  readShared(): Promise<readonly SharedEntryReply[]>;
  readSharedEntry(entryId: string): Promise<SharedEntryReply>;
}
