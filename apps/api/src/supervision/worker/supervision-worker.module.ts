import { Module } from '@nestjs/common';
import { OutboxModule } from '../../outbox/outbox.module';
import { DocumentsModule } from '../documents/documents.module';
import { ContractLoop } from './contract-loop';
import { CheckEvidenceDay } from './evidence/check-evidence-day';
import { StampEvidenceDays } from './evidence/stamp-evidence-days';
import { PassContractTime } from './pass-contract-time';
import { SealTools } from './seal-tools';
import { SealVersions } from './seal-versions';

/** What happens to contracts while nobody asks. */
@Module({
  imports: [OutboxModule, DocumentsModule],
  providers: [SealTools, SealVersions, PassContractTime, ContractLoop, CheckEvidenceDay, StampEvidenceDays],
  exports: [ContractLoop, CheckEvidenceDay, StampEvidenceDays],
})
export class SupervisionWorkerModule {}
