import type { Entry } from '../entry/entry-document';

/** What an entry is called in lists; empty when it has no name yet. */
export function titleOf(entry: Entry): string {
  if (entry.kind === 'bid') return entry.answers.alias ?? '';
  if (entry.kind === 'hypothesis') return firstLine(entry.answers.note ?? '');
  const { title = '', text = '' } = entry.answers;
  return title || firstLine(text);
}

/** The date an entry belongs to: the decision of a bid once it is known, the date given to a free one. */
export function dateOf(entry: Entry): string {
  if (entry.kind === 'bid') return entry.answers.outcome_date ?? entry.createdOn;
  return (entry.kind === 'free' ? entry.answers.date : entry.answers.declaredOn) ?? entry.createdOn;
}

function firstLine(text: string): string {
  return (text.trimStart().split('\n')[0] ?? '').slice(0, 80);
}
