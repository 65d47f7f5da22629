import { Refusal, type GeneralRefusal, type Instant } from '@visavis/kernel';
import { checkTemplate, type TemplateReply, type TemplateWish } from '@visavis/supervision';
import { Injectable } from '@nestjs/common';
import { randomUUIDv7 } from 'node:crypto';
import { Clock } from '../../clock/clock';
import { Transactions, type Transaction } from '../../database/transactions';
import { violates } from '../../database/violates';
import type { Asking } from '../../http/asking';
import { noteAct } from '../../practice/audit.queries';
import { listTemplates } from './find-template';

/** Templates of the practice: a change is a new version, contracts keep the one they began with. */
@Injectable()
export class SaveTemplate {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal unknown-placeholder, malformed (a number although it is new) */
  create(asking: Asking, wish: TemplateWish): Promise<TemplateReply> {
    return this.save(asking, randomUUIDv7(), wish, (last) => last === 0 && wish.number === 0);
  }

  /** @throws Refusal unknown-placeholder, not-found, changed-meanwhile */
  change(asking: Asking, id: string, wish: TemplateWish): Promise<TemplateReply> {
    return this.save(asking, id, wish, (last) => {
      if (last === 0) throw new Refusal<GeneralRefusal>('not-found');
      return last === wish.number;
    });
  }

  private async save(
    asking: Asking,
    id: string,
    wish: TemplateWish,
    mayFollow: (last: number) => boolean,
  ): Promise<TemplateReply> {
    checkTemplate(wish);
    const { practiceId, accountId } = asking;
    try {
      return await this.transactions.inPractice(practiceId, accountId, async (transaction) => {
        const [before] = await listTemplates(transaction, practiceId, id);
        if (!mayFollow(before?.number ?? 0)) throw new Refusal<GeneralRefusal>('changed-meanwhile');
        const now = this.clock.now();
        await insertTemplate(transaction, asking, id, wish, now);
        await noteAct(transaction, asking, 'contract-template-changed', id, now);
        const [saved] = await listTemplates(transaction, practiceId, id);
        if (saved === undefined) throw new Error('a template is gone after it was saved');
        return saved;
      });
    } catch (error) {
      // Two changed the same version at once: the key has the last word.
      if (violates(error, 'contract_template_pkey')) throw new Refusal<GeneralRefusal>('changed-meanwhile');
      throw error;
    }
  }
}

async function insertTemplate(
  transaction: Transaction,
  { practiceId, memberId }: Asking,
  id: string,
  { name, language, clauses, defaults, number }: TemplateWish,
  now: Instant,
): Promise<void> {
  await transaction.query(
    `INSERT INTO contract_template (practice_id, id, number, language, name, clauses, defaults, member_id, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      practiceId,
      id,
      number + 1,
      language,
      name,
      JSON.stringify(clauses),
      JSON.stringify(defaults),
      memberId,
      new Date(now),
    ],
  );
}
