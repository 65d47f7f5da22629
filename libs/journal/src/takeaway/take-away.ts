import * as z from 'zod/mini';
import { type Entry, entryDocument } from '../entry/entry-document';
import { fieldErrorsOf } from '../entry/field-errors';
import { type MarginDocument, marginDocument } from '../entry/margin-document';
import { dateText, list, oneOf, text } from '../entry/shapes';
import { refuse } from '../journal-refusal';
import { mergeEntries } from '../merge/merge-entries';
import { isSame } from '../merge/same';

/** Of a file one takes away and brings back: to another device, another practice, after starting again. */
export const JOURNAL_FILE_FORMAT = 'visavis-journal/1';

const journalFile = z.strictObject({
  format: oneOf([JOURNAL_FILE_FORMAT]) as z.ZodMiniType<typeof JOURNAL_FILE_FORMAT>,
  writtenOn: dateText,
  entries: list(
    z.strictObject({
      id: text(64).check(z.minLength(1, { error: 'required' })),
      entry: entryDocument,
      margin: z.optional(marginDocument),
    }),
    10_000,
  ),
});

export interface Taken {
  readonly id: string;
  readonly entry: Entry;
  readonly margin?: MarginDocument;
}

export function writeJournalFile(entries: readonly Taken[], writtenOn: string): string {
  return `${JSON.stringify({ format: JOURNAL_FILE_FORMAT, writtenOn, entries }, null, 1)}\n`;
}

/** Refuses `malformed` with every field that is wrong, by its path: `entries.3.entry.answers.p_win`. */
export function readJournalFile(written: string): readonly Taken[] {
  let found: unknown;
  try {
    found = JSON.parse(written.replace(/^\uFEFF/, ''));
  } catch {
    return refuse('malformed', { errors: [{ field: 'file', code: 'invalid' }] }); // a SyntaxError quotes the text
  }
  const parsed = journalFile.safeParse(found);
  if (!parsed.success) return refuse('malformed', { errors: fieldErrorsOf(parsed.error) });
  const entries = parsed.data.entries as readonly Taken[];
  const firstAt = new Map(entries.map(({ id }, at) => [id, at] as const).reverse());
  const errors = entries.flatMap(({ id, margin }, at) => [
    ...(firstAt.get(id) !== at ? [{ field: `entries.${at}.id`, code: 'invalid' }] : []),
    ...(margin && margin.of !== id ? [{ field: `entries.${at}.margin.of`, code: 'invalid' }] : []),
  ]);
  return errors.length > 0 ? refuse('malformed', { errors }) : entries;
}

export interface Homecoming {
  /** Saved as first revisions: their seals name that one. */
  readonly added: readonly Taken[];
  /** Differ from what is here: merged, saved as next revisions. */
  readonly joined: readonly Taken[];
  readonly unchanged: number;
}

/** What bringing a file back would change; nothing that is here is ever replaced. `revisionOf` gives the head's number. */
export function planHomecoming(
  file: readonly Taken[],
  here: ReadonlyMap<string, Entry>,
  revisionOf: (id: string) => number,
): Homecoming {
  const added = file.filter(({ id }) => !here.has(id)).map(asFirstRevision);
  const known = file.flatMap((taken) => {
    const entry = here.get(taken.id);
    if (!entry) return [];
    return [{ ...taken, entry: mergeEntries(null, taken.entry, entry, revisionOf(taken.id) + 1) }];
  });
  const joined = known.filter(({ id, entry }) => !isSame(entry, here.get(id)));
  return { added, joined, unchanged: known.length - joined.length };
}

function asFirstRevision(taken: Taken): Taken {
  if (taken.entry.kind !== 'bid') return taken;
  const seals = taken.entry.seals.map((sealing) => ({ ...sealing, revision: 1 }));
  return { ...taken, entry: { ...taken.entry, seals } };
}
