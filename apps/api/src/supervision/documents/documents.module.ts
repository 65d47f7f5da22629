import { Module } from '@nestjs/common';
import { OutwardModule } from '../../http/outward/outward.module';
import { SealKeys } from './seal/seal-keys';
import { TimestampAuthority } from './timestamp/timestamp-authority';

/** What sealing needs beside the functions: a practice's key, and a time. For the API and the worker. */
@Module({
  imports: [OutwardModule],
  providers: [SealKeys, TimestampAuthority],
  exports: [SealKeys, TimestampAuthority],
})
export class DocumentsModule {}
