import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, withComponentInputBinding } from '@angular/router';
import { routes } from './app.routes';
import { aServer, problem } from './testing/a-server';
import { aSession } from './testing/a-session';

// Every page is compiled when it is first led to.
jest.setTimeout(60_000);

/** Where the router stands after going to `path`, and the title of the page there. */
async function goTo(path: string): Promise<string> {
  TestBed.configureTestingModule({ providers: [provideRouter(routes, withComponentInputBinding())] });
  const router = TestBed.inject(Router);
  await router.navigateByUrl(path);
  let { root } = router.routerState.snapshot;
  while (root.firstChild) root = root.firstChild;
  return `${router.url} ${root.title ?? ''}`;
}

const signedInAs = (who: Parameters<typeof aSession>[0]) =>
  aServer({ 'GET /api/session': () => [200, aSession(who)] });

describe('the places of the client', () => {
  it.each([
    ['/', '/sign-in Se connecter'],
    ['/week', '/sign-in?back=%2Fweek Se connecter'],
    ['/second-factor', '/sign-in?back=%2Fsecond-factor Se connecter'],
    ['/forgotten-password', '/forgotten-password Mot de passe oublié'],
  ])('lead a stranger at %s to %s', async (path, place) => {
    aServer({ 'GET /api/session': () => problem(401, 'not-signed-in') });
    expect(await goTo(path)).toBe(place);
  });

  it('begin with the week for a supervisor, with their home for a coach', async () => {
    signedInAs({ roles: ['supervisor'] });
    expect(await goTo('/')).toMatch(/^\/week /);
    TestBed.resetTestingModule();
    signedInAs({ roles: ['coach'] });
    expect(await goTo('/')).toBe('/home Accueil');
  });

  it.each([
    '/week',
    '/availability',
    '/practice',
    '/members',
    '/audit',
    '/contract-templates',
    '/contracts/c1/edit',
  ])('lead a coach at %s nowhere', async (path) => {
    signedInAs({ roles: ['coach'] });
    expect(await goTo(path)).toBe(`${path} Page introuvable`);
  });

  it.each([
    ['supervisor', 'Page introuvable'],
    ['owner', 'Historique'],
  ] as const)('show the history to owners only: as %s', async (role, title) => {
    signedInAs({ roles: [role] });
    expect(await goTo('/audit')).toBe(`/audit ${title}`);
  });

  it.each([
    ['nobody answers', () => Promise.reject(new TypeError('Failed to fetch'))],
    ['what stands before the server says so', async () => new Response('', { status: 502 })],
  ])('lead to the journal of this device while the server is away: %s', async (_, answer) => {
    globalThis.fetch = answer;
    expect(await goTo('/')).toBe('/journal Journal');
    for (const path of ['/week', '/contracts', '/nowhere']) {
      TestBed.resetTestingModule();
      expect(await goTo(path)).toBe(`${path} Hors ligne`);
    }
  });

  it('lead nobody past a server that says no', async () => {
    aServer({ 'GET /api/session': () => problem(403, 'role-too-low') });
    await expect(goTo('/journal')).rejects.toMatchObject({ reason: 'role-too-low' });
  });

  it('lead a former member to their journal and their account, and nowhere else', async () => {
    for (const [path, place] of [
      ['/', /^\/journal /],
      ['/account', /^\/account Mon compte/],
      ['/contracts', /Page introuvable$/],
      ['/members', /Page introuvable$/],
      ['/home', /Page introuvable$/],
    ] as const) {
      signedInAs({ roles: [], supervisor: null, former: { until: Date.UTC(2027, 4, 1) } });
      expect(await goTo(path)).toMatch(place);
      TestBed.resetTestingModule();
    }
  });

  it('lead whoever still needs a second factor to adding one, and keep where they wanted to go', async () => {
    signedInAs({ secondFactor: { enrolled: [], needed: true, recoveryCodes: 0 } });
    expect(await goTo('/members')).toBe('/second-factor?back=%2Fmembers Protéger votre espace');
  });
});
