import * as fc from 'fast-check';
import { type BidEntry, bidEntry, type Entry } from '../entry/entry-document';
import { startFree, startMargin } from '../entry/start-entry';
import { type CoreFieldId, isFieldId } from '../fields/all-fields';
import { correctAnswer } from '../stages/write-answer';
import { reopenForecast, sealingOf, sealStage } from '../stages/seal-stage';
import { aBidEntry, aDecidedEntry } from '../testing/a-bid-entry';
import { refusalOf } from '../testing/refusal-of';
import { mergeEntries, mergeMargins } from './merge-entries';
import { isSame } from './same';
import { settleBeside } from './settle-beside';

const TEXTS = ['alias', 'brief_verbatim', 'need_heard', 'echo_text', 'stance_why', 'camera', 'keep'] as const;
const text = fc.string({ unit: 'grapheme', maxLength: 30 }).filter((written) => written.trim() !== '');
const tags = fc.uniqueArray(fc.constantFrom('peur', 'argent', 'alliance', 'écho'));

/** Some answers, among them one that is no text. */
const answers = fc.record(
  {
    ...Object.fromEntries(TEXTS.map((field) => [field, text])),
    attachment: fc.integer({ min: 0, max: 10 }),
    contradictions: fc.array(fc.record({ a: text, b: text }), { minLength: 1, maxLength: 2 }),
  },
  { requiredKeys: [] },
);
const entry = fc
  .record({ answers, tags })
  .map((change): BidEntry => ({ ...aBidEntry(), ...change, answers: change.answers as BidEntry['answers'] }));

/** Both sides start from what was, and change some of it. */
const edited = entry.chain((base) =>
  fc
    .tuple(fc.subarray([...TEXTS, 'attachment', 'contradictions']), entry)
    .map(([fields, other]) => ({
      ...base,
      tags: other.tags,
      answers: Object.fromEntries(
        Object.entries({ ...base.answers, ...pick(other, fields) }).filter(
          ([, answer]) => answer !== undefined,
        ),
      ),
    }))
    .chain((mine) => fc.tuple(fc.constant(base), fc.constant(mine), entry)),
);

function pick({ answers }: BidEntry, fields: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(fields.map((field) => [field, answers[field as CoreFieldId]]));
}

