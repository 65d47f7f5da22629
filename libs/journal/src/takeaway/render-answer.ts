import { type Language, typesetFrench } from '@visavis/kernel';
import type { Field, Part } from '../fields/field';
import { type JournalWords, optionWords } from '../words/journal-words';

type Parts = Readonly<Record<string, unknown>>;

const LOCALE: Record<Language, string> = { fr: 'fr-FR', en: 'en-GB' };

/** An answer as a person reads it, in one or several lines; the words of an attribution turn with the outcome. */
export function renderAnswer(field: Field, answer: unknown, words: JournalWords, outcome?: string): string {
  const { language } = words;
  const named = (value: unknown) => {
    const said = optionWords(field, value, words, outcome);
    return said === undefined ? String(value) : inType(said, language);
  };
  switch (field.type) {
    case 'enum':
    case 'ordinal':
      return named(answer);
    case 'set<enum>':
      return (answer as readonly unknown[]).map(named).join(', ');
    case 'allocation':
      return Object.entries(answer as Readonly<Record<string, number>>)
        .filter(([, points]) => points > 0)
        .toSorted(([, one], [, other]) => other - one)
        .map(([value, points]) => `${points} ${named(value)}`)
        .join('\n');
    case 'scale':
      return field.items ? renderItems(field, answer as Parts, words) : ofMaximum(field, answer);
    case 'probability':
      return language === 'fr' ? `${String(answer)}\u202f%` : `${String(answer)}%`;
    case 'money':
      return new Intl.NumberFormat(LOCALE[language], {
        style: 'currency',
        currency: field.currency ?? 'EUR',
      }).format(answer as number);
    case 'number':
      return new Intl.NumberFormat(LOCALE[language]).format(answer as number);
    case 'integer':
      return words.parts[`${field.id}.${String(answer)}`] ?? String(answer);
    case 'date':
      return renderDate(answer as string, language);
    case 'boolean+text': {
      const { yes, text = '' } = answer as { yes?: boolean; text?: string };
      const said = yes === undefined ? '' : words.parts[`${field.id}.${yes ? 'yes' : 'no'}`];
      return [said, text].filter(Boolean).join('\n');
    }
    case 'object':
      return renderParts(field, answer as Parts, words);
    case 'list<object>':
      return (answer as readonly Parts[])
        .map(
          (each, at) =>
            `${at + 1}. ${renderParts(field, each, words, language === 'fr' ? '\u202f; ' : '; ')}`,
        )
        .join('\n');
    default:
      return String(answer);
  }
}

export function renderDate(date: string, language: Language): string {
  const options = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  const said = new Intl.DateTimeFormat(LOCALE[language], options).format(new Date(`${date}T00:00:00Z`));
  return language === 'fr' ? said.replace(/^1 /, '1er ') : said;
}

function ofMaximum({ min = 0, max }: Field, answer: unknown): string {
  // A scale with two poles has no "out of".
  return min < 0 ? String(answer).replace('-', '−') : `${String(answer)}\u00a0/\u00a0${max}`;
}

function renderItems(field: Field, answer: Parts, words: JournalWords): string {
  return (field.items ?? [])
    .filter((item) => answer[item] !== undefined)
    .map((item) => `${words.parts[`${field.id}.${item}`]} ${ofMaximum(field, answer[item])}`)
    .join(', ');
}

function renderParts(field: Field, answer: Parts, words: JournalWords, between = '\n'): string {
  return (field.item ?? [])
    .filter(({ id }) => answer[id] !== undefined)
    .map((part) => {
      const name = words.parts[`${field.id}.${part.id}`] ?? part.id;
      return `${nameOf(inType(name, words.language), words.language)} ${renderPart(field, part, answer[part.id], words)}`;
    })
    .join(between);
}

/** A name that is a question needs no colon. */
function nameOf(words: string, language: Language): string {
  const name = words.replace(/^…|…$/g, '');
  if (name.endsWith('?')) return name;
  return language === 'fr' ? `${name}\u00a0:` : `${name}:`;
}

function renderPart(field: Field, part: Part, value: unknown, words: JournalWords): string {
  const named = (each: unknown) => words.parts[`${field.id}.${part.id}.${String(each)}`] ?? String(each);
  switch (part.type) {
    case 'boolean':
      return words.parts[`guard_symmetry.${value ? 'yes' : 'no'}`] ?? '';
    case 'date':
      return renderDate(String(value), words.language);
    case 'index':
      return String(Number(value) + 1);
    case 'set<enum>':
      return (value as readonly unknown[]).map(named).join(', ');
    default:
      return part.options ? named(value) : String(value);
  }
}

/** Only what the product says: what a person wrote stays as it was written. */
export function inType(words: string, language: Language): string {
  return language === 'fr' ? typesetFrench(words) : words;
}
