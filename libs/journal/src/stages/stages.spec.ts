import { startBid, startMargin, startPastBid } from '../entry/start-entry';
import { type BidEntry, bidEntry } from '../entry/entry-document';
import { fieldOf } from '../fields/all-fields';
import { recalledFor } from '../fields/recalled';
import { AFTER, aBidEntry, aDecidedEntry } from '../testing/a-bid-entry';
import { refusalOf } from '../testing/refusal-of';
import { fieldsAsked, isAsked } from './asked';
import { gapsOf } from './gaps';
import { openLoopsOf } from './open-loops';
import { nextStep } from './next-step';
import { remindersOf } from './reminders';
import { continueFromMemory, isSealed, reopenForecast, sealingOf, sealStage } from './seal-stage';
import { correctAnswer, whyNotWritable, writeAnswer, writeInMargin } from './write-answer';

const saving = { revision: 3, on: '2026-03-17' };

describe('the forecast', () => {
  it('is sealed before the outcome can be entered', () => {
    expect(refusalOf(() => writeAnswer(aBidEntry(), 'outcome', 'lost')).reason).toBe('forecast-first');
    const sealed = sealStage(aBidEntry(), 'forecast', { revision: 2, on: '2026-03-01' });
    expect(writeAnswer(sealed, 'outcome', 'lost').answers.outcome).toBe('lost');
    expect(sealingOf(sealed, 'forecast')).toEqual({ seal: 'forecast', revision: 2, on: '2026-03-01' });
  });

  it('is not sealed once the outcome is known', () => {
    const decided = { ...aDecidedEntry(), seals: [] };
    expect(refusalOf(() => sealStage(decided, 'forecast', saving)).reason).toBe('outcome-known');
  });

  it('needs every required answer of its three stages, and names what is missing', () => {
    const { errors } = refusalOf(() => sealStage(startBid('2026-03-01', 0), 'forecast', saving)).details;
    expect((errors as { field: string }[]).map(({ field }) => field)).toEqual(
      ['alias', 'source', 'brief_verbatim', 'ethics_reserve', 'ethics_autonomy', 'ethics_parity']
        .concat(['stance', 'alliance_pre', 'p_win', 'p_effect', 'attachment'])
        .map((id) => `answers.${id}`),
    );
    expect(gapsOf(aBidEntry({ alias: '  ', alliance_pre: { goal: 5, way: 4 } }), 'forecast')).toEqual([
      { field: 'answers.alias', code: 'required' },
      { field: 'answers.alliance_pre.trust', code: 'required' },
    ]);
  });

  it('is read-only once sealed, with everything said before the decision', () => {
    const sealed = aDecidedEntry();
    for (const id of [
      'p_win',
      'p_effect',
      'stance',
      'contradictions',
      'ethics_parity',
      'alliance_pre',
    ] as const)
      expect(whyNotWritable(sealed, id)).toBe('sealed');
    expect(refusalOf(() => writeAnswer(sealed, 'p_win', 90)).reason).toBe('sealed');
    expect(whyNotWritable(sealed, 'hours_bid')).toBeNull();
  });

  it('can be thought over and sealed anew until the outcome is known; the former seal stays on record', () => {
    const sealed = sealStage(aBidEntry(), 'forecast', { revision: 2, on: '2026-03-01' });
    const again = sealStage(writeAnswer(reopenForecast(sealed), 'p_win', 55), 'forecast', saving);
    expect(again.seals).toEqual([
      { seal: 'forecast', revision: 2, on: '2026-03-01', reopened: true },
      { seal: 'forecast', revision: 3, on: '2026-03-17' },
    ]);
    expect(sealingOf(again, 'forecast')?.revision).toBe(3);
    expect(refusalOf(() => reopenForecast(aDecidedEntry())).reason).toBe('outcome-known');
    expect(refusalOf(() => reopenForecast(aBidEntry())).reason).toBe('not-sealed');
    expect(refusalOf(() => sealStage(sealed, 'forecast', saving)).reason).toBe('sealed');
  });

  it('is not asked of a bid that is declined', () => {
    const declined = writeAnswer(aBidEntry(), 'outcome', 'declined');
    const hidden = [
      'p_win',
      'p_win_other',
      'p_effect',
      'client_reason_verbatim',
      'client_reason_code',
    ] as const;
    expect(hidden.filter((id) => isAsked(declined, id))).toEqual([]);
    expect(isAsked(aBidEntry({ stance: 'declined' }), 'p_win')).toBe(false);
    const { p_win: _w, p_effect: _e, ...without } = aBidEntry({ stance: 'declined' }).answers;
    expect(gapsOf({ ...aBidEntry(), answers: without }, 'forecast')).toEqual([]);
    expect(writeAnswer(declined, 'outcome_date', '2026-03-02').answers.outcome_date).toBe('2026-03-02');
  });

  it('is not got round by declining first and saying otherwise then', () => {
    const declined = writeAnswer(aBidEntry(), 'outcome', 'declined');
    expect(refusalOf(() => writeAnswer(declined, 'outcome', 'lost')).reason).toBe('forecast-first');
    const undone = writeAnswer(declined, 'outcome', undefined);
    expect(whyNotWritable(undone, 'outcome')).toBe('forecast-first');
    expect(gapsOf(undone, 'forecast')).toEqual([]);
  });
});

