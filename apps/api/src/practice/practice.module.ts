import { Module } from '@nestjs/common';
import { ChangePractice } from './change-practice';
import { PracticeController } from './practice.controller';
import { ShowPractice } from './show-practice';

/** Settings of the practice itself. */
@Module({ controllers: [PracticeController], providers: [ShowPractice, ChangePractice] })
export class PracticeModule {}
