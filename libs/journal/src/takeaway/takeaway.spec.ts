import type { Entry } from '../entry/entry-document';
import { declareHypothesis, endHypothesis } from '../insights/hypothesis-of-the-year';
import { startFree, startMargin, startPastBid } from '../entry/start-entry';
import { fieldOf } from '../fields/all-fields';
import { correctAnswer } from '../stages/write-answer';
import { AFTER, aBidEntry, aDecidedEntry } from '../testing/a-bid-entry';
import { refusalOf } from '../testing/refusal-of';
import { ENGLISH } from '../words/english/english';
import { FRENCH } from '../words/french/french';
import { renderAnswer } from './render-answer';
import { planHomecoming, readJournalFile, type Taken, writeJournalFile } from './take-away';
import { writeMarkdown } from './write-markdown';

const free = {
  ...startFree('2026-02-01'),
  answers: { date: '2026-02-01', text: 'Une pensée.\u000b\u2028É' },
};
const margin = { ...startMargin('b'), note: 'Acier Martin SA', answers: { hot_free: 'Je suis furieux.' } };
const taken: Taken[] = [
  { id: 'a', entry: free },
  { id: 'b', entry: correctAnswer(aDecidedEntry('lost', AFTER), 'p_win', 20, '2026-04-01'), margin },
  { id: 'c', entry: startPastBid('2026-03-01') },
];

describe('a journal taken away as a file', () => {
  it('comes back as it was, to the last character', () => {
    expect(readJournalFile(writeJournalFile(taken, '2026-05-01'))).toEqual(taken);
    expect(readJournalFile(`\uFEFF${writeJournalFile(taken, '2026-05-01')}`)).toEqual(taken);
  });

  it('is refused with every field that is wrong named', () => {
    const file = JSON.parse(writeJournalFile(taken, '2026-05-01')) as { entries: Record<string, never>[] };
    const spoil = (change: (entries: { [name: string]: never }[]) => void) => {
      const copy = structuredClone(file);
      change(copy.entries);
      return refusalOf(() => readJournalFile(JSON.stringify(copy))).details['errors'];
    };
    const set = (at: number, path: string, value: unknown) => (entries: Record<string, never>[]) => {
      const [last = '', ...above] = path.split('.').toReversed();
      const owner = above
        .toReversed()
        .reduce<Record<string, unknown>>((in_, name) => in_[name] as never, entries[at] ?? {});
      owner[last] = value;
    };
    expect(spoil(set(1, 'entry.answers.p_win', 42))).toEqual([
      { field: 'entries.1.entry.answers.p_win', code: 'invalid' },
    ]);
    expect(spoil(set(1, 'entry.answers.p_wins', 40))).toEqual([
      { field: 'entries.1.entry.answers.p_wins', code: 'unknown-field' },
    ]);
    expect(spoil(set(1, 'entry.answers.stance', 'bold'))).toEqual([
      { field: 'entries.1.entry.answers.stance', code: 'not-in-list' },
    ]);
    expect(spoil(set(0, 'entry.answers.text', '\ud800'))).toEqual([
      { field: 'entries.0.entry.answers.text', code: 'control-characters' },
    ]);
    expect(spoil(set(1, 'entry.createdOn', undefined))).toEqual([
      { field: 'entries.1.entry.createdOn', code: 'required' },
    ]);
    expect(spoil(set(1, 'entry.createdOn', '2026-02-30'))).toEqual([
      { field: 'entries.1.entry.createdOn', code: 'invalid-date' },
    ]);
    expect(spoil(set(0, 'entry.kind', 'poem'))).toEqual([
      { field: 'entries.0.entry.kind', code: 'not-in-list' },
    ]);
    expect(spoil(set(2, 'id', 'a'))).toEqual([{ field: 'entries.2.id', code: 'invalid' }]);
    expect(spoil(set(1, 'margin.of', 'a'))).toEqual([{ field: 'entries.1.margin.of', code: 'invalid' }]);
    expect(spoil(set(1, 'entry.answers.alias', 'x'.repeat(61)))).toEqual([
      { field: 'entries.1.entry.answers.alias', code: 'too-long' },
    ]);
  });

  it('is refused when it is no JSON or another format, without quoting it', () => {
    expect(refusalOf(() => readJournalFile('Je suis furieux'))).toEqual({
      reason: 'malformed',
      details: { errors: [{ field: 'file', code: 'invalid' }] },
    });
    const other = JSON.stringify({ format: 'visavis-journal/2', writtenOn: '2026-05-01', entries: [] });
    expect(refusalOf(() => readJournalFile(other)).details).toEqual({
      errors: [{ field: 'format', code: 'not-in-list' }],
    });
  });

  it('never carries a feeling inside an entry', () => {
    const smuggled = [{ id: 'b', entry: { ...aBidEntry(), answers: { hot_free: 'Je suis furieux.' } } }];
    expect(
      refusalOf(() => readJournalFile(writeJournalFile(smuggled as never, '2026-05-01'))).details,
    ).toEqual({
      errors: [{ field: 'entries.0.entry.answers.hot_free', code: 'unknown-field' }],
    });
  });

  it('adds what is missing with seals of its first revision, joins what differs, and replaces nothing', () => {
    const here = new Map<string, Entry>([
      ['a', free],
      ['b', aDecidedEntry('lost', { ...AFTER, camera: 'Autre chose.' })],
    ]);
    const file = [...taken, { id: 'd', entry: aDecidedEntry('won') }];
    const plan = planHomecoming(file, here, () => 4);
    expect(plan.unchanged).toBe(1);
    expect(plan.added.map(({ id }) => id)).toEqual(['c', 'd']);
    expect(plan.added[1]?.entry).toMatchObject({
      seals: [{ seal: 'forecast', revision: 1, on: '2026-03-01' }],
    });
    expect(plan.joined.map(({ entry }) => entry)).toMatchObject([
      { answers: { camera: 'Autre chose.' }, besides: [{ field: 'camera', value: AFTER.camera }] },
    ]);
    expect(planHomecoming(taken, new Map(taken.map(({ id, entry }) => [id, entry])), () => 1)).toMatchObject({
      added: [],
      joined: [],
      unchanged: 3,
    });
  });
});

