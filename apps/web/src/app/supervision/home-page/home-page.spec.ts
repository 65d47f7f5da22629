import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { ContractSummary, HomeReply } from '@visavis/supervision';
import { Session } from '../../shell/session';
import { aContract } from '../../testing/a-contract';
import { aServer } from '../../testing/a-server';
import { aSession } from '../../testing/a-session';
import { HomePage } from './home-page';

const empty: HomeReply = { nextSession: null, contracts: [], toSign: [], toDo: [] };

async function open(home: HomeReply, former: ContractSummary[] = []): Promise<HTMLElement> {
  aServer({
    'GET /api/home': () => [200, home],
    'GET /api/contracts': () => [200, { contracts: former, next: null }],
  });
  TestBed.configureTestingModule({ providers: [provideRouter([])] });
  TestBed.inject(Session).begin(aSession({ roles: ['coach'], supervisor: null }));
  const fixture = TestBed.createComponent(HomePage);
  await new Promise((resolve) => setTimeout(resolve, 20));
  await fixture.whenStable();
  return fixture.nativeElement as HTMLElement;
}

describe('the home of a coach', () => {
  it('tells somebody new that a contract is being prepared', async () => {
    expect((await open(empty)).textContent).toContain('prépare votre contrat');
  });

  it('promises no contract to somebody whose contract is over, and leads to what can be read', async () => {
    const page = await open(empty, [aContract({ state: 'ended' })]);
    expect(page.textContent).not.toContain('prépare votre contrat');
    expect(page.querySelector('a[href="/contracts"]')?.textContent).toBe('Voir mes contrats terminés');
  });

  it('calls an amendment by its name', async () => {
    const openVersion = { number: 2, state: 'proposed', lapsesAt: null } as const;
    const amended = aContract({ versionInForce: 1, openVersion });
    const first = aContract({ id: 'c2', openVersion: { ...openVersion, number: 1 } });
    const page = await open({ ...empty, toSign: [amended, first] });
    const links = [...page.querySelectorAll('[aria-labelledby=to-sign] a')].map((link) => link.textContent);
    expect(links).toEqual(['L’avenant proposé par Hélène Fictive', 'Le contrat proposé par Hélène Fictive']);
  });
});
