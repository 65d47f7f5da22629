import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { aServer, problem } from '../../testing/a-server';
import { aSession } from '../../testing/a-session';
import { SetupPage } from './setup-page';

let harness: RouterTestingHarness;

async function settle(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 20));
  await harness.fixture.whenStable();
}

async function open(): Promise<HTMLElement> {
  TestBed.configureTestingModule({
    providers: [
      provideRouter([
        { path: 'setup', component: SetupPage },
        { path: '**', children: [] },
      ]),
    ],
  });
  harness = await RouterTestingHarness.create('/setup#geheim');
  await harness.fixture.whenStable();
  return harness.fixture.nativeElement as HTMLElement;
}

async function type(page: HTMLElement, selector: string, text: string): Promise<void> {
  const input = page.querySelector<HTMLInputElement>(selector)!;
  input.value = text;
  input.dispatchEvent(new Event('input'));
  await settle();
}

async function fillIn(page: HTMLElement): Promise<void> {
  await type(page, 'input[autocomplete=organization]', 'Cabinet de l’Été');
  await type(page, 'input[autocomplete=name]', 'Hélène Fictive');
  await type(page, 'input[autocomplete=username]', 'helene@example.org');
  await type(page, 'input[autocomplete=new-password]', 'quatre mots sans rapport');
}

async function send(page: HTMLElement): Promise<void> {
  page.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }));
  await settle();
}

describe('the first set-up', () => {
  it('suggests the address of the page, opens the practice and leads in', async () => {
    const practice = { slug: 'cabinet-de-l-ete', name: 'Cabinet de l’Été' };
    const server = aServer({
      'POST /api/setup': () => [201, { practice }],
      'POST /api/session': () => [200, aSession({ practice })],
    });
    const page = await open();
    await fillIn(page);
    await send(page);
    expect(server.asked[0]?.body).toMatchObject({
      secret: 'geheim',
      practice: { slug: 'cabinet-de-l-ete', country: 'FR' },
      owner: { email: 'helene@example.org', language: 'fr' },
    });
    expect(TestBed.inject(Router).url).toBe('/');
  });

  it('leaves an address alone that was written by hand', async () => {
    aServer({});
    const page = await open();
    const slug = () => page.querySelector<HTMLInputElement>('input[autocapitalize=off]')!;
    await type(page, 'input[autocapitalize=off]', 'ete');
    await type(page, 'input[autocomplete=organization]', 'Cabinet de l’Hiver');
    expect(slug().value).toBe('ete');
  });

  it.each([
    [409, 'already-set-up', 'Tout est déjà en place'],
    [404, 'not-found', 'Ce lien n’est pas le bon'],
  ])('says what to do when the server answers %i %s', async (status, reason, title) => {
    aServer({ 'POST /api/setup': () => problem(status, reason) });
    const page = await open();
    await fillIn(page);
    await send(page);
    expect(page.querySelector('h1')?.textContent).toBe(title);
  });

  it('keeps everything typed when the address is taken', async () => {
    aServer({ 'POST /api/setup': () => problem(409, 'slug-taken') });
    const page = await open();
    await fillIn(page);
    await send(page);
    expect(page.querySelector('.refusal')?.textContent).toContain('Cette adresse est déjà prise');
    expect(page.querySelector<HTMLInputElement>('input[autocomplete=new-password]')?.value).toBe(
      'quatre mots sans rapport',
    );
  });
});
