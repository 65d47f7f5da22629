import { Refusal, type GeneralRefusal } from '@visavis/kernel';
import {
  canonicalJson,
  contentToFreeze,
  frozenDocument,
  proposeContract,
  type ContractContent,
  type ContractReply,
  type FrozenDocument,
  type ProposeWish,
} from '@visavis/supervision';
import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { Clock } from '../../clock/clock';
import { Transactions, type Transaction } from '../../database/transactions';
import type { Asking } from '../../http/asking';
import { renderContractPdf } from '../documents/render-contract-pdf';
import { ContractChanges } from './contract-changes';
import { findContract } from './contract.repository';
import type { StoredContract } from './contract.table';
import { documentOf } from './document-of';
import { readFrozenVersions } from './frozen-versions';
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
        before: await readInForce(transaction, stored),
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
  readonly before: FrozenDocument | null;
  readonly contractNumber: number;
  readonly practiceName: string;
}

async function readInForce(
  transaction: Transaction,
  { practiceId, contract: { id, inForce } }: StoredContract,
): Promise<FrozenDocument | null> {
  if (inForce === null) return null;
  const versions = await readFrozenVersions(transaction, practiceId, id, [inForce.number]);
  return versions.get(inForce.number)?.document ?? null;
}

function sha256(data: string | Buffer): string {
  return createHash('sha256').update(data).digest('hex');
}
