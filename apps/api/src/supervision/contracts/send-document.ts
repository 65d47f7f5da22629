import { Refusal, type GeneralRefusal } from '@visavis/kernel';
import { Injectable } from '@nestjs/common';
import { Transactions } from '../../database/transactions';
import type { Asking } from '../../http/asking';
import { findContract } from './contract.repository';
import { spellNumber } from './spell-number';
import { partIn } from './whose-contract';

export const DOCUMENTS = ['document.pdf', 'sealed.pdf', 'canonical.json'] as const;
export type DocumentKind = (typeof DOCUMENTS)[number];

export interface SentDocument {
  readonly content: Buffer;
  readonly type: string;
  /** Plain ASCII. */
  readonly fileName: string;
}

/** The text of a number that counts, or the last one that was shown before changes were asked for. */
const NEWEST = `
  FROM contract_text t WHERE t.practice_id = $1 AND t.contract_id = $2 AND t.number = $3 ORDER BY t.attempt DESC LIMIT 1`;
const READ: Readonly<Record<DocumentKind, string>> = {
  'document.pdf': `SELECT t.pdf AS content ${NEWEST}`,
  'canonical.json': `SELECT convert_to(t.canonical_json, 'UTF8') AS content ${NEWEST}`,
  'sealed.pdf':
    'SELECT file AS content FROM contract_seal WHERE practice_id = $1 AND contract_id = $2 AND number = $3',
};

/** The files of a version, as they were frozen or sealed, byte by byte. */
@Injectable()
export class SendDocument {
  constructor(private readonly transactions: Transactions) {}

  /** @throws Refusal not-found: also for a version that nobody has frozen or sealed yet */
  send(asking: Asking, id: string, number: number, kind: DocumentKind): Promise<SentDocument> {
    const { practiceId, accountId } = asking;
    return this.transactions.inPractice(practiceId, accountId, async (transaction) => {
      const stored = await findContract(transaction, practiceId, id);
      if (stored === null) throw new Refusal<GeneralRefusal>('not-found');
      partIn(stored, asking);
      const [row]: { content: Buffer }[] = await transaction.query(READ[kind], [practiceId, id, number]);
      if (row === undefined) throw new Refusal<GeneralRefusal>('not-found');
      const name = `contract-${spellNumber(stored.number)}-v${number}`;
      return {
        content: row.content,
        type: kind === 'canonical.json' ? 'application/json' : 'application/pdf',
        fileName: `${name}${kind === 'sealed.pdf' ? '-sealed' : ''}.${kind.slice(kind.indexOf('.') + 1)}`,
      };
    });
  }
}
