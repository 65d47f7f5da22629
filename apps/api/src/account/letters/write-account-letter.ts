import type { Instant, Language } from '@visavis/kernel';
import type { Written } from '../../outbox/letter-writer';
import { letterHtml, letterPlainText, type LetterBody } from '../../outbox/paper/letter-html';
import { oneLine } from '../../outbox/paper/one-line';
import { codeOf, resetSecret } from '../codes/derive-code';
import { CODE_LETTERS, type AccountLetterKind } from './account-letter-kinds';
import { englishAccountTexts } from './texts/english';
import { frenchAccountTexts } from './texts/french';

/** All that a letter about an account is written from, read at the moment of sending. */
export interface AccountLetterFacts {
  readonly kind: AccountLetterKind;
  readonly language: Language;
  /** The one-time code, or what was changed. */
  readonly aboutId: string;
  readonly practice: { readonly name: string; readonly slug: string };
  readonly member: { readonly name: string; readonly email: string };
  /** Null when there is no such code, or none any more. */
  readonly code: {
    readonly target: string | null;
    readonly former: string | null;
    readonly expiresAt: Instant;
    readonly used: boolean;
  } | null;
}

export interface AccountLetterSettings {
  /** Origin of the product, without a slash at the end. */
  readonly publicUrl: string;
  readonly secretKey: Buffer;
}

const TEXTS = { fr: frenchAccountTexts, en: englishAccountTexts } as const;

/** A letter from its facts, or why it must not leave any more. */
export function writeAccountLetter(
  facts: AccountLetterFacts,
  settings: AccountLetterSettings,
  now: Instant,
): Written {
  const { code, kind, language } = facts;
  if (isCodeLetter(kind)) {
    // A code that was asked for again, used, or is over helps nobody.
    if (code === null || code.used) return { leave: 'overtaken' };
    if (code.expiresAt <= now) return { leave: 'too-late' };
  }
  const address = addressOf(facts);
  if (address === null) return { leave: 'no-address' };
  const body = bodyOf(facts, settings);
  return {
    mail: {
      to: { name: kind === 'email-taken' ? '' : oneLine(facts.member.name), address },
      replyTo: null,
      fromName: facts.practice.name,
      language,
      subject: oneLine(body.subject),
      text: letterPlainText(body),
      html: letterHtml(body),
      calendar: null,
    },
  };
}

function isCodeLetter(kind: AccountLetterKind): boolean {
  return (CODE_LETTERS as readonly string[]).includes(kind);
}

/** A change of address concerns two; everything else goes to the one the person has now. */
function addressOf({ kind, member, code }: AccountLetterFacts): string | null {
  if (kind === 'email-code-new' || kind === 'email-taken') return code?.target ?? null;
  if (kind === 'email-changed') return code?.former ?? null;
  return member.email;
}

function bodyOf(facts: AccountLetterFacts, settings: AccountLetterSettings): LetterBody {
  const { kind, language, practice, member, code } = facts;
  const texts = TEXTS[language];
  const words = texts.letters[kind]({ name: member.name, newAddress: code?.target ?? '' });
  return {
    language,
    subject: words.subject,
    paragraphs: words.paragraphs,
    ...codeIn(facts, settings),
    ...(words.link !== undefined && {
      link: { label: words.link, address: `${settings.publicUrl}${linkPath(facts, settings)}` },
    }),
    closing: words.closing,
    foot: texts.foot(practice.name),
    privacy: {
      label: texts.privacy,
      address: `${settings.publicUrl}/${language}/c/${practice.slug}/privacy`,
    },
  };
}

function codeIn(
  { kind, aboutId }: AccountLetterFacts,
  { secretKey }: AccountLetterSettings,
): { code?: string } {
  if (kind === 'proof-code') return { code: codeOf(secretKey, 'proof', aboutId) };
  if (kind === 'email-code-current') return { code: codeOf(secretKey, 'email-current', aboutId) };
  if (kind === 'email-code-new') return { code: codeOf(secretKey, 'email-new', aboutId) };
  return {};
}

function linkPath(
  { kind, language, aboutId }: AccountLetterFacts,
  { secretKey }: AccountLetterSettings,
): string {
  if (kind !== 'password-reset') return `/app/${language}/account`;
  return `/app/${language}/new-password/${aboutId}/${resetSecret(secretKey, aboutId)}`;
}
