import { Module } from '@nestjs/common';
import { OutboxModule } from '../outbox/outbox.module';
import { PracticeModule } from '../practice/practice.module';
import { AmendContract } from './contracts/amend-contract';
import { AnswerProposal } from './contracts/answer-proposal';
import { CommentOnContract } from './contracts/comment-on-contract';
import { ContractChanges } from './contracts/contract-changes';
import { ContractDocumentsController } from './contracts/contract-documents.controller';
import { ContractLifeController } from './contracts/contract-life.controller';
import { ContractsController } from './contracts/contracts.controller';
import { CreateContract } from './contracts/create-contract';
import { EndContract } from './contracts/end-contract';
import { GiveNotice } from './contracts/give-notice';
import { InviteCaller } from './contracts/invite-caller';
import { InviteCallerController } from './contracts/invite-caller.controller';
import { ListContracts } from './contracts/list-contracts';
import { ProposeContract } from './contracts/propose-contract';
import { RenewContract } from './contracts/renew-contract';
import { SaveDraft } from './contracts/save-draft';
import { SendDocument } from './contracts/send-document';
import { ShowContract } from './contracts/show-contract';
import { ShowDifference } from './contracts/show-difference';
import { ShowEvidence } from './contracts/show-evidence';
import { SignContract } from './contracts/sign-contract';
import { SigningController } from './contracts/signing.controller';
import { SuspendContract } from './contracts/suspend-contract';
import { ViewContract } from './contracts/view-contract';
import { ContractLetters } from './letters/contract-letters';
import { ContractLettersController } from './letters/contract-letters.controller';
import { SaveTemplate } from './templates/save-template';
import { ShowTemplates } from './templates/show-templates';
import { TemplatesController } from './templates/templates.controller';

/** Contracts of supervision, from the draft to the end, and the templates they are drafted from. */
@Module({
  imports: [OutboxModule, PracticeModule],
  controllers: [
    ContractsController,
    SigningController,
    ContractLifeController,
    ContractDocumentsController,
    ContractLettersController,
    InviteCallerController,
    TemplatesController,
  ],
  providers: [
    ContractChanges,
    ListContracts,
    ShowContract,
    CreateContract,
    InviteCaller,
    SaveDraft,
    ProposeContract,
    CommentOnContract,
    AnswerProposal,
    ViewContract,
    SignContract,
    AmendContract,
    SuspendContract,
    GiveNotice,
    EndContract,
    RenewContract,
    SendDocument,
    ShowDifference,
    ShowEvidence,
    ContractLetters,
    ShowTemplates,
    SaveTemplate,
  ],
})
export class SupervisionModule {}
