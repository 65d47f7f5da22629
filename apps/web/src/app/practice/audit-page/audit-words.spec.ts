import { sentenceOf } from './audit-words';

describe('a line of the history', () => {
  it('is a sentence about who did it', () => {
    const member = { id: '1', name: 'Hélène Fictive' };
    expect(sentenceOf({ actor: 'member', member, act: 'time-blocked' })).toBe(
      'Hélène Fictive a bloqué du temps',
    );
  });

  it('says who when it was no member, or one that is erased', () => {
    expect(sentenceOf({ actor: 'visitor', member: null, act: 'booked' })).toBe(
      'Une personne sans compte a réservé un rendez-vous',
    );
    expect(sentenceOf({ actor: 'member', member: null, act: 'moved' })).toBe(
      'Une personne effacée a déplacé un rendez-vous',
    );
  });

  it('shows the bare word of an act it does not know, whatever it is called', () => {
    expect(sentenceOf({ actor: 'worker', member: null, act: 'tea-made' })).toBe('Le système\u202f: tea-made');
    expect(sentenceOf({ actor: 'worker', member: null, act: 'toString' })).toBe('Le système\u202f: toString');
  });
});
