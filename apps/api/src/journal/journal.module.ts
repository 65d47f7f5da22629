import { Module } from '@nestjs/common';
import { OutboxModule } from '../outbox/outbox.module';
import { AddComment } from './comments/add-comment';
import { CommentsController } from './comments/comments.controller';
import { ListComments } from './comments/list-comments';
import { AppendInEpoch } from './entries/append-in-epoch';
import { AppendRevision } from './entries/append-revision';
import { DeleteEntry } from './entries/delete-entry';
import { EntriesController } from './entries/entries.controller';
import { FindReader } from './entries/find-reader';
import { ListEntries } from './entries/list-entries';
import { ListRevisions } from './entries/list-revisions';
import { RevokeReader } from './entries/revoke-reader';
import { KeepReminder } from './reminders/keep-reminder';
import { RemindersController } from './reminders/reminders.controller';
import { ListShared } from './shared/list-shared';
import { SharedEntriesController } from './shared/shared-entries.controller';
import { ChangeSlots } from './vault/change-slots';
import { ListPeople } from './vault/list-people';
import { OpenVault } from './vault/open-vault';
import { RotateVault } from './vault/rotate-vault';
import { ShowVault } from './vault/show-vault';
import { StartAgain } from './vault/start-again';
import { VaultController } from './vault/vault.controller';

/** Vaults: sealed texts that the server keeps in order and cannot read. */
@Module({
  imports: [OutboxModule],
  controllers: [
    VaultController,
    EntriesController,
    CommentsController,
    SharedEntriesController,
    RemindersController,
  ],
  providers: [
    ShowVault,
    OpenVault,
    ChangeSlots,
    RotateVault,
    StartAgain,
    ListPeople,
    AppendInEpoch,
    AppendRevision,
    FindReader,
    ListEntries,
    ListRevisions,
    DeleteEntry,
    RevokeReader,
    ListComments,
    AddComment,
    ListShared,
    KeepReminder,
  ],
})
export class JournalModule {}
