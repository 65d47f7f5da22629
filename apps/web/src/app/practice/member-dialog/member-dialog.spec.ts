import { OverlayContainer } from '@angular/cdk/overlay';
import { ApplicationRef } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MATERIAL_ANIMATIONS } from '@angular/material/core';
import { MatDialog } from '@angular/material/dialog';
import type { MemberReply } from '@visavis/practice';
import { Session } from '../../shell/session';
import { aServer, problem } from '../../testing/a-server';
import { aSession } from '../../testing/a-session';
import { MemberDialog } from './member-dialog';

const maxence: MemberReply = {
  id: '2',
  name: 'Maxence Fictif',
  email: 'maxence@example.org',
  language: 'fr',
  roles: ['supervisor'],
  status: 'active',
  joinedAt: 0,
  deactivatedAt: null,
  supervisor: null,
};
const owners = () => [200, { members: [maxence], total: 2, page: 1, size: 1 }] as const;
const stillOpen = () => problem(409, 'still-open', { open: { appointments: 3, contracts: 1 } });
/** As the server does: no, until it is told that the figures were seen. */
const untilAnyway = (done: unknown) => (body: unknown) =>
  (body as { anyway?: boolean }).anyway ? ([200, done] as const) : stillOpen();
const OWNERS = 'GET /api/members?role=owner&status=active&size=1';

let overlay: HTMLElement;
let closed: Promise<string>;

async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) {
    await new Promise((resolve) => setTimeout(resolve, 5));
    TestBed.inject(ApplicationRef).tick();
  }
}

async function open(): Promise<void> {
  TestBed.configureTestingModule({
    providers: [{ provide: MATERIAL_ANIMATIONS, useValue: { animationsDisabled: true } }],
  });
  TestBed.inject(Session).begin(aSession());
  overlay = TestBed.inject(OverlayContainer).getContainerElement();
  closed = MemberDialog.open(TestBed.inject(MatDialog), maxence);
  await settle();
}

/** The dialog in front. */
const front = () => [...overlay.querySelectorAll<HTMLElement>('mat-dialog-container')].at(-1)!;

async function press(words: string): Promise<void> {
  const button = [...front().querySelectorAll('button')].find((one) => one.textContent?.includes(words));
  if (!button) throw new Error(`No button says ${words}: ${front().textContent}`);
  button.click();
  await settle();
}

async function type(text: string): Promise<void> {
  const field = front().querySelector('input')!;
  field.value = text;
  field.dispatchEvent(new Event('input'));
  await settle();
}

// Nothing is laid out in these tests, so the CDK holds that no field can take the focus, and says so.
beforeEach(() => void jest.spyOn(console, 'warn').mockImplementation());

describe('a supervisor others count on', () => {
  it('is deactivated only after the owner has seen what is open and typed the address', async () => {
    const server = aServer({
      [OWNERS]: owners,
      'PATCH /api/members/2': untilAnyway({ ...maxence, status: 'deactivated' }),
    });
    await open();
    await press('Désactiver');
    await press('Désactiver');
    expect(front().textContent).toContain('3 rendez-vous à venir');
    expect(front().textContent).toContain('Un contrat en cours');
    await press('Désactiver');
    expect(server.asked.filter(({ method }) => method === 'PATCH')).toHaveLength(1);
    await type(' Maxence@example.org');
    await press('Désactiver');
    expect(server.asked.at(-1)?.body).toEqual({ status: 'deactivated', anyway: true });
    await expect(closed).resolves.toContain('Maxence Fictif n’a plus accès');
  });

  it('is erased only after the owner has read that contracts end and people are told', async () => {
    const server = aServer({ [OWNERS]: owners, 'POST /api/members/2/erasure': untilAnyway(null) });
    await open();
    await press('Effacer');
    await type('maxence@example.org');
    await press('Effacer');
    expect(front().textContent).toContain('prévenues par e-mail');
    await type('maxence@example.org');
    await press('Effacer');
    expect(server.asked.at(-1)?.body).toEqual({ email: 'maxence@example.org', anyway: true });
    await expect(closed).resolves.toBe('Personne effacée');
  });

  it('stays when the owner thinks better of it', async () => {
    const server = aServer({ [OWNERS]: owners, 'PATCH /api/members/2': stillOpen });
    await open();
    await press('Désactiver');
    await press('Désactiver');
    await press('Ne rien changer');
    expect(server.asked.filter(({ method }) => method === 'PATCH')).toHaveLength(1);
    expect(front().textContent).toContain('Maxence Fictif');
    expect(front().querySelector('[role=alert]')?.textContent).toBe('');
  });
});
