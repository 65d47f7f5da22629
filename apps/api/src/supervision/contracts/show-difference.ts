import { Refusal, type GeneralRefusal } from '@visavis/kernel';
import { clauseDifferences, type DifferenceReply } from '@visavis/supervision';
import { Injectable } from '@nestjs/common';
import { diffWordsWithSpace } from 'diff';
import { Transactions } from '../../database/transactions';
import type { Asking } from '../../http/asking';
import { findContract } from './contract.repository';
import { readFrozenVersions } from './frozen-versions';
import { partIn } from './whose-contract';

/** How an amendment reads beside the version it amends. */
@Injectable()
export class ShowDifference {
  constructor(private readonly transactions: Transactions) {}

  /** @throws Refusal not-found: for a first version too, which amends nothing */
  show(asking: Asking, id: string, number: number): Promise<DifferenceReply> {
    const { practiceId, accountId } = asking;
    return this.transactions.inPractice(practiceId, accountId, async (transaction) => {
      const stored = await findContract(transaction, practiceId, id);
      if (stored === null) throw new Refusal<GeneralRefusal>('not-found');
      partIn(stored, asking);
      const after = (await readFrozenVersions(transaction, practiceId, id, [number])).get(number);
      const amends = after?.document.content.amendment?.amends ?? 0;
      const before = (await readFrozenVersions(transaction, practiceId, id, [amends])).get(amends);
      if (after === undefined || before === undefined) throw new Refusal<GeneralRefusal>('not-found');
      return {
        from: amends,
        to: number,
        clauses: clauseDifferences(before.document.clauses, after.document.clauses, diffWordsWithSpace).map(
          (clause) => ({ ...clause, changes: [...clause.changes] }),
        ),
        consents: after.document.consents.asked.map(({ clause }) => clause),
      };
    });
  }
}
