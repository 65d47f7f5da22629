import type { Instant } from '@visavis/kernel';
import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../database/transactions';
import type { Asking } from '../../http/asking';
import { noteAct } from '../../practice/audit.queries';
import type { NoticeLetterKind } from '../letters/account-letter-kinds';
import { TellPerson } from '../letters/tell-person';

/** What is kept and told of every change of credentials: a line in the audit trail and a letter to the person. */
@Injectable()
export class NoteCredential {
  constructor(private readonly telling: TellPerson) {}

  async note(
    transaction: Transaction,
    asking: Asking,
    change: NoticeLetterKind,
    aboutId: string,
    now: Instant,
  ): Promise<void> {
    await noteAct(transaction, asking, change, aboutId, now);
    await this.telling.plan(transaction, asking, change, aboutId, now);
  }

  /** Call after the commit. */
  hurry(): void {
    this.telling.hurry();
  }
}
