import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../clock/clock';
import { Transactions } from '../../database/transactions';
import type { Asking } from '../../http/asking';
import { noteAct } from '../audit.queries';
import { ExportDesk, type ExportPart } from './export-desk';
import { ACCOUNT_SHEETS, OWN_SHEETS } from './own-sheets';
import { OWN_DOCUMENTS } from './practice-sheets';
import { readMe } from './read-me';
import { SEALED_SHEETS } from './sealed-sheets';

interface OwnPractice {
  readonly practice_id: string;
  readonly member_id: string;
  readonly slug: string;
}

/** Everything about one person, in every practice they belong to, for that person. */
@Injectable()
export class ExportAccount {
  constructor(
    private readonly desk: ExportDesk,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal unavailable */
  async export(asking: Asking): Promise<Readable> {
    const { practiceId, accountId } = asking;
    const now = this.clock.now();
    const email = await this.readAddress(accountId);
    const practices = await this.transactions.outside<OwnPractice>(
      `SELECT o.practice_id, o.member_id, d.slug FROM (SELECT practice_id, member_id FROM practices_of($1)
         UNION ALL SELECT practice_id, member_id FROM former_practices($1, $2)) o
       JOIN practice_address d ON d.practice_id = o.practice_id AND d.current`,
      [accountId, new Date(now)],
    );
    const account: ExportPart = {
      practiceId,
      personId: accountId,
      memberId: null,
      folder: '',
      sheets: ACCOUNT_SHEETS,
      values: [practiceId, asking.memberId, email],
      documents: null,
    };
    const parts = practices.map(({ practice_id: id, member_id: memberId, slug }) => ({
      practiceId: id,
      personId: accountId,
      memberId,
      folder: `${slug}/`,
      sheets: [...OWN_SHEETS, ...SEALED_SHEETS],
      values: [id, memberId, email] as const,
      documents: OWN_DOCUMENTS,
    }));
    const file = await this.desk.open(readMe(now), [account, ...parts]);
    try {
      await this.transactions.inPractice(practiceId, accountId, (transaction) =>
        noteAct(transaction, asking, 'account-exported', accountId, now),
      );
    } catch (error) {
      file.destroy(); // what is not noted does not leave
      throw error;
    }
    return file;
  }

  private readAddress(accountId: string): Promise<string> {
    return this.transactions.asPerson(accountId, async (transaction) => {
      const rows: { email: string }[] = await transaction.query('SELECT email FROM account WHERE id = $1', [
        accountId,
      ]);
      return rows[0]?.email ?? '';
    });
  }
}
