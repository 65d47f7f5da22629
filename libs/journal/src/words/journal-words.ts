import type { Language } from '@visavis/kernel';
import { choicesOf, type FieldId } from '../fields/all-fields';
import type { Field } from '../fields/field';
import type { FreeFieldId } from '../fields/free-fields';
import type { StageId } from '../fields/stages';
import type { InsightId } from '../insights/about-insights';
import type { HypothesisSignal } from '../insights/signals';

export interface FieldWords {
  readonly question: string;
  readonly hint?: string;
  /** The two poles of a scale, and its middle. */
  readonly anchors?: readonly string[];
  /** By value. */
  readonly options?: Readonly<Record<string, string>>;
  /** Instead of `options` after a win. */
  readonly winOptions?: Readonly<Record<string, string>>;
}

/** What everything in the journal is called in one language. Rules know values only, so that they weigh little. */
export interface JournalWords {
  readonly language: Language;
  readonly fields: Readonly<Record<FieldId | FreeFieldId, FieldWords>>;
  /** Why each question is asked. */
  readonly why: Readonly<Record<FieldId, string>>;
  /** Of `field.part`, of `field.part.value`, and of a question that turns (`field.after-win`). */
  readonly parts: Readonly<Record<string, string>>;
  readonly stages: Readonly<Record<StageId, string>>;
  readonly insights: Readonly<Record<InsightId, string>>;
  /** What a hypothesis of the year may be about. */
  readonly signals: Readonly<Record<HypothesisSignal, string>>;
}

export interface Option {
  readonly value: string | number;
  readonly words: string;
}

/** The question as it is put: the test of symmetry is mirrored after a win. */
export function questionTo(id: FieldId | FreeFieldId, words: JournalWords, outcome?: string): string {
  return (outcome === 'won' && words.parts[`${id}.after-win`]) || words.fields[id].question;
}

/** What can be chosen; a win turns the words of the attribution, never its values. */
export function optionsOf(field: Field, words: JournalWords, outcome?: string): readonly Option[] {
  const named: Readonly<Record<string, FieldWords>> = words.fields;
  const { options, winOptions } = named[field.optionsFrom ?? field.id] ?? {};
  const turned = outcome === 'won' && winOptions ? winOptions : options;
  return choicesOf(field).map((value) => ({ value, words: turned?.[value] ?? String(value) }));
}

/** What `value` is called among the choices of a question; undefined when it is none of them. */
export function optionWords(
  field: Field,
  value: unknown,
  words: JournalWords,
  outcome?: string,
): string | undefined {
  return optionsOf(field, words, outcome).find((option) => option.value === value)?.words;
}
