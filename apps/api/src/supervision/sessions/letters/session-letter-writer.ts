import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../../clock/clock';
import { CONFIGURATION, type Configuration } from '../../../configuration/configuration';
import { Transactions } from '../../../database/transactions';
import { LetterWriter, type LetterRef, type Written } from '../../../outbox/letter-writer';
import { sendingAddress } from '../../../outbox/sending-address';
import { readSessionLetterFacts } from './session-letter-facts';
import { SESSION_LETTER_KINDS } from './session-letter-kinds';
import { writeSessionLetter } from './write-session-letter';

/** Writes the letters about supervision sessions from what is stored when their turn comes. */
@Injectable()
export class SessionLetterWriter extends LetterWriter {
  override readonly kinds = SESSION_LETTER_KINDS;

  constructor(
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {
    super();
  }

  override async write(ref: LetterRef): Promise<Written> {
    const facts = await this.transactions.inPractice(ref.practiceId, null, (transaction) =>
      readSessionLetterFacts(transaction, ref),
    );
    const { PUBLIC_URL, MAIL_FROM } = this.configuration;
    const settings = { publicUrl: PUBLIC_URL, sendingAddress: sendingAddress(MAIL_FROM) };
    return writeSessionLetter(facts, settings, this.clock.now());
  }
}
