import type { Language } from '@visavis/kernel';
import type { Party } from '@visavis/supervision';
import { letterHtml, letterPlainText, type LetterBody } from '../../outbox/paper/letter-html';
import { oneLine } from '../../outbox/paper/one-line';
import { spellTime } from '../../booking/letters/spell-time';
import type { Correspondent, LeaveReason, Mail, Written } from '../../outbox/letter-writer';
import type { ContractLetterFacts } from './contract-letter-facts';
import type { ContractLetterKind } from './contract-letter-kinds';
import type { SpokenContract } from './texts/contract-letter-text';
import { CONTRACT_LETTER_TEXTS } from './texts';

/** Letters that ask for a signature: pointless once the text waits for none. */
const ASKING_TO_SIGN: readonly ContractLetterKind[] = ['contract-proposed', 'contract-half-signed'];

/** One letter about a contract to one of its parties; a copy carries the sealed file and its hash. */
export function writeContractLetter(facts: ContractLetterFacts, publicUrl: string): Written {
  const leave = reasonToLeave(facts);
  if (leave !== null || facts.reader === null) return { leave: leave ?? 'erased' };
  const body = bodyOf(facts, facts.reader.name, publicUrl);
  const to: Correspondent = { name: oneLine(facts.reader.name), address: facts.reader.email };
  return {
    mail: {
      to,
      replyTo: null,
      fromName: facts.practice.name,
      language: facts.language,
      subject: oneLine(body.subject),
      text: letterPlainText(body),
      html: letterHtml(body),
      calendar: null,
      ...attachment(facts),
    },
  };
}

function reasonToLeave({ kind, version, copy }: ContractLetterFacts): LeaveReason | null {
  if (ASKING_TO_SIGN.includes(kind) && version.state !== 'proposed' && version.state !== 'partially-signed')
    return 'overtaken';
  if (kind === 'contract-copy' && copy === null) throw new Error('a copy before the seal');
  return null;
}

function bodyOf(facts: ContractLetterFacts, reader: string, publicUrl: string): LetterBody {
  const { language, practice, contract } = facts;
  const texts = CONTRACT_LETTER_TEXTS[language];
  const words = texts.letters[facts.kind](spoken(facts, reader));
  return {
    language,
    ...words,
    link: { label: words.link, address: `${publicUrl}/app/${language}/contracts/${contract.id}` },
    foot: texts.foot(practice.name),
    privacy: { label: texts.privacy, address: `${publicUrl}/${language}/c/${practice.slug}/privacy` },
  };
}

function spoken(facts: ContractLetterFacts, reader: string): SpokenContract {
  const { contract, version, language, copy } = facts;
  const endsOn = facts.kind === 'contract-suspended' ? contract.suspendedUntil : contract.noticeEndsOn;
  return {
    reader,
    other: facts.parties[otherParty(facts)].name,
    practice: facts.practice.name,
    number: String(contract.number),
    version: version.number,
    startsOn: version.effectiveOn === null ? '' : spellDate(version.effectiveOn, language),
    lapsesAt: contract.lapsesAt === null ? '' : spellTime(contract.lapsesAt, contract.timeZone, language),
    endsOn: endsOn === null ? '' : spellDate(endsOn, language),
    sha256: copy?.sha256 ?? '',
  };
}

function otherParty({ parties, reader }: ContractLetterFacts): Party {
  return reader !== null && reader.memberId === parties.supervisor.memberId ? 'coach' : 'supervisor';
}

function attachment({ kind, contract, version, language, copy }: ContractLetterFacts): Pick<Mail, 'files'> {
  if (kind !== 'contract-copy' || copy === null) return { files: [] };
  const name = CONTRACT_LETTER_TEXTS[language].fileName(String(contract.number), version.number);
  return { files: [{ name, type: 'application/pdf', content: copy.file }] };
}

/** "1 février 2027", "1 February 2027" */
function spellDate(date: string, language: Language): string {
  return new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
    dateStyle: 'long',
    timeZone: 'UTC',
  }).format(Date.parse(`${date}T00:00:00Z`));
}
