import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { MemberReply } from '@visavis/practice';
import { Session } from '../../shell/session';
import { aServer, problem } from '../../testing/a-server';
import { aSession } from '../../testing/a-session';
import { MembersPage } from './members-page';

const member = (more: Partial<MemberReply> = {}): MemberReply => ({
  id: '1',
  name: 'Hélène Fictive',
  email: 'helene@example.org',
  language: 'fr',
  roles: ['owner', 'supervisor'],
  status: 'active',
  joinedAt: Date.parse('2026-11-01T09:00:00Z'),
  deactivatedAt: null,
  supervisor: null,
  ...more,
});
const reply = (members: MemberReply[], total = members.length, page = 1) =>
  [200, { members, total, page, size: 50 }] as const;
const nobodyWaits = () => [200, { invitations: [], total: 0, page: 1, size: 100 }] as const;

let harness: RouterTestingHarness;

async function open(path: string): Promise<HTMLElement> {
  TestBed.configureTestingModule({
    providers: [provideRouter([{ path: 'members', component: MembersPage }], withComponentInputBinding())],
  });
  TestBed.inject(Session).begin(aSession());
  harness = await RouterTestingHarness.create(path);
  await harness.fixture.whenStable();
  return harness.fixture.nativeElement as HTMLElement;
}

describe('the people of a practice', () => {
  it('are asked for as the address says', async () => {
    const server = aServer({
      'GET /api/members?role=coach&page=2': () => reply([member()], 120, 2),
      'GET /api/invitations?state=waiting&size=100': nobodyWaits,
    });
    const page = await open('/members?role=coach&page=2');
    expect(server.asked).toHaveLength(2);
    expect(page.querySelector('nav')?.textContent).toContain('Page 2 sur 3');
    expect(page.textContent).toContain('120 personnes');
  });

  it('turn a page in the address, where going back finds it', async () => {
    aServer({
      'GET /api/members': () => reply([member()], 120),
      'GET /api/members?page=2': () => reply([member({ name: 'Bernard Fictif' })], 120, 2),
      'GET /api/invitations?state=waiting&size=100': nobodyWaits,
    });
    const page = await open('/members');
    [...page.querySelectorAll<HTMLButtonElement>('nav button')].at(-1)!.click();
    await new Promise((resolve) => setTimeout(resolve, 20));
    await harness.fixture.whenStable();
    expect(TestBed.inject(Router).url).toBe('/members?page=2');
    expect(page.textContent).toContain('Bernard Fictif');
  });

  it('tell somebody who is alone what to do first', async () => {
    aServer({
      'GET /api/members': () => reply([member()]),
      'GET /api/invitations?state=waiting&size=100': nobodyWaits,
    });
    expect((await open('/members')).textContent).toContain('Vous êtes seul·e ici');
  });

  it('say what happened when they cannot be read, and offer to try again', async () => {
    aServer({
      'GET /api/members': () => problem(503, 'unavailable'),
      'GET /api/invitations?state=waiting&size=100': nobodyWaits,
    });
    const alert = (await open('/members')).querySelector('section [role=alert], .problem');
    expect(alert?.textContent).toContain('indisponible');
    expect(alert?.textContent).toContain('Réessayer');
  });
});
