import { Module } from '@nestjs/common';
import { AccountModule } from '../account/account.module';
import { OutboxModule } from '../outbox/outbox.module';
import { AuditController } from './audit/audit.controller';
import { ListAudit } from './audit/list-audit';
import { ChangePractice } from './change-practice';
import { AskPracticeErasure } from './data/ask-practice-erasure';
import { DataController } from './data/data.controller';
import { ErasePerson } from './data/erase-person';
import { ExportAccount } from './data/export-account';
import { ExportDesk } from './data/export-desk';
import { ExportPractice } from './data/export-practice';
import { ShowRetention } from './data/show-retention';
import { AcceptInvitation } from './invitations/accept-invitation';
import { FindInvitation } from './invitations/find-invitation';
import { InvitationsController } from './invitations/invitations.controller';
import { InvitePerson } from './invitations/invite-person';
import { ListInvitations } from './invitations/list-invitations';
import { PublicInvitationsController } from './invitations/public-invitations.controller';
import { SendInvitationAgain } from './invitations/send-invitation-again';
import { ShowInvitation } from './invitations/show-invitation';
import { WithdrawInvitation } from './invitations/withdraw-invitation';
import { ChangeMember } from './members/change-member';
import { ListMembers } from './members/list-members';
import { MembersController } from './members/members.controller';
import { ChangeOwnPage } from './own-page/change-own-page';
import { OwnPageController } from './own-page/own-page.controller';
import { PracticeController } from './practice.controller';
import { SetUpInstance } from './setup/set-up-instance';
import { SetupController } from './setup/setup.controller';
import { ShowPractice } from './show-practice';

/** The practice itself: settings, the people in it, and what was done. */
@Module({
  imports: [AccountModule, OutboxModule],
  controllers: [
    PracticeController,
    MembersController,
    OwnPageController,
    InvitationsController,
    PublicInvitationsController,
    SetupController,
    AuditController,
    DataController,
  ],
  providers: [
    ShowPractice,
    ChangePractice,
    ListMembers,
    ChangeMember,
    ChangeOwnPage,
    ListInvitations,
    InvitePerson,
    SendInvitationAgain,
    WithdrawInvitation,
    FindInvitation,
    ShowInvitation,
    AcceptInvitation,
    SetUpInstance,
    ListAudit,
    ExportDesk,
    ExportPractice,
    ExportAccount,
    ShowRetention,
    AskPracticeErasure,
    ErasePerson,
  ],
  exports: [InvitePerson],
})
export class PracticeModule {}
