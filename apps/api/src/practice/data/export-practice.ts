import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../clock/clock';
import { Transactions } from '../../database/transactions';
import type { Asking } from '../../http/asking';
import { noteAct } from '../audit.queries';
import { ExportDesk } from './export-desk';
import { PRACTICE_DOCUMENTS, PRACTICE_SHEETS } from './practice-sheets';
import { readMe } from './read-me';

/** Everything of a practice as one file, for its owner. */
@Injectable()
export class ExportPractice {
  constructor(
    private readonly desk: ExportDesk,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal unavailable */
  async export(asking: Asking): Promise<Readable> {
    const { practiceId, accountId, memberId } = asking;
    const now = this.clock.now();
    const file = await this.desk.open(readMe(now), [
      {
        practiceId,
        personId: accountId,
        memberId: null,
        folder: '',
        sheets: PRACTICE_SHEETS,
        values: [practiceId, memberId, ''],
        documents: PRACTICE_DOCUMENTS,
      },
    ]);
    try {
      await this.transactions.inPractice(practiceId, accountId, (transaction) =>
        noteAct(transaction, asking, 'practice-exported', practiceId, now),
      );
    } catch (error) {
      file.destroy(); // what is not noted does not leave
      throw error;
    }
    return file;
  }
}