describe('two edits of one entry', () => {
  it('keep the end of a mission that either side gave, moved or took back', () => {
    const [won, dated] = [aDecidedEntry('won'), { ...aDecidedEntry('won'), missionEndsOn: '2026-08-31' }];
    const ends = (...[base, mine, theirs]: [BidEntry, BidEntry, BidEntry]) =>
      (mergeEntries(base, mine, theirs, 3) as BidEntry).missionEndsOn;
    expect([ends(won, dated, won), ends(won, won, dated)]).toEqual(['2026-08-31', '2026-08-31']);
    expect(ends(dated, won, dated)).toBeUndefined();
    expect(ends(dated, dated, { ...won, missionEndsOn: '2026-09-30' })).toBe('2026-09-30');
  });

  it('never lose a text: each is the answer or stands beside it', () => {
    fc.assert(
      fc.property(edited, ([base, mine, theirs]) => {
        const merged = mergeEntries(base, mine, theirs, 3) as BidEntry;
        for (const side of [mine, theirs] as BidEntry[])
          for (const [field, answer] of Object.entries(side.answers)) {
            if (isSame(answer, base.answers[field as CoreFieldId])) continue;
            const kept = [merged.answers[field as CoreFieldId], ...besides(merged, field)];
            expect(kept.some((each) => isSame(each, answer))).toBe(true);
          }
        expect(bidEntry.safeParse(merged).success).toBe(true);
      }),
    );
  });

  it('change only what either side changed, and keep nothing beside where only one did', () => {
    fc.assert(
      fc.property(edited, ([base, mine, theirs]) => {
        expect(isSame(mergeEntries(base, mine, base, 3), mine)).toBe(true);
        expect(isSame(mergeEntries(base, base, theirs, 3), theirs)).toBe(true);
        expect(isSame(mergeEntries(base, mine, mine, 3), mine)).toBe(true);
        const merged = mergeEntries(base, mine, theirs, 3);
        for (const { field } of merged.besides) {
          const before = base.answers[field as CoreFieldId];
          for (const side of [mine, theirs] as BidEntry[])
            expect(isSame(side.answers[field as CoreFieldId], before)).toBe(false);
        }
      }),
    );
  });

  it('hold the same texts whichever came first, and settle when merged again', () => {
    fc.assert(
      fc.property(edited, ([base, mine, theirs]) => {
        const [one, other] = [mergeEntries(base, mine, theirs, 3), mergeEntries(base, theirs, mine, 3)];
        expect(textsOf(one)).toEqual(textsOf(other));
        expect(isSame(mergeEntries(theirs, one, one, 4), one)).toBe(true);
        expect(isSame(mergeEntries(base, mine, one, 4), one)).toBe(true);
      }),
    );
  });

  it('let what was written stand where the other side took the answer away, and leave out what one took away', () => {
    const base = { ...aBidEntry({ need_heard: 'Du calme.' }), tags: ['peur', 'argent'] };
    const written = { ...base, answers: { ...base.answers, need_heard: 'De la place.' }, tags: ['argent'] };
    const emptied = { ...aBidEntry(), tags: ['peur', 'argent', 'alliance'] };
    for (const merged of [mergeEntries(base, written, emptied, 3), mergeEntries(base, emptied, written, 3)]) {
      expect(merged).toMatchObject({ answers: { need_heard: 'De la place.' }, besides: [] });
      expect(merged.tags.toSorted()).toEqual(['alliance', 'argent']);
    }
  });

  it('keep everything where nobody knows what they started from', () => {
    const mine = aBidEntry({ need_heard: 'Du calme.' });
    const theirs = aBidEntry({ need_heard: 'De la place.', alias: 'Orme' });
    expect(mergeEntries(null, mine, theirs, 3)).toMatchObject({
      answers: { need_heard: 'De la place.', alias: 'Orme' },
      besides: [
        { field: 'alias', value: 'Tilleul' },
        { field: 'need_heard', value: 'Du calme.' },
      ],
    });
  });
});

describe('seals of two edits', () => {
  const sealed = (entry: BidEntry, revision = 2) =>
    sealStage(entry, 'forecast', { revision, on: '2026-03-01' });

  it('bind one that was never saved to the revision about to be, over the text that was sealed', () => {
    const base = aBidEntry();
    const theirs = aBidEntry({ p_win: 60, need_heard: 'De la place.' });
    const merged = mergeEntries(base, sealed(base), theirs, 3) as BidEntry;
    expect(sealingOf(merged, 'forecast')).toEqual({ seal: 'forecast', revision: 3, on: '2026-03-01' });
    expect(merged.answers.p_win).toBe(40);
    expect(besides(merged, 'p_win')).toEqual([60]);
    expect(besides(merged, 'need_heard')).toEqual(['De la place.']);
  });

  it('keep what was written to a text that had been sealed elsewhere beside it', () => {
    const base = aBidEntry();
    const merged = mergeEntries(base, aBidEntry({ p_win: 90 }), sealed(base), 3) as BidEntry;
    expect(merged.answers.p_win).toBe(40);
    expect(besides(merged, 'p_win')).toEqual([90]);
    expect(sealingOf(merged, 'forecast')?.revision).toBe(2);
    expect(refusalOf(() => settleBeside(merged, 0, 'swap')).reason).toBe('sealed');
  });

  it('hold as saved where both sides sealed, and stay reopened where one reopened', () => {
    const base = aBidEntry();
    const both = mergeEntries(base, sealed(aBidEntry({ p_win: 90 })), sealed(base), 3) as BidEntry;
    expect(both.seals).toHaveLength(1);
    expect([both.answers.p_win, ...besides(both, 'p_win')]).toEqual([40, 90]);
    const reopened = mergeEntries(sealed(base), reopenForecast(sealed(base)), sealed(base), 3) as BidEntry;
    expect(reopened.seals).toEqual([{ seal: 'forecast', revision: 2, on: '2026-03-01', reopened: true }]);
  });

  it('win over "from memory", which drops forecasts only where none is sealed', () => {
    const base = aBidEntry();
    const { p_win: _w, p_effect: _e, ...others } = base.answers;
    const remembered: BidEntry = { ...base, fromMemory: true, answers: others };
    expect((mergeEntries(base, remembered, sealed(base), 3) as BidEntry).fromMemory).toBe(false);
    const dropped = mergeEntries(base, remembered, aBidEntry({ p_win: 80 }), 3) as BidEntry;
    expect(dropped.fromMemory).toBe(true);
    expect(bidEntry.safeParse(dropped).success).toBe(true);
  });

  it('join corrections and reminders of both', () => {
    const base = aDecidedEntry();
    const mine = {
      ...correctAnswer(base, 'p_win', 20, '2026-04-01'),
      reminders: { cold: true, second_look: false },
    };
    const theirs = correctAnswer(base, 'stance', 'as_asked', '2026-04-02');
    const merged = mergeEntries(base, mine, theirs, 4) as BidEntry;
    expect(merged.hindsight.map(({ field }) => field)).toEqual(['stance', 'p_win']);
    expect(merged.reminders).toEqual({ cold: true, second_look: false });
  });
});

