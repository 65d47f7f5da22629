import { anActive, aDraft, aProposal, aSigned, days, STARTED } from '../testing/a-contract';
import { endContract } from './end-contract';
import { giveNotice } from './give-notice';
import { leaveContract } from './leave-contract';
import { suspendContract } from './suspend-contract';
import { amendContract } from './write-draft';

describe('a party that is erased', () => {
  test('ends what is in force, whether it runs, pauses or has been given notice', () => {
    const notice = { endsOn: '2027-02-03', ground: 'ordinary', reason: '' } as const;
    for (const contract of [
      anActive(),
      suspendContract(anActive(), { until: '2027-02-01', reason: '' }, 'coach', STARTED).contract,
      giveNotice(anActive(), notice, 'coach', STARTED).contract,
    ]) {
      const left = leaveContract(contract, 'coach', days(STARTED, 1));
      expect(left?.contract).toMatchObject({ state: 'ended', suspension: null, closedAt: days(STARTED, 1) });
      expect(left?.events).toEqual([
        {
          type: 'ended',
          by: 'coach',
          at: days(STARTED, 1),
          versionNumber: 1,
          payload: { ground: 'party-erased' },
        },
      ]);
      expect(left?.contract.inForce).toEqual(contract.inForce);
    }
  });

  test('takes an open amendment with it', () => {
    const amending = amendContract(
      anActive(),
      { why: 'Autre tarif', effectiveOn: '2027-03-01' },
      'supervisor',
      STARTED,
    );
    const left = leaveContract(amending.contract, 'clock', STARTED);
    expect(left?.contract).toMatchObject({ state: 'ended', open: null });
    expect(left?.closed).toEqual([{ number: 2, state: 'withdrawn' }]);
  });

  test('withdraws what is written, proposed, or signed and not begun', () => {
    for (const contract of [aDraft(), aProposal(), aSigned()]) {
      const left = leaveContract(contract, 'clock', STARTED);
      expect(left?.contract).toMatchObject({ state: 'withdrawn', open: null, closedAt: STARTED });
      expect(left?.events.map(({ type, by }) => [type, by])).toEqual([['withdrawn', 'clock']]);
      expect(left?.closed).toEqual([{ number: 1, state: 'withdrawn' }]);
    }
  });

  test('leaves what has ended as it is', () => {
    const ended = endContract(anActive(), { ground: 'ethical-breach' }, 'coach', STARTED).contract;
    expect(ended.state).toBe('ended');
    expect(leaveContract(ended, 'coach', days(STARTED, 1))).toBeNull();
  });
});