describe('a correction of something sealed', () => {
  it('stands beside it as hindsight, with its date', () => {
    const corrected = correctAnswer(aDecidedEntry(), 'p_win', 20, '2026-04-01');
    expect(corrected.answers.p_win).toBe(40);
    expect(corrected.hindsight).toEqual([{ field: 'p_win', value: 20, on: '2026-04-01' }]);
    expect(bidEntry.safeParse(corrected).success).toBe(true);
  });

  it('is refused of what can still be written, and of what no answer can be', () => {
    expect(refusalOf(() => correctAnswer(aBidEntry(), 'p_win', 20, '2026-04-01')).reason).toBe('not-sealed');
    expect(refusalOf(() => correctAnswer(aDecidedEntry(), 'p_win', 100, '2026-04-01'))).toEqual({
      reason: 'malformed',
      details: { errors: [{ field: 'answers.p_win', code: 'too-large' }] },
    });
  });
});

describe('one’s own reason', () => {
  it('is sealed before theirs can be written', () => {
    const decided = aDecidedEntry('lost', { my_guess_reason: 'price' });
    for (const id of ['client_reason_verbatim', 'client_reason_code', 'reason_source'] as const)
      expect(whyNotWritable(decided, id)).toBe('own-reason-first');
    const sealed = sealStage(decided, 'own_reason', saving);
    expect(whyNotWritable(sealed, 'my_guess_reason')).toBe('sealed');
    expect(writeAnswer(sealed, 'client_reason_code', 'price').answers.client_reason_code).toBe('price');
    expect(refusalOf(() => sealStage(aDecidedEntry(), 'own_reason', saving)).details).toEqual({
      errors: [{ field: 'answers.my_guess_reason', code: 'required' }],
    });
  });

  it('waits for the outcome, not for the forecast of a bid from memory', () => {
    expect(whyNotWritable({ ...aDecidedEntry(), answers: {} }, 'my_guess_reason')).toBe('outcome-first');
    const past = writeAnswer(startPastBid('2026-03-01'), 'outcome', 'won');
    expect(whyNotWritable(past, 'my_guess_reason')).toBeNull();
  });
});

describe('a bid entered from memory', () => {
  it('is asked of the time before only the prescriber’s words and the stance, and no forecast', () => {
    const asked = fieldsAsked(startPastBid('2026-03-01'));
    const before = asked
      .filter(({ stage }) => stage === 'B_brief' || stage === 'C_stance')
      .map(({ id }) => id);
    expect(before).toEqual(['brief_verbatim', 'stance']);
    expect(refusalOf(() => writeAnswer(startPastBid('2026-03-01'), 'p_win', 50)).reason).toBe('not-asked');
    expect(refusalOf(() => sealStage(startPastBid('2026-03-01'), 'forecast', saving)).reason).toBe(
      'from-memory',
    );
  });

  it('stores no forecast, also where one had been written but not sealed', () => {
    const late = continueFromMemory(aBidEntry({ p_win_other: 30 }));
    expect(late.fromMemory).toBe(true);
    expect(Object.keys(late.answers).filter((id) => id.startsWith('p_'))).toEqual([]);
    expect(late.answers.attachment).toBe(6);
    expect(bidEntry.safeParse(late).success).toBe(true);
    expect(bidEntry.safeParse({ ...late, answers: { p_win: 50 } }).error?.issues[0]?.path).toEqual([
      'answers',
      'p_win',
    ]);
    expect(refusalOf(() => continueFromMemory(aDecidedEntry())).reason).toBe('sealed');
  });
});

