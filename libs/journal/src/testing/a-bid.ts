import type { Bid } from '../bid';

/** A bid that was foreseen and lost, unless said otherwise. */
export function aBid(change: Partial<Bid> = {}): Bid {
  return {
    outcome: 'lost',
    outcomeDate: '2026-03-10',
    stance: 'as_asked',
    fee: 4000,
    pWin: 50,
    forecastSealedOn: '2026-03-01',
    fromMemory: false,
    pWinOther: null,
    pEffect: null,
    createdOn: '2026-02-20',
    answers: {},
    ...change,
  };
}

export function bids(count: number, change: Partial<Bid> = {}): Bid[] {
  return Array.from({ length: count }, () => aBid(change));
}