describe('an entry as Markdown', () => {
  it('carries every stage that was written, what was sealed, and what was seen later', () => {
    const written = writeMarkdown(taken[1]?.entry ?? free, FRENCH);
    for (const part of [
      '# Tilleul',
      '## La demande',
      '> 40\u202f%',
      '*Scellé le 1er mars 2026*',
      '> 60 Juste trop tôt',
    ])
      expect(written).toContain(part);
    expect(written).toMatch(/\*Après coup, le 1er avril 2026\*\n\n> 20\u202f%/);
    expect(written).toContain(
      '> Quand\u00a0: on me demande un programme\n> alors je\u00a0: je demande à qui il servira',
    );
    expect(written).toContain('**Qu’aurait enregistré une caméra\u202f?**');
    expect(writeMarkdown(taken[1]?.entry ?? free, ENGLISH)).toContain('## My stance and forecast');
  });

  it('says when a won mission is due to end', () => {
    const won = {
      ...aDecidedEntry('won', { effects_intended: [{ effect: 'x' }] }),
      missionEndsOn: '2026-08-31',
    };
    expect(writeMarkdown(won, FRENCH)).toContain('## La mission\n\n*Fin prévue le 31 août 2026*');
  });

  it('keeps the margin out unless it is handed in', () => {
    const entry = taken[1]?.entry ?? free;
    expect(writeMarkdown(entry, FRENCH)).not.toContain('furieux');
    expect(writeMarkdown(entry, FRENCH, margin)).toContain('> Acier Martin SA');
  });

  it('lets no written text become a heading or leave its quote', () => {
    const shout = {
      ...free,
      answers: { ...free.answers, title: 'un\n# deux', text: 'a\n# b\r\n## c\u2028# d' },
    };
    const lines = writeMarkdown(shout, FRENCH).split(/\r\n|[\n\r\u2028]/);
    expect(lines.filter((line) => line.startsWith('#'))).toEqual(['# un # deux']);
  });

  it('shows a text that stands beside', () => {
    const entry = { ...aBidEntry(), besides: [{ field: 'need_heard', value: 'Du calme.' }] };
    expect(writeMarkdown(entry, FRENCH)).toContain('*À côté, un autre texte*\n\n> Du calme.');
    expect(writeMarkdown(startPastBid('2026-03-01'), ENGLISH)).toContain(
      '# Untitled\n\n1 March 2026 · From memory',
    );
  });
});

describe('an answer in words', () => {
  it('reads like its question, whatever its kind', () => {
    const of = (id: Parameters<typeof fieldOf>[0], answer: unknown, outcome?: string) =>
      renderAnswer(fieldOf(id), answer, FRENCH, outcome).replace(/[\u00a0\u202f]/g, ' ');
    expect(of('source', 'tender')).toBe('Appel d’offres');
    expect(of('ethics_parity', 2)).toBe('Incertaine');
    expect(of('echo_tags', ['rushed', 'met'])).toBe('Pressé, Rencontré');
    expect(of('competitors_n', 'unknown')).toBe('Je ne sais pas');
    expect(of('competitors_n', 4)).toBe('4');
    expect(of('fee', 4800)).toBe('4 800,00 €');
    expect(of('alliance_pre', { goal: 5, trust: 6 })).toBe('Accord sur le but 5 / 7, Confiance 6 / 7');
    expect(of('proposal_skill', -2)).toBe('−2');
    expect(of('attachment', 7)).toBe('7 / 10');
    expect(of('attribution', { alliance: 30, too_early: 70, unknown: 0 }, 'won')).toBe(
      '70 J’ai su être pédagogue, au bon moment (moi)\n30 L’alliance avec le prescripteur (entre nous)',
    );
    expect(of('guard_symmetry', { yes: false, text: 'Moins sec.' })).toBe('Non\nMoins sec.');
    expect(
      of('contradictions', [{ a: 'confiance', b: 'contrôle', nature: 'fertile', said_aloud: true }]),
    ).toBe(
      '1. D’un côté : confiance ; et de l’autre : contrôle ; Nature : Fertile ; L’ai-je dite au prescripteur ? Oui',
    );
    expect(of('effects_observed', [{ effect_ref: 0, level: 3, seen_by: ['me', 'third'], when: 'end' }])).toBe(
      '1. Effet : 1 ; Observé : Oui ; Vu par : Moi, Un tiers ; Quand : À la fin',
    );
    expect(of('client_reason_code', 'network')).toBe('Relation préexistante');
    expect(of('outcome_date', '2026-03-10')).toBe('10 mars 2026');
  });
});

describe('a hypothesis in Markdown', () => {
  it('is its signal, its anchor, what was thought of it and its end, in words', () => {
    const wish = { signal: 'ethics_parity', note: 'Je gagne\nquand on me parle' } as const;
    const ended = endHypothesis(declareHypothesis([], wish, '2026-01-01'), '2026-12-01');
    const text = writeMarkdown(ended, ENGLISH);
    expect(text).toContain('# Parity\n');
    expect(text).toContain('“Enough” or “Ample”');
    expect(text).toContain('> Je gagne\n> quand on me parle');
    expect(text).toMatch(/Ended on .*1 December 2026/);
    expect(text).not.toContain('ethics_parity');
  });
});