describe('the cold review', () => {
  it('can be written at once and sealed seven days after the outcome', () => {
    const written = aDecidedEntry('lost', AFTER);
    expect(whyNotWritable(aDecidedEntry(), 'camera')).toBeNull();
    expect(refusalOf(() => sealStage(written, 'cold', { revision: 3, on: '2026-03-16' }))).toEqual({
      reason: 'too-early',
      details: { from: '2026-03-17' },
    });
    expect(isSealed(sealStage(written, 'cold', saving), 'cold')).toBe(true);
  });

  it('spreads exactly a hundred points over at least two explanations', () => {
    const codes = [
      { unknown: 100 },
      { unknown: 60, alliance: 30 },
      { unknown: 60, alliance: 50 },
      AFTER.attribution,
    ];
    const gaps = codes.map((attribution) =>
      gapsOf(aDecidedEntry('lost', { ...AFTER, attribution }), 'cold').map(({ code }) => code),
    );
    expect(gaps).toEqual([['too-short'], ['too-small'], ['too-large'], []]);
  });

  it('needs both halves of a trial; laying down stays open after it', () => {
    const half = aDecidedEntry('lost', { ...AFTER, experiment: { when: 'lundi' } });
    expect(gapsOf(half, 'cold')).toEqual([{ field: 'answers.experiment.then', code: 'required' }]);
    const sealed = sealStage(aDecidedEntry('lost', AFTER), 'cold', saving);
    expect(whyNotWritable(sealed, 'camera')).toBe('sealed');
    expect(writeAnswer(sealed, 'closed', 'closed').answers.closed).toBe('closed');
  });

  it('waits for an outcome', () => {
    expect(whyNotWritable(aBidEntry(), 'camera')).toBe('outcome-first');
    expect(refusalOf(() => sealStage(aBidEntry(AFTER), 'cold', saving)).reason).toBe('outcome-first');
  });
});

describe('the margin', () => {
  it('holds the hot stage and all feelings, none of which an entry takes', () => {
    expect(whyNotWritable(aDecidedEntry(), 'hot_free')).toBe('margin-only');
    const margin = writeInMargin(startMargin('e1'), aDecidedEntry(), 'hot_free', 'Je suis furieux.');
    expect(margin).toMatchObject({ format: 'margin/1', of: 'e1', answers: { hot_free: 'Je suis furieux.' } });
    expect(bidEntry.safeParse({ ...aDecidedEntry(), answers: { hot_free: 'x' } }).success).toBe(false);
    expect(refusalOf(() => writeInMargin(startMargin('e1'), aBidEntry(), 'hot_joy', 3)).reason).toBe(
      'outcome-first',
    );
  });
});

describe('a won mission', () => {
  const intended = [{ effect: 'Des réunions plus courtes', sign: 'Le chronomètre' }];

  it('seals the effects it intends before any is observed', () => {
    expect(whyNotWritable(aDecidedEntry('lost'), 'effects_intended')).toBe('not-asked');
    const won = aDecidedEntry('won', { effects_intended: intended });
    expect(whyNotWritable(won, 'effects_observed')).toBe('kickoff-first');
    expect(refusalOf(() => sealStage(won, 'mission', saving)).reason).toBe('kickoff-first');
    const started = sealStage(won, 'kickoff', saving);
    expect(whyNotWritable(started, 'effects_intended')).toBe('sealed');
    const seen = writeAnswer(started, 'effects_observed', [
      { effect_ref: 0, level: 3, seen_by: ['me'], when: 'end' },
    ]);
    expect(isSealed(sealStage(seen, 'mission', { revision: 4, on: '2026-09-01' }), 'mission')).toBe(true);
    expect(refusalOf(() => sealStage(aDecidedEntry('lost'), 'kickoff', saving)).reason).toBe('not-asked');
  });

  it('is followed from kick-off to six months after its end', () => {
    const steps = [];
    let entry = aDecidedEntry('won', { ...AFTER, effects_intended: intended, second_look: 'Plus simple.' });
    entry = { ...entry, missionEndsOn: '2026-08-31' };
    const end = { effect_ref: 0, level: 3, when: 'end' } as const;
    steps.push(nextStep(entry));
    steps.push(nextStep((entry = sealStage(entry, 'kickoff', saving))));
    steps.push(nextStep((entry = sealStage(entry, 'cold', saving))));
    steps.push(nextStep((entry = sealStage(entry, 'second_look', { revision: 5, on: '2026-06-08' }))));
    steps.push(nextStep((entry = writeAnswer(entry, 'effects_observed', [end]))));
    entry = writeAnswer(entry, 'effects_observed', [end, { ...end, when: 'plus_6_months' }]);
    steps.push(nextStep(entry));
    expect(steps).toEqual([
      { step: 'set-effects', from: '2026-03-10' },
      { step: 'review-cold', from: '2026-03-17' },
      { step: 'look-again', from: '2026-06-08' },
      { step: 'observe-end', from: '2026-08-31' },
      { step: 'observe-later', from: '2027-02-28' },
      { step: 'nothing', from: null },
    ]);
    expect(nextStep({ ...sealStage(entry, 'mission', saving), missionEndsOn: undefined }).step).toBe(
      'nothing',
    );
    expect(nextStep(aBidEntry()).step).toBe('seal-forecast');
    expect(nextStep(startPastBid('2026-03-01')).step).toBe('enter-decision');
  });
});

