import type { Language } from '@visavis/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIGURATION, type Configuration } from '../../configuration/configuration';
import { Transactions } from '../../database/transactions';
import { LetterWriter, type LetterRef, type Written } from '../../outbox/letter-writer';
import { letterHtml, letterPlainText, type LetterBody } from '../../outbox/paper/letter-html';
import { oneLine } from '../../outbox/paper/one-line';
import { REMINDER_TEXTS } from './reminder-texts';

interface Facts {
  readonly language: Language;
  readonly practice: string;
  readonly slug: string;
  readonly name: string;
  readonly email: string;
}

const FACTS = `
  SELECT m.language, p.name AS practice, d.slug, m.name, m.email
  FROM letter l
  JOIN practice p ON p.practice_id = $1
  JOIN practice_address d ON d.practice_id = $1 AND d.current
  JOIN member m ON m.practice_id = $1 AND m.id = l.member_id AND m.status = 'active' AND m.erased_at IS NULL
  WHERE l.practice_id = $1 AND l.id = $2`;

/** Letters that say that a reminder waits in the journal, and nothing of what is in it: the server could not. */
@Injectable()
export class ReminderLetterWriter extends LetterWriter {
  override readonly kinds = ['journal-reminder'];

  constructor(
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    private readonly transactions: Transactions,
  ) {
    super();
  }

  override async write({ practiceId, letterId }: LetterRef): Promise<Written> {
    const rows: Facts[] = await this.transactions.inPractice(practiceId, null, (transaction) =>
      transaction.query(FACTS, [practiceId, letterId]),
    );
    const [facts] = rows;
    if (facts === undefined) return { leave: 'erased' };
    const body = this.bodyOf(facts, letterId);
    return {
      mail: {
        to: { name: oneLine(facts.name), address: facts.email },
        replyTo: null,
        fromName: facts.practice,
        language: facts.language,
        subject: oneLine(body.subject),
        text: letterPlainText(body),
        html: letterHtml(body),
        calendar: null,
      },
    };
  }

  private bodyOf({ language, name, practice, slug }: Facts, id: string): LetterBody {
    const { PUBLIC_URL } = this.configuration;
    const words = REMINDER_TEXTS[language];
    return {
      language,
      subject: words.subject,
      paragraphs: words.paragraphs(name),
      // The id that the device made: only there, once the vault is open, does it lead to an entry.
      link: { label: words.link, address: `${PUBLIC_URL}/app/${language}/journal/reminder/${id}` },
      closing: words.closing,
      foot: words.foot(practice),
      privacy: { label: words.privacy, address: `${PUBLIC_URL}/${language}/c/${slug}/privacy` },
    };
  }
}
