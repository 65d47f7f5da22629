import { Module } from '@nestjs/common';
import { LookUpDocument } from './look-up-document';
import { VerifyController } from './verify.controller';

/** Whether a file is one of ours, for anybody who holds it. */
@Module({ controllers: [VerifyController], providers: [LookUpDocument], exports: [LookUpDocument] })
export class VerifyModule {}
