import { DAY } from '@visavis/kernel';
import { aContent } from '../testing/a-content';
import { requestChanges } from './answer-proposal';
import { createContract, NOBODY_ASKED, type Contract } from './contract';
import { nextTurn, passTime } from './pass-time';

const NOW = Date.parse('2026-12-01T09:00:00Z');
const SENT = { sealed: true, copiesSent: true };
const at = (text: string) => Date.parse(text);

const draft = createContract('c', {}, NOW).contract;
const frozen = (content = aContent()) => ({
  content,
  canonicalSha256: 'a'.repeat(64),
  pdfSha256: 'b'.repeat(64),
  proposedAt: NOW,
  lapsesAt: NOW + 21 * DAY,
});
const proposed = (content = aContent()): Contract => ({
  ...draft,
  state: 'proposed',
  open: {
    number: 1,
    state: 'proposed',
    revision: 0,
    draft: content,
    frozen: frozen(content),
    answerBy: null,
    signatures: [],
  },
});
const signed = (content = aContent()): Contract => ({
  ...proposed(content),
  state: 'signed',
  concludedAt: NOW,
  open: {
    number: 1,
    state: 'signed',
    revision: 0,
    draft: content,
    frozen: frozen(content),
    answerBy: null,
    signatures: [],
  },
});
const active = (over: Partial<Contract> = {}): Contract => ({
  ...draft,
  state: 'active',
  open: null,
  inForce: { number: 1, content: aContent(), since: at('2027-01-03T23:00:00Z') },
  asked: NOBODY_ASKED,
  ...over,
});

/** What happens at a moment, and whether it was foreseen for that very moment. */
function turn(contract: Contract) {
  const moment = nextTurn(contract);
  if (moment === null) return null;
  expect(passTime(contract, SENT, moment - 1)).toBeNull();
  return [new Date(moment).toISOString(), passTime(contract, SENT, moment)?.contract.state];
}

it.each([
  ['a draft waits for nobody but its writer', draft, null],
  ['a proposal lapses', proposed(), ['2026-12-22T09:00:00.000Z', 'lapsed']],
  [
    'a text that came back lapses when nobody proposes it anew',
    requestChanges(proposed(), { number: 1 }, 'coach', NOW + DAY).contract,
    ['2026-12-23T09:00:00.000Z', 'lapsed'],
  ],
  ['a signed contract starts on its day, in its own zone', signed(), ['2027-01-03T23:00:00.000Z', 'active']],
  ['a package is over after its months', active(), ['2028-01-03T23:00:00.000Z', 'expired']],
  [
    'a notice ends after its last day',
    active({
      state: 'notice-given',
      notice: { by: 'coach', endsOn: '2027-03-28', ground: 'ordinary', reason: '' },
    }),
    ['2027-03-28T22:00:00.000Z', 'ended'],
  ],
  [
    'a pause is over on its day',
    active({
      state: 'suspended',
      suspension: { by: 'coach', since: NOW, until: '2027-03-01', reason: '' },
    }),
    ['2027-02-28T23:00:00.000Z', 'active'],
  ],
  ['what is closed stays closed', active({ state: 'completed', closedAt: NOW }), null],
])('%s, at the moment that was foreseen and not before', (_, contract, expected) => {
  expect(turn(contract)).toEqual(expected);
});

it('a consumer starts when the right to withdraw is over, unless they asked to start early', () => {
  const consumer = { mediator: { name: 'Médiateur', link: 'https://mediator.example' }, earlyStart: false };
  const content = aContent({ format: { startsOn: '2026-12-03' }, consumer });
  expect(turn(signed(content))).toEqual(['2026-12-15T23:00:00.000Z', 'active']);
  const early = aContent({ format: { startsOn: '2026-12-03' }, consumer: { ...consumer, earlyStart: true } });
  expect(turn(signed(early))).toEqual(['2026-12-02T23:00:00.000Z', 'active']);
});

it('an amendment takes effect on its date', () => {
  const content = aContent({
    amendment: { amends: 1, effectiveOn: '2027-02-01', why: 'Un autre rythme' },
  });
  const contract = active({
    lastNumber: 2,
    open: {
      number: 2,
      state: 'signed',
      revision: 0,
      draft: content,
      frozen: frozen(content),
      answerBy: null,
      signatures: [],
    },
  });
  expect(turn(contract)).toEqual(['2027-01-31T23:00:00.000Z', 'active']);
});

it('nothing starts before it is sealed and every party has a copy', () => {
  const moment = nextTurn(signed()) ?? 0;
  expect(passTime(signed(), { sealed: false, copiesSent: false }, moment)).toBeNull();
  expect(passTime(signed(), { sealed: true, copiesSent: false }, moment)).toBeNull();
});

it('an end comes before anything else that is due', () => {
  const late = at('2030-01-01T00:00:00Z');
  const paused = active({
    state: 'suspended',
    suspension: { by: 'coach', since: NOW, until: '2027-03-01', reason: '' },
  });
  expect(passTime(paused, SENT, late)?.contract.state).toBe('expired');
});

it('a fault of a rule is not taken for its refusal', () => {
  const broken = { ...active(), inForce: { number: 1, content: {}, since: NOW } } as unknown as Contract;
  expect(() => passTime(broken, SENT, NOW)).toThrow(/Time zone/);
});
