import { retentionSentence } from './retention-sentence';

const at = Date.parse('2026-03-01T08:00:00Z');
const say = (more: { due?: number; oldestDueAt?: number | null; nextDueAt?: number | null }) =>
  retentionSentence(
    { kind: 'prospects', months: 12, due: 0, oldestDueAt: null, nextDueAt: null, ...more },
    'Europe/Paris',
  );

describe('the trial of retention, in words', () => {
  it('says how many have outlived it, and since when', () => {
    expect(say({ due: 3, oldestDueAt: at })).toBe(
      'Premiers échanges sans suite\u202f: 3 à effacer, le plus ancien dû depuis le 1er mars 2026.',
    );
  });

  it('says when something will, and that nothing will', () => {
    expect(say({ nextDueAt: at })).toContain('le prochain arrive à terme le 1er mars 2026');
    expect(say({})).toContain('rien en vue');
  });
});
