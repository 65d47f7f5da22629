import { isEmpty } from '../entry/answers';
import type { BidEntry, Entry, FreeEntry, HypothesisEntry } from '../entry/entry-document';
import type { MarginDocument } from '../entry/margin-document';
import { BID_FIELDS, fieldOf, type FieldId, isFieldId } from '../fields/all-fields';
import type { Field } from '../fields/field';
import { FREE_FIELDS, type FreeFieldId } from '../fields/free-fields';
import { STAGES } from '../fields/stages';
import { dateOf, titleOf } from '../finding/title-of';
import { nameSignal, sayAnchor } from '../sentences/say-signal';
import { sealOf } from '../stages/seals';
import { sealingOf } from '../stages/seal-stage';
import { type JournalWords, questionTo } from '../words/journal-words';
import { inType, renderAnswer, renderDate } from './render-answer';

const SAID = {
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
export function writeMarkdown(entry: Entry, words: JournalWords, margin?: MarginDocument): string {
  const { language } = words;
  const said = SAID[language];
  const facts = [
    renderDate(dateOf(entry), language),
    ...(entry.demo ? [said.demo] : []),
    ...(entry.kind === 'bid' && entry.fromMemory ? [said.memory] : []),
    ...entry.tags.map((tag) => `#${oneLine(tag)}`),
  ];
  return [
    `# ${oneLine(nameOf(entry, words)) || said.untitled}`,
    facts.join(' · '),
    ...sectionsOf(entry, words),
    ...(margin ? marginSections(margin, words) : []),
  ].join('\n\n');
}

function sectionsOf(entry: Entry, words: JournalWords): string[] {
  switch (entry.kind) {
    case 'bid':
      return bidSections(entry, words);
    case 'free':
      return freeSections(entry, words);
    case 'hypothesis':
      return hypothesisSections(entry, words);
  }
}

function bidSections(entry: BidEntry, words: JournalWords): string[] {
  const { outcome } = entry.answers;
  return STAGES.flatMap((stage) => {
    const written = BID_FIELDS.filter(({ id, stage: of }) => of === stage.id && says(entry, id));
    if (written.length === 0) return [];
    return [
      `## ${words.stages[stage.id]}`,
      ...sealedOn(entry, written, words),
      ...(stage.id === 'G_won' && entry.missionEndsOn
        ? [`*${SAID[words.language].ends(renderDate(entry.missionEndsOn, words.language))}*`]
        : []),
      ...written.flatMap((field) => bidField(entry, field, words, outcome)),
    ];
  });
}

function sealedOn(entry: BidEntry, fields: readonly Field[], words: JournalWords): string[] {
  const seals = new Set(fields.map(({ id }) => sealOf(id as FieldId)));
  const dates = [...seals].flatMap((seal) => (seal && sealingOf(entry, seal)?.on) ?? []);
  return dates.map((on) => `*${SAID[words.language].sealed(renderDate(on, words.language))}*`);
}

function says(entry: BidEntry, id: string): boolean {
  return [
    ...Object.keys(entry.answers),
    ...[...entry.hindsight, ...entry.besides].map(({ field }) => field),
  ].includes(id);
}

function bidField(entry: BidEntry, field: Field, words: JournalWords, outcome?: string): string[] {
  const said = SAID[words.language];
  const answer = (entry.answers as Readonly<Record<string, unknown>>)[field.id];
  const later = entry.hindsight.filter((each) => each.field === field.id);
  return [
    `**${asked(field.id as FieldId, words, outcome)}**`,
    ...(isEmpty(answer) ? [] : [quote(renderAnswer(field, answer, words, outcome))]),
    ...later.flatMap(({ value, on }) => [
      `*${said.hindsight(renderDate(on, words.language))}*`,
      quote(renderAnswer(field, value, words, outcome)),
    ]),
    ...besides(entry, field.id, words),
  ];
}

function nameOf(entry: Entry, words: JournalWords): string {
  if (entry.kind !== 'hypothesis') return titleOf(entry);
  return nameSignal(entry.answers.signal, entry.answers.value, words);
}

function hypothesisSections(entry: HypothesisEntry, words: JournalWords): string[] {
  const { signal, value, note, endedOn } = entry.answers;
  return [
    `*${SAID[words.language].hypothesis}*`,
    sayAnchor(signal, value, words),
    ...(note ? [quote(note)] : []),
    ...besides(entry, 'note', words),
    ...(endedOn ? [`*${SAID[words.language].ended(renderDate(endedOn, words.language))}*`] : []),
  ];
}

function freeSections(entry: FreeEntry, words: JournalWords): string[] {
  const questions = new Map<string, string>(FREE_FIELDS.map(({ id }) => [id, asked(id, words)]));
  const shown = Object.entries(entry.answers).filter(([id]) => !['title', 'date'].includes(id));
  return shown.flatMap(([id, answer]) => [
    ...(questions.has(id) && id !== 'text' ? [`**${questions.get(id)}**`] : []),
    quote(id === 'mood' ? renderAnswer(MOOD, answer, words) : String(answer)),
    ...besides(entry, id, words),
  ]);
}

const MOOD = FREE_FIELDS.find(({ id }) => id === 'mood') as unknown as Field;

function marginSections(margin: MarginDocument, words: JournalWords): string[] {
  const { note, answers } = margin;
  const written = Object.entries(answers).flatMap(([id, answer]) =>
    isFieldId(id) ? [`**${asked(id, words)}**`, quote(renderAnswer(fieldOf(id), answer, words))] : [],
  );
  return [`## ${SAID[words.language].margin}`, ...(note ? [quote(note)] : []), ...written];
}

function besides(entry: Pick<Entry, 'besides'>, id: string, words: JournalWords): string[] {
  return entry.besides
    .filter(({ field }) => field === id)
    .flatMap(({ value }) => {
      const field = isFieldId(id) ? fieldOf(id) : undefined;
      return [
        `*${SAID[words.language].beside}*`,
        quote(field ? renderAnswer(field, value, words) : String(value)),
      ];
    });
}

function asked(id: FieldId | FreeFieldId, words: JournalWords, outcome?: string): string {
  return inType(questionTo(id, words, outcome), words.language);
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
