import type { Instant, Language, Role } from '@visavis/kernel';
import { invitationPath } from '@visavis/practice';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../clock/clock';
import { CONFIGURATION, type Configuration } from '../../configuration/configuration';
import { Transactions } from '../../database/transactions';
import { LetterWriter, type LeaveReason, type LetterRef, type Written } from '../../outbox/letter-writer';
import { letterHtml, letterPlainText, type LetterBody } from '../../outbox/paper/letter-html';
import { oneLine } from '../../outbox/paper/one-line';
import { invitationSecret } from '../invitations/invitation-secret';
import {
  PRACTICE_LETTER_KINDS,
  PRACTICE_LETTER_TEXTS,
  type PracticeLetterKind,
} from './practice-letter-texts';

interface Facts {
  readonly kind: PracticeLetterKind;
  readonly language: Language;
  readonly practice: string;
  readonly slug: string;
  readonly erasure_due_at: Date | null;
  readonly invitation: {
    readonly id: string;
    readonly email: string;
    readonly name: string;
    readonly roles: readonly Role[];
    readonly version: number;
    readonly state: string;
    readonly expiresAt: Instant;
    readonly inviter: string | null;
  } | null;
  readonly member: { readonly name: string; readonly email: string } | null;
}

const FACTS = `
  SELECT l.kind, l.language, p.name AS practice, d.slug, p.erasure_due_at,
    CASE WHEN i.id IS NOT NULL THEN json_build_object('id', i.id, 'email', i.email, 'name', i.name, 'roles', i.roles,
      'version', i.version, 'state', i.state, 'expiresAt', (extract(epoch FROM i.expires_at) * 1000)::bigint,
      'inviter', (SELECT v.name FROM member v WHERE v.practice_id = $1 AND v.id = i.invited_by AND v.erased_at IS NULL))
    END AS invitation,
    CASE WHEN m.id IS NOT NULL THEN json_build_object('name', m.name, 'email', m.email) END AS member
  FROM letter l
  JOIN practice p ON p.practice_id = $1
  JOIN practice_address d ON d.practice_id = $1 AND d.current
  LEFT JOIN invitation i ON i.practice_id = $1 AND i.id = l.invitation_id
  LEFT JOIN member m ON m.practice_id = $1 AND m.id = l.member_id AND m.erased_at IS NULL
  WHERE l.practice_id = $1 AND l.id = $2`;

/** Letters of the practice itself: invitations, and what members must know before it is erased. */
@Injectable()
export class PracticeLetterWriter extends LetterWriter {
  override readonly kinds = PRACTICE_LETTER_KINDS;

  constructor(
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {
    super();
  }

  override async write(ref: LetterRef): Promise<Written> {
    const rows: Facts[] = await this.transactions.inPractice(ref.practiceId, null, (transaction) =>
      transaction.query(FACTS, [ref.practiceId, ref.letterId]),
    );
    const [facts] = rows;
    const reader = facts?.invitation ?? facts?.member ?? null;
    if (facts === undefined || reader === null) return { leave: 'erased' };
    const leave = this.reasonToLeave(facts);
    if (leave !== null) return { leave };
    const body = this.bodyOf(ref.practiceId, facts, reader.name);
    return {
      mail: {
        to: { name: oneLine(reader.name), address: reader.email },
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

  private reasonToLeave({ kind, invitation, erasure_due_at: dueAt }: Facts): LeaveReason | null {
    if (kind === 'practice-erasing') return dueAt === null ? 'overtaken' : null;
    if (kind === 'practice-kept') return dueAt === null ? null : 'overtaken';
    if (invitation?.state !== 'open') return 'overtaken';
    return invitation.expiresAt <= this.clock.now() ? 'too-late' : null;
  }

  private bodyOf(practiceId: string, facts: Facts, reader: string): LetterBody {
    const { kind, language, practice, slug, invitation } = facts;
    const { PUBLIC_URL } = this.configuration;
    const texts = PRACTICE_LETTER_TEXTS[language];
    const words = texts.letters[kind]({
      reader,
      practice,
      inviter: invitation?.inviter ?? null,
      roles: invitation?.roles ?? [],
      day: spellDay(invitation?.expiresAt ?? facts.erasure_due_at?.getTime() ?? this.clock.now(), language),
    });
    return {
      language,
      ...words,
      link: { label: words.link, address: PUBLIC_URL + this.pathOf(practiceId, facts) },
      foot: texts.foot(practice, kind),
      privacy: { label: texts.privacy, address: `${PUBLIC_URL}/${language}/c/${slug}/privacy` },
    };
  }

  private pathOf(practiceId: string, { language, slug, invitation }: Facts): string {
    if (invitation === null) return `/app/${language}/`;
    const secret = invitationSecret(this.configuration.SECRET_KEY, { ...invitation, practiceId });
    return invitationPath(language, slug, invitation.id, secret);
  }
}

/** "lundi 25 janvier 2027", "Monday 25 January 2027"; in UTC, where days of deadlines are counted. */
function spellDay(moment: Instant, language: Language): string {
  return new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(moment);
}
