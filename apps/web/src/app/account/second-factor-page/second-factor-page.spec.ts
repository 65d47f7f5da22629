import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { Session } from '../../shell/session';
import { aServer, problem } from '../../testing/a-server';
import { aSession } from '../../testing/a-session';
import { SecondFactorPage } from './second-factor-page';

let harness: RouterTestingHarness;

async function settle(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 20));
  await harness.fixture.whenStable();
}
const secret = { uri: 'otpauth://totp/Visavis:helene?secret=JBSWY3DPEHPK3PXP', secret: 'JBSWY3DPEHPK3PXP' };

async function open(): Promise<HTMLElement> {
  TestBed.configureTestingModule({
    providers: [
      provideRouter(
        [
          { path: 'second-factor', component: SecondFactorPage },
          { path: '**', children: [] },
        ],
        withComponentInputBinding(),
      ),
    ],
  });
  TestBed.inject(Session).begin(aSession({ secondFactor: { enrolled: [], needed: true, recoveryCodes: 0 } }));
  harness = await RouterTestingHarness.create('/second-factor?back=%2Fmembers');
  await harness.fixture.whenStable();
  return harness.fixture.nativeElement as HTMLElement;
}

async function press(page: HTMLElement, words: string): Promise<void> {
  [...page.querySelectorAll('button')].find(({ textContent }) => textContent?.includes(words))!.click();
  await settle();
}

async function giveCode(page: HTMLElement): Promise<void> {
  const input = page.querySelector<HTMLInputElement>('input[autocomplete=one-time-code]')!;
  input.value = '123456';
  input.dispatchEvent(new Event('input'));
  page.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }));
  await settle();
}

describe('adding a second factor before anything else', () => {
  it('goes from the code of an authenticator to recovery codes, and on to where one wanted to go', async () => {
    aServer({
      'POST /api/credentials/totp': () => [200, secret],
      'POST /api/credentials/totp/confirm': () => [200, aSession()],
      'POST /api/credentials/recovery-codes': () => [200, { codes: ['ABCDE-FGHJK'] }],
    });
    const page = await open();
    await press(page, 'Une application d’authentification');
    expect(page.querySelector('svg[role=img]')?.getAttribute('aria-label')).toContain('Code QR');
    expect(page.textContent).toContain('JBSW Y3DP EHPK 3PXP');
    await giveCode(page);
    expect(page.querySelector('code')?.textContent).toBe('ABCDE-FGHJK');
    page.querySelector<HTMLInputElement>('input[type=checkbox]')!.click();
    await settle();
    await press(page, 'Continuer');
    expect(TestBed.inject(Router).url).toBe('/members');
  });

  it('stays with the same secret when the code is wrong', async () => {
    const server = aServer({
      'POST /api/credentials/totp': () => [200, secret],
      'POST /api/credentials/totp/confirm': () => problem(401, 'wrong-code'),
    });
    const page = await open();
    await press(page, 'Une application d’authentification');
    await giveCode(page);
    expect(page.querySelector('.refusal')?.textContent).toContain('Ce code n’est pas le bon');
    expect(page.textContent).toContain('JBSW Y3DP EHPK 3PXP');
    expect(server.asked.filter(({ path }) => path === '/api/credentials/totp')).toHaveLength(1);
  });

  it('offers to try again when recovery codes could not be made, since the factor is in place', async () => {
    aServer({
      'POST /api/credentials/totp': () => [200, secret],
      'POST /api/credentials/totp/confirm': () => [200, aSession()],
      'POST /api/credentials/recovery-codes': () => problem(503, 'unavailable'),
    });
    const page = await open();
    await press(page, 'Une application d’authentification');
    await giveCode(page);
    expect(page.querySelector('[role=alert]')?.textContent).toContain('indisponible');
    expect(page.textContent).toContain('Plus tard, depuis Mon compte');
  });
});
