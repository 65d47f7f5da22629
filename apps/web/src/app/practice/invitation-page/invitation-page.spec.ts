import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { InvitationPageReply } from '@visavis/practice';
import { aServer, problem } from '../../testing/a-server';
import { aSession } from '../../testing/a-session';
import { InvitationPage } from './invitation-page';

const PATH = '/api/public/tilleuls/invitations/7/geheim';
const invitation: InvitationPageReply = {
  practice: { slug: 'tilleuls', name: 'Tilleuls' },
  email: 'nadia@example.org',
  name: 'Nadia',
  roles: ['coach'],
  language: 'fr',
  invitedBy: 'Hélène Fictive',
  expiresAt: 0,
  account: 'new',
};
const nobody = () => problem(401, 'not-signed-in');
let harness: RouterTestingHarness;

async function settle(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 20));
  await harness.fixture.whenStable();
}

async function open(): Promise<HTMLElement> {
  TestBed.configureTestingModule({
    providers: [
      provideRouter(
        [
          { path: 'invitation/:practice/:id', component: InvitationPage },
          { path: '**', children: [] },
        ],
        withComponentInputBinding(),
      ),
    ],
  });
  harness = await RouterTestingHarness.create('/invitation/tilleuls/7#geheim');
  await settle();
  return harness.fixture.nativeElement as HTMLElement;
}

function type(page: HTMLElement, selector: string, text: string): void {
  const input = page.querySelector<HTMLInputElement>(selector)!;
  input.value = text;
  input.dispatchEvent(new Event('input'));
}

describe('an invitation', () => {
  it('opens an account, and leads in with the password just chosen', async () => {
    const server = aServer({
      'GET /api/session': nobody,
      [`GET ${PATH}`]: () => [200, invitation],
      [`POST ${PATH}`]: () => [
        200,
        { practice: invitation.practice, email: invitation.email, account: 'created' },
      ],
      'POST /api/session': () => [200, aSession({ roles: ['coach'], email: invitation.email })],
    });
    const page = await open();
    expect(page.textContent).toContain('Hélène Fictive vous invite');
    expect(page.querySelector<HTMLInputElement>('input[autocomplete=name]')?.value).toBe('Nadia');
    type(page, 'input[autocomplete=name]', 'Nadia Fictive');
    type(page, 'input[autocomplete=new-password]', 'quatre mots sans rapport');
    page.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }));
    await settle();
    expect(server.asked.at(-2)?.body).toEqual({
      name: 'Nadia Fictive',
      password: 'quatre mots sans rapport',
      language: 'fr',
    });
    expect(server.asked.at(-1)?.body).toEqual({
      email: 'nadia@example.org',
      password: 'quatre mots sans rapport',
    });
    expect(TestBed.inject(Router).url).toBe('/');
  });

  it('sends nothing while the password is too short, and says how much is missing', async () => {
    const server = aServer({ 'GET /api/session': nobody, [`GET ${PATH}`]: () => [200, invitation] });
    const page = await open();
    type(page, 'input[autocomplete=new-password]', 'court');
    page.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }));
    await settle();
    expect(page.querySelector('mat-error')?.textContent).toContain('Encore 7 caractères');
    expect(server.asked).toHaveLength(2);
  });

  it('asks for another when it is over', async () => {
    aServer({ 'GET /api/session': nobody, [`GET ${PATH}`]: () => problem(404, 'not-found') });
    const page = await open();
    expect(page.querySelector('h1')?.textContent).toContain('ne vaut plus');
    expect(page.textContent).toContain('vous en envoyer une autre');
  });

  it('is not accepted with the account of somebody else', async () => {
    aServer({
      'GET /api/session': () => [200, aSession()],
      [`GET ${PATH}`]: () => [200, { ...invitation, account: 'existing' }],
    });
    const page = await open();
    expect(page.textContent).toContain('helene@example.org');
    expect(page.querySelector('form')).toBeNull();
    expect(page.querySelector('button')?.textContent).toContain('Se déconnecter et continuer');
  });
});
