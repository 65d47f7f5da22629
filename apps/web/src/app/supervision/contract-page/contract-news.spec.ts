import { aContract } from '../../testing/a-contract';
import { newsOf } from './contract-news';

const ZONE = 'Europe/Paris';
const suspension = {
  by: 'coach',
  since: Date.parse('2026-11-27T09:00:00Z'),
  until: '2026-12-27',
  reason: '',
} as const;
const notice = { by: 'coach', endsOn: '2027-01-06', reason: 'Je change de métier.' } as const;

describe('the news of a contract', () => {
  it('say who suspended it, for whom and until when', () => {
    const paused = aContract({ state: 'suspended', suspension });
    expect(newsOf(paused, ZONE)).toEqual([
      expect.stringMatching(
        /^Zoé Ardouin-Fictive a suspendu le contrat le 27 novembre 2026, jusqu’au dimanche 27 décembre/,
      ),
    ]);
    expect(newsOf({ ...paused, mine: 'coach' }, ZONE)[0]).toMatch(/^Vous avez suspendu le contrat/);
  });

  it('give the reason of a notice as its author wrote it', () => {
    const [sentence] = newsOf(aContract({ state: 'notice-given', notice }), ZONE);
    expect(sentence).toMatch(/a donné son préavis.*6 janvier 2027\. Motif\u202f: Je change de métier\.$/);
  });

  it('say of a contract that is over only that, and no more what was waited for', () => {
    const over = aContract({ state: 'ended', notice, suspension, since: Date.parse('2026-12-01T09:00:00Z') });
    expect(newsOf(over, ZONE)).toEqual([
      expect.stringMatching(/^Ce contrat a pris fin le 1.*décembre 2026\./),
    ]);
  });
});
