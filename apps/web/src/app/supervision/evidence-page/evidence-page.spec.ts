import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { ContractReply } from '@visavis/supervision';
import { Session } from '../../shell/session';
import { aContract } from '../../testing/a-contract';
import { aServer } from '../../testing/a-server';
import { aSession } from '../../testing/a-session';
import { EvidencePage } from './evidence-page';

type Version = ContractReply['versions'][number];
const version = (more: Partial<Version>): Version => ({
  number: 1,
  state: 'signed',
  proposedAt: 0,
  effectiveOn: '2026-12-01',
  seal: 'pending',
  sealTriedAgainAt: null,
  ...more,
});

async function open(...versions: Version[]): Promise<HTMLElement> {
  aServer({
    'GET /api/contracts/c1': () => [200, aContract({ state: 'signed', versions })],
    'GET /api/contracts/c1/evidence': () => [200, { events: [], head: '', brokenAt: null }],
  });
  TestBed.configureTestingModule({ providers: [provideRouter([])] });
  TestBed.inject(Session).begin(aSession());
  const fixture = TestBed.createComponent(EvidencePage);
  fixture.componentRef.setInput('id', 'c1');
  await new Promise((resolve) => setTimeout(resolve, 20));
  await fixture.whenStable();
  return fixture.nativeElement as HTMLElement;
}

describe('the files of a version', () => {
  it('hold no sealed one while it is being sealed', async () => {
    const page = await open(version({ seal: 'pending' }));
    expect(page.textContent).toContain('Le scellement est en cours');
    expect(page.textContent).toContain('Document figé');
    expect(page.textContent).not.toContain('Document scellé');
  });

  it('say that an authority has not answered, and when it is asked again', async () => {
    const page = await open(
      version({ seal: 'timestamp-pending', sealTriedAgainAt: Date.parse('2026-11-27T13:30:00Z') }),
    );
    expect(page.textContent).toContain('n’a pas encore répondu');
    expect(page.textContent).toMatch(/Prochain essai\u202f: vendredi 27 novembre,\s14\sh\s30/);
    expect(page.textContent).toContain('Regarder à nouveau');
    expect(page.textContent).not.toContain('Document scellé');
  });

  it('hold the sealed one as soon as there is one, also of a version that was replaced', async () => {
    const page = await open(
      version({ number: 2, seal: 'timestamped' }),
      version({ state: 'superseded', seal: 'sealed' }),
    );
    expect(page.textContent?.match(/Document scellé/g)).toHaveLength(2);
    expect(page.textContent).not.toContain('Regarder à nouveau');
  });

  it('promise no seal for a version nobody will sign', async () => {
    const page = await open(version({ state: 'declined', seal: 'none' }));
    expect(page.textContent).not.toContain('Pas encore scellé');
  });
});
