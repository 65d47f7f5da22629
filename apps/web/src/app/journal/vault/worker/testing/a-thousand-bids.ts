import { type BidEntry, loadDemo, type Stored, textOf } from '@visavis/journal';

export const BIDS = 1000;
const TODAY = '2026-11-27';
/** Of the text of an entry as it is sealed. */
const CHARACTERS = 4096;
const LONGEST = 4000;

/** The fictitious journal, twenty-five times over, each bid written out at length with the words of others. */
export async function aThousandBids(): Promise<readonly Stored<BidEntry>[]> {
  const demo = await loadDemo(TODAY);
  const words = demo.flatMap((entry) => textOf(entry).split(/\s+/));
  return Array.from({ length: BIDS }, (_, at) => {
    const entry = demo[at % demo.length];
    if (!entry) throw new Error('the fictitious journal is empty');
    const first = (at * 37) % words.length;
    const missing = CHARACTERS - JSON.stringify(entry).length;
    const more = [...words.slice(first), ...words].join(' ').slice(0, Math.max(0, missing));
    const brief_verbatim = `${entry.answers.brief_verbatim ?? ''} ${more}`.slice(0, LONGEST);
    return { id: idOf(at), entry: { ...entry, answers: { ...entry.answers, brief_verbatim } } };
  });
}

function idOf(at: number): string {
  return `22222222-2222-4222-8222-${String(at).padStart(12, '0')}`;
}
