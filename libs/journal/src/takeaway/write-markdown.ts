import { type Language, typesetFrench } from '@visavis/kernel';
import { isEmpty } from '../entry/answers';
import type { BidEntry, Entry, FreeEntry, HypothesisEntry } from '../entry/entry-document';
import type { MarginDocument } from '../entry/margin-document';
import { BID_FIELDS, fieldOf, type FieldId, isFieldId, questionTo } from '../fields/all-fields';
import type { Field, Words } from '../fields/field';
import { FREE_FIELDS } from '../fields/free-fields';
import { STAGES } from '../fields/stages';
import { dateOf, titleOf } from '../finding/title-of';
import { nameSignal, sayAnchor } from '../sentences/say-signal';
import { sealOf } from '../stages/seals';
import { sealingOf } from '../stages/seal-stage';
import { renderAnswer, renderDate } from './render-answer';

const WORDS = {
  fr: {
    untitled: 'Sans titre',
    sealed: (on: string) => `Scellé le ${on}`,
    hindsight: (on: string) => `Après coup, le ${on}`,
    beside: 'À côté, un autre texte',
    memory: 'De mémoire',
    margin: 'La marge (ne se partage pas)',
    demo: 'Exemple fictif',
    hypothesis: 'L’hypothèse de l’année',
    ended: (on: string) => `Close le ${on}`,
    ends: (on: string) => `Fin prévue le ${on}`,
  },
  en: {
    untitled: 'Untitled',
    sealed: (on: string) => `Sealed on ${on}`,
    hindsight: (on: string) => `Hindsight, ${on}`,
    beside: 'Beside it, another text',
    memory: 'From memory',
    margin: 'The margin (cannot be shared)',
    demo: 'Fictitious example',
    hypothesis: 'The hypothesis of the year',
    ended: (on: string) => `Ended on ${on}`,
    ends: (on: string) => `Due to end on ${on}`,
  },
} as const;

/** An entry as Markdown; what a person wrote stands in quotes, so that no text of theirs becomes a heading. */
export function writeMarkdown(entry: Entry, language: Language, margin?: MarginDocument): string {
  const words = WORDS[language];
  const facts = [
    renderDate(dateOf(entry), language),
    ...(entry.demo ? [words.demo] : []),
    ...(entry.kind === 'bid' && entry.fromMemory ? [words.memory] : []),
    ...entry.tags.map((tag) => `#${oneLine(tag)}`),
  ];
  return [
    `# ${oneLine(nameOf(entry, language)) || words.untitled}`,
    facts.join(' · '),
    ...sectionsOf(entry, language),
    ...(margin ? marginSections(margin, language) : []),
  ].join('\n\n');
}

function sectionsOf(entry: Entry, language: Language): string[] {
  switch (entry.kind) {
    case 'bid':
      return bidSections(entry, language);
    case 'free':
      return freeSections(entry, language);
    case 'hypothesis':
      return hypothesisSections(entry, language);
  }
}

function bidSections(entry: BidEntry, language: Language): string[] {
  const { outcome } = entry.answers;
  return STAGES.flatMap((stage) => {
    const written = BID_FIELDS.filter(({ id, stage: of }) => of === stage.id && says(entry, id));
    if (written.length === 0) return [];
    return [
      `## ${stage[language]}`,
      ...sealedOn(entry, written, language),
      ...(stage.id === 'G_won' && entry.missionEndsOn
        ? [`*${WORDS[language].ends(renderDate(entry.missionEndsOn, language))}*`]
        : []),
      ...written.flatMap((field) => bidField(entry, field, language, outcome)),
    ];
  });
}

function sealedOn(entry: BidEntry, fields: readonly Field[], language: Language): string[] {
  const seals = new Set(fields.map(({ id }) => sealOf(id as FieldId)));
  const dates = [...seals].flatMap((seal) => (seal && sealingOf(entry, seal)?.on) ?? []);
  return dates.map((on) => `*${WORDS[language].sealed(renderDate(on, language))}*`);
}

function says(entry: BidEntry, id: string): boolean {
  return [
    ...Object.keys(entry.answers),
    ...[...entry.hindsight, ...entry.besides].map(({ field }) => field),
  ].includes(id);
}

function bidField(entry: BidEntry, field: Field, language: Language, outcome?: string): string[] {
  const words = WORDS[language];
  const answer = (entry.answers as Readonly<Record<string, unknown>>)[field.id];
  const later = entry.hindsight.filter((each) => each.field === field.id);
  return [
    `**${asked(questionTo(field, outcome), language)}**`,
    ...(isEmpty(answer) ? [] : [quote(renderAnswer(field, answer, language, outcome))]),
    ...later.flatMap(({ value, on }) => [
      `*${words.hindsight(renderDate(on, language))}*`,
      quote(renderAnswer(field, value, language, outcome)),
    ]),
    ...besides(entry, field.id, language),
  ];
}

function nameOf(entry: Entry, language: Language): string {
  if (entry.kind !== 'hypothesis') return titleOf(entry);
  return nameSignal(entry.answers.signal, entry.answers.value, language);
}

function hypothesisSections(entry: HypothesisEntry, language: Language): string[] {
  const { signal, value, note, endedOn } = entry.answers;
  return [
    `*${WORDS[language].hypothesis}*`,
    sayAnchor(signal, value, language),
    ...(note ? [quote(note)] : []),
    ...besides(entry, 'note', language),
    ...(endedOn ? [`*${WORDS[language].ended(renderDate(endedOn, language))}*`] : []),
  ];
}

function freeSections(entry: FreeEntry, language: Language): string[] {
  const questions = new Map<string, string>(
    FREE_FIELDS.map(({ id, question }) => [id, asked(question, language)]),
  );
  const shown = Object.entries(entry.answers).filter(([id]) => !['title', 'date'].includes(id));
  return shown.flatMap(([id, answer]) => [
    ...(questions.has(id) && id !== 'text' ? [`**${questions.get(id)}**`] : []),
    quote(id === 'mood' ? renderAnswer(MOOD, answer, language) : String(answer)),
    ...besides(entry, id, language),
  ]);
}

const MOOD = FREE_FIELDS.find(({ id }) => id === 'mood') as unknown as Field;

function marginSections(margin: MarginDocument, language: Language): string[] {
  const { note, answers } = margin;
  const written = Object.entries(answers).flatMap(([id, answer]) =>
    isFieldId(id)
      ? [`**${asked(fieldOf(id).question, language)}**`, quote(renderAnswer(fieldOf(id), answer, language))]
      : [],
  );
  return [`## ${WORDS[language].margin}`, ...(note ? [quote(note)] : []), ...written];
}

function besides(entry: Pick<Entry, 'besides'>, id: string, language: Language): string[] {
  return entry.besides
    .filter(({ field }) => field === id)
    .flatMap(({ value }) => {
      const field = isFieldId(id) ? fieldOf(id) : undefined;
      return [
        `*${WORDS[language].beside}*`,
        quote(field ? renderAnswer(field, value, language) : String(value)),
      ];
    });
}

function asked(question: Words, language: Language): string {
  return language === 'fr' ? typesetFrench(question.fr) : question.en;
}

function quote(text: string): string {
  return text
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) => `> ${line}`)
    .join('\n');
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
