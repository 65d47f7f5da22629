import { Refusal, type GeneralRefusal } from '@visavis/kernel';
import {
  canonicalJson,
  contentToFreeze,
  frozenDocument,
  proposeContract,
  type ContractContent,
  type ContractReply,
  type ProposeWish,
} from '@visavis/supervision';
import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { Clock } from '../../clock/clock';
import { Transactions } from '../../database/transactions';
import type { Asking } from '../../http/asking';
import { renderContractPdf } from '../documents/render-contract-pdf';
import { ContractChanges } from './contract-changes';
import { findContract } from './contract.repository';
import { documentOf } from './document-of';
import { proposalFacts } from './proposal-facts';
import { partyIn } from './whose-contract';

/**
 * Freezes a draft: its canonical text and its file are made and hashed before anybody sees them. Making them takes
 * its time, so it happens before the transaction, which then makes sure that the draft is still the same.
 */
@Injectable()
export class ProposeContract {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly changes: ContractChanges,
  ) {}

  /**
   * @throws Refusal not-found, role-too-low, not-for-this-party, wrong-state, changed-meanwhile, not-ready,
   *   nothing-changed
   */
  async propose(asking: Asking, id: string, wish: ProposeWish): Promise<ContractReply> {
    const frozenAt = this.clock.now();
    const read = await this.read(asking, id, wish);
    const document = frozenDocument(id, read.number, read.content, read.before);
    const json = canonicalJson(document);
    const pdf = await renderContractPdf(documentOf(document, { ...read, canonicalJson: json, frozenAt }));
    const frozen = {
      revision: wish.revision,
      content: read.content,
      canonicalSha256: sha256(json),
      pdfSha256: sha256(pdf),
    };
    return this.changes.change(
      asking,
      id,
      ({ stored, who, now }) => proposeContract(stored.contract, frozen, who, now),
      { canonicalJson: json, pdf },
    );
  }

  private read(asking: Asking, id: string, { revision }: ProposeWish): Promise<ToFreeze> {
    const { practiceId, accountId } = asking;
    return this.transactions.inPractice(practiceId, accountId, async (transaction) => {
      const stored = await findContract(transaction, practiceId, id);
      if (stored === null) throw new Refusal<GeneralRefusal>('not-found');
      const who = partyIn(stored, asking);
      const { contract } = stored;
      const facts = proposalFacts(stored, contract.open?.draft ?? {}, this.clock.now());
      const content = contentToFreeze(contract, revision, facts, who);
      const [practice]: { name: string }[] = await transaction.query(
        'SELECT name FROM practice WHERE practice_id = $1',
        [practiceId],
      );
      return {
        number: contract.open?.number ?? contract.lastNumber,
        content,
        before: contract.inForce?.content ?? null,
        contractNumber: stored.number,
        practiceName: practice?.name ?? '',
      };
    });
  }
}

interface ToFreeze {
  readonly number: number;
  readonly content: ContractContent;
  /** In force, when this version amends it. */
  readonly before: ContractContent | null;
  readonly contractNumber: number;
  readonly practiceName: string;
}

function sha256(data: string | Buffer): string {
  return createHash('sha256').update(data).digest('hex');
}
