import {
  type BidEntry,
  type Field,
  fieldsOfStage,
  type FieldId,
  isAsked,
  isMarginField,
  isSealed,
  nextStep,
  quickPath,
  type Seal,
  sealOf,
  type StageId,
  type Step,
} from '@visavis/journal';

/** The places of a bid's entry, in the order of its life; the margin stands apart. */
export const PANELS = ['before', 'decision', 'cold', 'mission', 'second'] as const;
export type PanelId = (typeof PANELS)[number] | 'margin';

const STAGES_OF: Record<(typeof PANELS)[number], readonly StageId[]> = {
  before: ['A_context', 'B_brief', 'C_stance'],
  decision: ['D_outcome'],
  cold: ['F_cold'],
  mission: ['G_won'],
  second: ['H_second'],
};

export const PANEL_WORDS: Record<PanelId, string> = {
  before: $localize`Avant la décision`,
  decision: $localize`La décision`,
  cold: $localize`À froid`,
  mission: $localize`La mission`,
  second: $localize`Relecture`,
  margin: $localize`La marge`,
};

const PANEL_OF: Record<Step, PanelId> = {
  'seal-forecast': 'before',
  'enter-decision': 'decision',
  'set-effects': 'mission',
  'review-cold': 'cold',
  'check-trial': 'second',
  'observe-end': 'mission',
  'observe-later': 'mission',
  'look-again': 'second',
  nothing: 'cold',
};

export interface Group {
  readonly stage: StageId;
  readonly fields: readonly Field[];
  readonly answered: number;
}

export interface Panel {
  readonly id: (typeof PANELS)[number];
  /** The short way: what is asked of everybody. */
  readonly quick: readonly Field[];
  /** Optional, folded, by stage. */
  readonly more: readonly Group[];
}

/** What one place asks of a bid as it stands. */
export function panelOf(entry: BidEntry, id: Panel['id']): Panel {
  const asked = STAGES_OF[id]
    .flatMap(fieldsOfStage)
    .filter((field) => isAsked(entry, field.id as FieldId) && !isMarginField(field.id as FieldId));
  const short = new Set([...quickPath('before'), ...quickPath('after')].map((field) => field.id));
  const isQuick = (field: Field) =>
    short.has(field.id) || (id === 'mission' && field.required) || id === 'second';
  const quick = asked.filter(isQuick);
  const more = STAGES_OF[id].flatMap((stage): Group[] => {
    const fields = asked.filter((field) => field.stage === stage && !isQuick(field));
    const answered = fields.filter((field) => field.id in entry.answers).length;
    return fields.length === 0 ? [] : [{ stage, fields, answered }];
  });
  return { id, quick, more };
}

/** Places that exist for this bid: no mission without a win. */
export function panelsOf(entry: BidEntry): readonly Panel['id'][] {
  return PANELS.filter((id) => id !== 'mission' || entry.answers.outcome === 'won');
}

/** Where an entry is taken up again. */
export function firstPanelOf(entry: BidEntry): PanelId {
  if (entry.fromMemory && entry.answers.brief_verbatim === undefined) return 'before';
  return PANEL_OF[nextStep(entry).step];
}

/** The seals set in a place, in their order. */
export function sealsOf(entry: BidEntry, id: PanelId): readonly Seal[] {
  switch (id) {
    case 'before':
      return entry.fromMemory || entry.answers.outcome === 'declined' ? [] : ['forecast'];
    case 'decision':
      return entry.answers.outcome === undefined || entry.answers.outcome === 'declined'
        ? []
        : ['own_reason'];
    case 'cold':
      return ['cold'];
    case 'mission':
      return isSealed(entry, 'kickoff') ? ['mission'] : ['kickoff'];
    case 'second':
      return ['second_look'];
    default:
      return [];
  }
}

/** Forecast fields are read from the revision they were sealed in, everything else from the entry. */
export function answerTo(entry: BidEntry, foreseen: BidEntry | null, id: string): unknown {
  const isForeseen = foreseen !== null && isSealed(entry, 'forecast') && sealOf(id as FieldId) === 'forecast';
  const { answers } = isForeseen ? foreseen : entry;
  return (answers as Readonly<Record<string, unknown>>)[id];
}
