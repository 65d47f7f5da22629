import { LETTER_KINDS } from '@visavis/booking';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../clock/clock';
import { CONFIGURATION, type Configuration } from '../../configuration/configuration';
import { Transactions } from '../../database/transactions';
import { LetterWriter, type LetterRef, type Written } from '../../outbox/letter-writer';
import { sendingAddress } from '../../outbox/sending-address';
import { readLetterFacts } from './read-letter-facts';
import { writeLetter, type LetterSettings } from './write-letter';

/** Writes the letters about discovery calls from what is stored when their turn comes. */
@Injectable()
export class BookingLetterWriter extends LetterWriter {
  override readonly kinds = LETTER_KINDS;
  private readonly settings: LetterSettings;

  constructor(
    @Inject(CONFIGURATION) configuration: Configuration,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {
    super();
    this.settings = {
      publicUrl: configuration.PUBLIC_URL,
      secretKey: configuration.SECRET_KEY,
      sendingAddress: sendingAddress(configuration.MAIL_FROM),
    };
  }

  override async write(ref: LetterRef): Promise<Written> {
    const facts = await this.transactions.inPractice(ref.practiceId, null, (transaction) =>
      readLetterFacts(transaction, ref),
    );
    return writeLetter(facts, this.settings, this.clock.now());
  }
}
