import { startFree } from '../entry/start-entry';
import { sealStage } from '../stages/seal-stage';
import { AFTER, aBidEntry, aDecidedEntry } from '../testing/a-bid-entry';
import { filterEntries } from './filter-entries';
import { textOf } from './text-of';
import { onThisDay, timelineOf } from './timeline';
import { titleOf } from './title-of';

const write = (date: string, text: string) => ({
  ...startFree(date),
  answers: { date, text },
  tags: ['peur'],
});
const all = [
  { id: 'open', entry: aBidEntry() },
  { id: 'lost', entry: { ...aDecidedEntry('lost', AFTER), tags: ['argent'] } },
  { id: 'won', entry: aDecidedEntry('won', { source: 'tender', stance: 'as_asked' }) },
  { id: 'free', entry: write('2025-03-10', 'Une pensée.\nEt sa suite.') },
];
const found = (filter: Parameters<typeof filterEntries>[1]) => filterEntries(all, filter).map(({ id }) => id);

describe('entries', () => {
  it('are found by kind, outcome, stance, source, step, tag and date; all that is said must hold', () => {
    expect(found({})).toEqual(['open', 'lost', 'won', 'free']);
    expect(found({ kinds: ['free'] })).toEqual(['free']);
    expect(found({ outcomes: ['open', 'won'] })).toEqual(['open', 'won']);
    expect(found({ sources: ['tender'] })).toEqual(['won']);
    expect(found({ stances: ['widened_steps'], outcomes: ['lost'] })).toEqual(['lost']);
    expect(found({ steps: ['seal-forecast'] })).toEqual(['open']);
    expect(found({ tags: ['peur', 'argent'] })).toEqual(['lost', 'free']);
    expect(found({ from: '2026-03-01', to: '2026-03-09' })).toEqual(['open']);
    expect(found({ to: '2025-12-31', tags: [] })).toEqual(['free']);
    expect(found({ fromMemory: false })).toEqual(['open', 'lost', 'won']);
  });

  it('are called by their code name, their title or their first line', () => {
    expect(all.map(({ entry }) => titleOf(entry))).toEqual(['Tilleul', 'Tilleul', 'Tilleul', 'Une pensée.']);
  });

  it('of this day in earlier years come back, the nearest first, the 29th of February on the 28th', () => {
    const years = ['2024-03-10', '2025-03-10', '2026-03-10', '2025-03-11'].map((on) => ({
      id: on,
      entry: write(on, 'x'),
    }));
    expect(onThisDay(years, '2026-03-10').map(({ id }) => id)).toEqual(['2025-03-10', '2024-03-10']);
    const leap = [{ id: 'leap', entry: write('2027-02-28', 'x') }];
    expect(onThisDay(leap, '2028-02-29').map(({ id }) => id)).toEqual(['leap']);
  });
});

describe('the timeline', () => {
  it('tells what happened month by month, the newest first', () => {
    const entry = sealStage(aDecidedEntry('lost', AFTER), 'cold', { revision: 3, on: '2026-04-02' });
    const months = timelineOf([
      { id: 'b', entry },
      { id: 'f', entry: write('2026-03-05', 'Une pensée.') },
    ]);
    expect(months.map(({ month }) => month)).toEqual(['2026-04', '2026-03']);
    expect(months.flatMap(({ moments }) => moments.map(({ on, what }) => `${on} ${what}`))).toEqual([
      '2026-04-02 cold',
      '2026-03-10 decided',
      '2026-03-05 written',
      '2026-03-01 begun',
      '2026-03-01 forecast',
    ]);
  });
});

describe('the text of an entry', () => {
  it('is all its writer’s words, also those beside and later ones, and no name of a choice', () => {
    const entry = {
      ...aDecidedEntry('won', {
        ...AFTER,
        contradictions: [{ a: 'confiance', b: 'contrôle', nature: 'fertile' }],
        effects_observed: [{ effect_ref: 0, level: 3, when: 'end', seen_by: ['me'] }],
        guard_symmetry: { yes: true, text: 'Oui, mot pour mot.' },
      }),
      besides: [{ field: 'camera', value: 'Un autre appel.' }],
      hindsight: [{ field: 'need_heard', value: 'Du calme.', on: '2026-04-01' }],
    } as const;
    const text = textOf(entry);
    for (const words of [
      'Tilleul',
      'confiance',
      'contrôle',
      'mot pour mot',
      'Un autre appel.',
      'Du calme.',
      'à qui il servira',
    ])
      expect(text).toContain(words);
    for (const name of ['fertile', 'end', 'widened_steps', 'referral_client', '2026-03-10'])
      expect(text.split('\n')).not.toContain(name);
  });
});
