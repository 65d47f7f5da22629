import { HOUR, MINUTE } from '@visavis/kernel';
import { cancelCostReply } from '../session-wire';
import { CLAUSES_FR } from '../templates/clauses-fr';
import { aContent } from '../testing/a-content';
import { renderClauses } from '../text/render-clauses';
import { cancelSession } from './session';
import { showCost } from './show-cost';

const START = Date.parse('2027-02-10T09:00:00Z');
const SESSION = { start: START, end: START + 90 * MINUTE };
const content = aContent({ clauses: CLAUSES_FR });
const VERSION = { number: 2, content, clauses: renderClauses(content) };

test('the cost comes with the clause that says so, as it was signed', () => {
  const shown = showCost(VERSION, SESSION, 'coach', START - HOUR);
  expect(cancelCostReply.parse(shown)).toEqual(shown);
  expect(shown).toMatchObject({
    outcome: 'cancelled-late',
    totalCents: 15_000,
    minutesUsed: 90,
    settledBy: 'package',
    freeUntil: START - 48 * HOUR,
    clause: { version: 2, title: 'Annulation et absence' },
  });
  expect(shown.clause.markdown).toContain('**48 heures**');
});

test('what was shown is what cancelling then takes', () => {
  for (const now of [START - 72 * HOUR, START - 48 * HOUR, START - 1])
    for (const who of ['coach', 'supervisor'] as const) {
      const shown = showCost(VERSION, SESSION, who, now);
      const session = { ...SESSION, id: 's1', state: 'planned' } as const;
      expect(cancelSession(session, content, who, shown, now).session.state).toBe(shown.outcome);
    }
});
