import { PRODUCT_TEMPLATES, type TemplatesReply } from '@visavis/supervision';
import { Injectable } from '@nestjs/common';
import { Transactions } from '../../database/transactions';
import type { Asking } from '../../http/asking';
import { listTemplates } from './find-template';

/** What a contract can be drafted from: the product's templates, then the practice's own. */
@Injectable()
export class ShowTemplates {
  constructor(private readonly transactions: Transactions) {}

  async list({ practiceId, accountId }: Asking): Promise<TemplatesReply> {
    const own = await this.transactions.inPractice(practiceId, accountId, (transaction) =>
      listTemplates(transaction, practiceId),
    );
    return { templates: [...PRODUCT_TEMPLATES, ...own] };
  }
}