describe('the next step', () => {
  const reviewed = (entry: BidEntry) => sealStage(entry, 'cold', saving);

  it('looks at the trial on the day that was given for it, and not once that is answered', () => {
    const trial = { ...AFTER.experiment, check_date: '2026-04-09' };
    const entry = reviewed(aDecidedEntry('lost', { ...AFTER, experiment: trial }));
    expect(nextStep(entry)).toEqual({ step: 'check-trial', from: '2026-04-09' });
    const answered = writeAnswer(entry, 'experiment_done', 'not_yet');
    expect(nextStep(answered)).toEqual({ step: 'look-again', from: '2026-06-08' });
  });

  it('observes a mission without a known end from when silence counts as unknown, never at once', () => {
    const won = aDecidedEntry('won', { ...AFTER, effects_intended: [{ effect: 'Moins de réunions' }] });
    const looked = sealStage(
      { ...reviewed(sealStage(won, 'kickoff', saving)), answers: { ...won.answers, second_look: 'Oui.' } },
      'second_look',
      { revision: 5, on: '2026-06-08' },
    );
    expect(nextStep(looked)).toEqual({ step: 'observe-end', from: '2026-06-08' });
  });
});

describe('what is looked back at', () => {
  it('stands beside the question it belongs to, once it was answered', () => {
    const entry = aDecidedEntry('lost', { ...AFTER, premortem_lost: 'Trop cher.', need_heard: 'Du temps.' });
    expect(recalledFor(entry, 'attribution').ids).toEqual(['premortem_lost']);
    expect(recalledFor(entry, 'need_confirmed')).toEqual({ ids: ['need_heard'], isNeeded: true });
    expect(recalledFor(entry, 'experiment_done').ids).toEqual(['experiment']);
    expect(recalledFor(entry, 'client_voice').ids).toEqual([]);
    expect(recalledFor(entry, 'camera')).toEqual({ ids: [], isNeeded: false });
  });

  it('is nothing that was feared of a loss, once it is a win', () => {
    expect(recalledFor(aDecidedEntry('won', { premortem_lost: 'Trop cher.' }), 'attribution').ids).toEqual(
      [],
    );
  });
});

describe('reminders', () => {
  it('come seven and ninety days after the outcome, only where asked for and not done', () => {
    const entry = aDecidedEntry('lost', AFTER);
    expect(remindersOf(entry)).toEqual([]);
    const asked = { ...entry, reminders: { cold: true, second_look: true } };
    expect(remindersOf(asked)).toEqual([
      { kind: 'cold', on: '2026-03-17' },
      { kind: 'second_look', on: '2026-06-08' },
    ]);
    expect(remindersOf(sealStage(asked, 'cold', saving)).map(({ kind }) => kind)).toEqual(['second_look']);
    expect(remindersOf({ ...aBidEntry(), reminders: { cold: true, second_look: true } })).toEqual([]);
  });
});

describe('an answer', () => {
  it('is refused with the names of the parts that no answer can have, and taken away when empty', () => {
    const entry = aBidEntry();
    const { details } = refusalOf(() => writeAnswer(entry, 'alliance_pre', { goal: 9 } as never));
    expect(details).toEqual({ errors: [{ field: 'answers.alliance_pre.goal', code: 'too-large' }] });
    expect(refusalOf(() => writeAnswer(entry, 'p_win', 42)).reason).toBe('malformed');
    expect('walk_away' in writeAnswer(entry, 'walk_away', ' ').answers).toBe(false);
    expect(fieldOf('p_win').step).toBe(5);
  });

  it('of the second look waits ninety days to be sealed', () => {
    const entry = aDecidedEntry('lost', { second_look: 'Autrement.' });
    expect(refusalOf(() => sealStage(entry, 'second_look', saving)).details).toEqual({ from: '2026-06-08' });
  });
});

describe('an open loop', () => {
  const of = (entry: ReturnType<typeof aBidEntry>, today: string) =>
    openLoopsOf([{ id: '1', entry }], today).length;

  it('is a bid decided sixty days ago that was not laid down, and none of the fictitious ones', () => {
    const lost = aDecidedEntry('lost', { closed: 'closing' });
    expect(of(lost, '2026-05-08')).toBe(0);
    expect(of(lost, '2026-05-09')).toBe(1);
    expect(of(writeAnswer(lost, 'closed', 'closed'), '2026-05-09')).toBe(0);
    expect(of({ ...lost, demo: true }, '2026-05-09')).toBe(0);
    expect(of(aBidEntry(), '2027-01-01')).toBe(0);
  });
});
