import { type Language, typesetFrench } from '@visavis/kernel';
import { optionsOf } from '../fields/all-fields';
import type { Field, Option, Part } from '../fields/field';
import { partWords } from '../fields/part-words';

type Parts = Readonly<Record<string, unknown>>;

const LOCALE: Record<Language, string> = { fr: 'fr-FR', en: 'en-GB' };

/** An answer as a person reads it, in one or several lines; the words of an attribution turn with the outcome. */
export function renderAnswer(field: Field, answer: unknown, language: Language, outcome?: string): string {
  const words = (value: unknown) => wordsOf(optionsOf(field, outcome), value, language);
  switch (field.type) {
    case 'enum':
    case 'ordinal':
      return words(answer);
    case 'set<enum>':
      return (answer as readonly unknown[]).map(words).join(', ');
    case 'allocation':
      return Object.entries(answer as Readonly<Record<string, number>>)
        .filter(([, points]) => points > 0)
        .toSorted(([, one], [, other]) => other - one)
        .map(([value, points]) => `${points} ${words(value)}`)
        .join('\n');
    case 'scale':
      return field.items ? renderItems(field, answer as Parts, language) : ofMaximum(field, answer);
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
      return partWords(`${field.id}.${String(answer)}`)?.[language] ?? String(answer);
    case 'date':
      return renderDate(answer as string, language);
    case 'boolean+text': {
      const { yes, text = '' } = answer as { yes?: boolean; text?: string };
      const said = yes === undefined ? '' : partWords(`${field.id}.${yes ? 'yes' : 'no'}`)?.[language];
      return [said, text].filter(Boolean).join('\n');
    }
    case 'object':
      return renderParts(field, answer as Parts, language);
    case 'list<object>':
      return (answer as readonly Parts[])
        .map(
          (each, at) =>
            `${at + 1}. ${renderParts(field, each, language, language === 'fr' ? '\u202f; ' : '; ')}`,
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
  return min < 0 ? String(answer).replace('-', '−') : `${String(answer)} / ${max}`;
}

function renderItems(field: Field, answer: Parts, language: Language): string {
  return (field.items ?? [])
    .filter((item) => answer[item] !== undefined)
    .map((item) => `${partWords(`${field.id}.${item}`)?.[language]} ${ofMaximum(field, answer[item])}`)
    .join(', ');
}

function renderParts(field: Field, answer: Parts, language: Language, between = '\n'): string {
  return (field.item ?? [])
    .filter(({ id }) => answer[id] !== undefined)
    .map((part) => {
      const name = part[language] ?? partWords(`${field.id}.${part.id}`)?.[language] ?? part.id;
      return `${nameOf(inType(name, language), language)} ${renderPart(field, part, answer[part.id], language)}`;
    })
    .join(between);
}

/** A name that is a question needs no colon. */
function nameOf(words: string, language: Language): string {
  const name = words.replace(/^…|…$/g, '');
  if (name.endsWith('?')) return name;
  return language === 'fr' ? `${name}\u00a0:` : `${name}:`;
}

function renderPart(field: Field, part: Part, value: unknown, language: Language): string {
  switch (part.type) {
    case 'boolean':
      return partWords(`guard_symmetry.${value ? 'yes' : 'no'}`)?.[language] ?? '';
    case 'date':
      return renderDate(String(value), language);
    case 'index':
      return String(Number(value) + 1);
    case 'set<enum>':
      return (value as readonly unknown[]).map((each) => partValue(field, part, each, language)).join(', ');
    default:
      return part.options ? partValue(field, part, value, language) : String(value);
  }
}

function partValue(field: Field, part: Part, value: unknown, language: Language): string {
  const worded = (part.options ?? []).filter((option): option is Option => typeof option !== 'string');
  if (worded.length > 0) return wordsOf(worded, value, language);
  return partWords(`${field.id}.${part.id}.${String(value)}`)?.[language] ?? String(value);
}

function wordsOf(options: readonly Option[], value: unknown, language: Language): string {
  const option = options.find((each) => each.value === value);
  return option ? inType(option[language], language) : String(value);
}

/** Only what the product says: what a person wrote stays as it was written. */
function inType(words: string, language: Language): string {
  return language === 'fr' ? typesetFrench(words) : words;
}
