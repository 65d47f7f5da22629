import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { App } from './app';
import { Refused } from './shell/refused';

async function open(canMatch: () => Promise<boolean>): Promise<HTMLElement> {
  TestBed.configureTestingModule({
    providers: [provideRouter([{ path: '', canMatch: [canMatch], children: [] }])],
  });
  const fixture = TestBed.createComponent(App);
  await TestBed.inject(Router)
    .navigateByUrl('/')
    .catch(() => false);
  await fixture.whenStable();
  return fixture.nativeElement as HTMLElement;
}

describe('the client, when a page cannot be reached', () => {
  it('says that the server is away and offers to try again, in place of an empty page', async () => {
    const page = await open(() => Promise.reject(new Refused('unavailable')));
    expect(page.querySelector('[role=alert]')?.textContent).toContain('indisponible');
    expect(page.querySelector('[role=alert] button')?.textContent).toBe('Réessayer');
  });

  it('says that there is a newer client when a part of this one is gone', async () => {
    const page = await open(() =>
      Promise.reject(new TypeError('Failed to fetch dynamically imported module')),
    );
    expect(page.querySelector('[role=alert]')?.textContent).toContain('Rechargez la page');
  });

  it('says nothing of the kind otherwise', async () => {
    expect((await open(() => Promise.resolve(true))).querySelector('[role=alert]')).toBeNull();
  });
});
