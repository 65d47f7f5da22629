import { Inject, Injectable } from '@nestjs/common';
import { CONFIGURATION, type Configuration } from '../../configuration/configuration';
import { Transactions } from '../../database/transactions';
import { LetterWriter, type LetterRef, type Written } from '../../outbox/letter-writer';
import { CONTRACT_LETTER_KINDS } from './contract-letter-kinds';
import { readContractLetterFacts } from './read-contract-letter-facts';
import { writeContractLetter } from './write-contract-letter';

/** Writes the letters about contracts from what is stored when their turn comes. */
@Injectable()
export class ContractLetterWriter extends LetterWriter {
  override readonly kinds = CONTRACT_LETTER_KINDS;

  constructor(
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    private readonly transactions: Transactions,
  ) {
    super();
  }

  override async write(ref: LetterRef): Promise<Written> {
    const facts = await this.transactions.inPractice(ref.practiceId, null, (transaction) =>
      readContractLetterFacts(transaction, ref),
    );
    return writeContractLetter(facts, this.configuration.PUBLIC_URL);
  }
}
