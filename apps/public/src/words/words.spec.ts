import { BOOKING_REFUSALS, INTAKE_REASONS, SLOT_REASONS } from '@visavis/booking';
import { FIELD_ERROR_CODES, GENERAL_REFUSALS, type Problem } from '@visavis/kernel';
import { FIELD_MESSAGES, fieldErrors } from './field-messages';
import { INTAKE_WORDS } from './intake-words';
import { alternativesMessage, REFUSAL_MESSAGES, refusalMessage } from './refusal-messages';
import { SLOT_REASON_WORDS } from './slot-reason-words';

const taken = (alternatives?: number[]): Problem => ({
  type: 'urn:visavis:time-just-taken',
  title: 'Time just taken',
  status: 409,
  reason: 'time-just-taken',
  ...(alternatives ? { alternatives } : {}),
});

describe('words', () => {
  it('exist for every refusal, field error, slot reason and intake reason', () => {
    const wanted = (list: readonly string[], words: Record<string, string>) =>
      list.filter((key) => !words[key]?.trim());
    expect(wanted([...GENERAL_REFUSALS, ...Object.keys(BOOKING_REFUSALS)], REFUSAL_MESSAGES)).toEqual([]);
    expect(wanted(FIELD_ERROR_CODES, FIELD_MESSAGES)).toEqual([]);
    expect(wanted(SLOT_REASONS, SLOT_REASON_WORDS)).toEqual([]);
    expect(wanted(INTAKE_REASONS, INTAKE_WORDS)).toEqual([]);
  });

  it('never tell somebody who is limited whether a person has a call already', () => {
    expect(REFUSAL_MESSAGES['person-limit']).toBe(REFUSAL_MESSAGES['too-many-requests']);
  });

  it('count the times offered instead', () => {
    expect(`${refusalMessage('time-just-taken')} ${alternativesMessage(taken([1, 2, 3]))}`).toBe(
      'Quelqu’un vient de prendre cet horaire. En voici trois autres.',
    );
    expect(alternativesMessage(taken([1]))).toBe('En voici un autre.');
  });

  it('always name a next step after a lost time, and none where the time is not the matter', () => {
    expect(alternativesMessage(taken())).not.toBe('');
    expect(alternativesMessage({ ...taken(), reason: 'failed' })).toBe('');
  });

  it('survive a reason of a newer server', () => {
    expect(refusalMessage('invented-tomorrow')).toBe(REFUSAL_MESSAGES.failed);
  });

  it('keep the first error of each field of the form and leave out fields it does not have', () => {
    expect(
      fieldErrors([
        { field: 'email', code: 'required' },
        { field: 'email', code: 'invalid-email' },
        { field: 'admin', code: 'unknown-field' },
      ]),
    ).toEqual({ email: 'required' });
  });
});