describe('what stands side by side', () => {
  const merged = mergeEntries(aBidEntry(), aBidEntry({ alias: 'Orme' }), aBidEntry({ alias: 'Frêne' }), 3);

  it('is settled by exchanging, which loses nothing, or by letting one go', () => {
    const swapped = settleBeside(merged, 0, 'swap') as BidEntry;
    expect([swapped.answers.alias, ...besides(swapped, 'alias')]).toEqual(['Orme', 'Frêne']);
    expect(settleBeside(swapped, 0, 'drop').besides).toEqual([]);
    expect(settleBeside(merged, 7, 'drop')).toBe(merged);
  });

  it('stays settled when another device edits meanwhile', () => {
    const dropped = settleBeside(merged, 0, 'drop');
    const elsewhere = { ...merged, tags: ['peur'] } as Entry;
    expect(mergeEntries(merged, dropped, elsewhere, 5)).toMatchObject({ besides: [], tags: ['peur'] });
  });
});

describe('free entries and margins', () => {
  it('are merged by the same rule', () => {
    const free = startFree('2026-03-01');
    const write = (written: string) => ({ ...free, answers: { ...free.answers, text: written } });
    expect(mergeEntries(free, write('un'), write('deux'), 2)).toMatchObject({
      answers: { text: 'deux' },
      besides: [{ field: 'text', value: 'un' }],
    });
    const margin = startMargin('e1');
    expect(
      mergeMargins(margin, { ...margin, note: 'un' }, { ...margin, note: 'deux', answers: { hot_joy: 2 } }),
    ).toEqual({
      ...margin,
      answers: { hot_joy: 2 },
      note: 'deux',
      besides: [{ field: 'note', value: 'un' }],
    });
  });

  it('never become another kind', () => {
    expect(refusalOf(() => mergeEntries(null, startFree('2026-03-01'), aBidEntry(), 2)).reason).toBe(
      'malformed',
    );
  });
});

function besides({ besides }: Entry, field: string): unknown[] {
  return besides.flatMap((each) => (each.field === field ? [each.value] : []));
}

function textsOf(entry: Entry): string[] {
  const { answers, besides } = entry;
  const all = [
    ...Object.entries(answers).filter(([field]) => isFieldId(field)),
    ...besides.map(({ field, value }) => [field, value] as const),
  ];
  return all.map(([field, value]) => `${field} ${JSON.stringify(value)}`).toSorted();
}
