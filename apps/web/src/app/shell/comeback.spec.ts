import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { aServer, problem } from '../testing/a-server';
import { aSession } from '../testing/a-session';
import { Comeback } from './comeback';
import { Reach } from './reach';
import { Session } from './session';
import { VaultLock } from './vault-lock';

async function cutOffAt(url: string) {
  TestBed.configureTestingModule({ providers: [provideRouter([{ path: '**', children: [] }])] });
  const [session, router, vault] = [
    TestBed.inject(Session),
    TestBed.inject(Router),
    TestBed.inject(VaultLock),
  ];
  await router.navigateByUrl(url);
  session.cutOff();
  return { comeback: TestBed.inject(Comeback), session, router, vault };
}

describe('when the server answers again', () => {
  it('whoever is signed in goes on where they are', async () => {
    aServer({ 'GET /api/session': () => [200, aSession()] });
    const { comeback, session, router } = await cutOffAt('/contracts');
    await comeback.look();
    expect([session.isCutOff(), session.who()?.name, router.url]).toEqual([
      false,
      'Hélène Fictive',
      '/contracts',
    ]);
  });

  it('whose session is over signs in and comes back', async () => {
    aServer({ 'GET /api/session': () => problem(401, 'not-signed-in') });
    const { comeback, router } = await cutOffAt('/contracts');
    await comeback.look();
    expect(router.url).toBe('/sign-in?back=%2Fcontracts');
  });

  it('an open journal stays on the screen while its owner signs in again', async () => {
    aServer({ 'GET /api/session': () => problem(401, 'not-signed-in') });
    const { comeback, session, router, vault } = await cutOffAt('/journal');
    vault.show({ kind: 'open' });
    await comeback.look();
    expect([session.expired(), router.url]).toEqual([true, '/journal']);
  });

  it('nothing happens before it does', async () => {
    const { asked } = aServer({ 'GET /api/session': () => problem(503, 'unavailable') });
    const { comeback, session, router } = await cutOffAt('/contracts');
    await comeback.look();
    expect([session.isCutOff(), router.url, asked.length]).toEqual([true, '/contracts', 1]);
  });

  it('nobody is asked while it was never away', async () => {
    const { asked } = aServer({});
    TestBed.configureTestingModule({ providers: [provideRouter([])] });
    await TestBed.inject(Comeback).look();
    expect(asked).toEqual([]);
  });

  it('any answer tells that it is there, and no answer that it is away', async () => {
    const reach = TestBed.inject(Reach);
    window.dispatchEvent(new Event('offline'));
    expect(reach.isAway()).toBe(true);
    reach.found();
    expect(reach.isAway()).toBe(false);
  });
});
