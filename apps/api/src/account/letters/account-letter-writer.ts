import type { Language } from '@visavis/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../clock/clock';
import { CONFIGURATION, type Configuration } from '../../configuration/configuration';
import { Transactions } from '../../database/transactions';
import { LetterWriter, type LetterRef, type Written } from '../../outbox/letter-writer';
import { ACCOUNT_LETTER_KINDS, type AccountLetterKind } from './account-letter-kinds';
import {
  writeAccountLetter,
  type AccountLetterFacts,
  type AccountLetterSettings,
} from './write-account-letter';

interface LetterRow {
  readonly kind: AccountLetterKind;
  readonly language: Language;
  readonly code_id: string;
  readonly account_id: string;
  readonly name: string;
  readonly email: string;
  readonly practice_name: string;
  readonly slug: string;
}

interface CodeRow {
  readonly target: string | null;
  readonly former: string | null;
  readonly expires_at: Date;
  readonly used_at: Date | null;
}

const LETTER = `
  SELECT l.kind, l.language, l.code_id, m.account_id, m.name, m.email, p.name AS practice_name, d.slug
  FROM letter l
  JOIN member m ON m.practice_id = $1 AND m.id = l.member_id
  JOIN practice p ON p.practice_id = $1
  JOIN practice_address d ON d.practice_id = $1 AND d.current
  WHERE l.practice_id = $1 AND l.id = $2`;

/** Writes the letters about accounts from what is stored when their turn comes. */
@Injectable()
export class AccountLetterWriter extends LetterWriter {
  override readonly kinds = ACCOUNT_LETTER_KINDS;
  private readonly settings: AccountLetterSettings;

  constructor(
    @Inject(CONFIGURATION) { PUBLIC_URL, SECRET_KEY }: Configuration,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {
    super();
    this.settings = { publicUrl: PUBLIC_URL, secretKey: SECRET_KEY };
  }

  override async write(ref: LetterRef): Promise<Written> {
    return writeAccountLetter(await this.readFacts(ref), this.settings, this.clock.now());
  }

  /** The code is the person's own row: it is read as that person, whom the letter names. */
  private async readFacts({ practiceId, letterId }: LetterRef): Promise<AccountLetterFacts> {
    const [row]: LetterRow[] = await this.transactions.inPractice(practiceId, null, (transaction) =>
      transaction.query(LETTER, [practiceId, letterId]),
    );
    if (row === undefined) throw new Error('a letter about an account without its member');
    const [code]: CodeRow[] = await this.transactions.asPerson(row.account_id, (transaction) =>
      transaction.query(
        'SELECT target, former, expires_at, used_at FROM one_time_code WHERE account_id = $1 AND id = $2',
        [row.account_id, row.code_id],
      ),
    );
    return {
      kind: row.kind,
      language: row.language,
      aboutId: row.code_id,
      practice: { name: row.practice_name, slug: row.slug },
      member: { name: row.name, email: row.email },
      code: code
        ? {
            target: code.target,
            former: code.former,
            expiresAt: code.expires_at.getTime(),
            used: code.used_at !== null,
          }
        : null,
    };
  }
}
