import { type ComponentFixture, TestBed } from '@angular/core/testing';
import type { SessionReply } from '@visavis/account';
import { aServer, problem } from '../../testing/a-server';
import { aSession } from '../../testing/a-session';
import { SignInForm } from './sign-in-form';

let page: ComponentFixture<SignInForm>;
let signedIn: SessionReply[];

const host = (): HTMLElement => page.nativeElement as HTMLElement;
const settle = async (): Promise<void> => {
  await new Promise((resolve) => setTimeout(resolve));
  await page.whenStable();
};

async function open(): Promise<void> {
  signedIn = [];
  page = TestBed.createComponent(SignInForm);
  page.componentInstance.signedIn.subscribe((who) => signedIn.push(who));
  await settle();
}

async function type(selector: string, text: string): Promise<void> {
  const input = host().querySelector<HTMLInputElement>(selector)!;
  input.value = text;
  input.dispatchEvent(new Event('input'));
  await page.whenStable();
}

async function send(): Promise<void> {
  host()
    .querySelector('form')!
    .dispatchEvent(new Event('submit', { cancelable: true }));
  await settle();
}

async function press(words: string): Promise<void> {
  [...host().querySelectorAll('button')].find(({ textContent }) => textContent?.includes(words))!.click();
  await settle();
}

async function givePassword(): Promise<void> {
  await type('input[type=email]', 'helene@example.org');
  await type('input[type=password]', 'tilleul-boussole');
  await send();
}

const askForCode = () => [200, { next: 'second-factor', methods: ['totp', 'recovery-code'] }] as const;

describe('signing in', () => {
  it('is done with the password alone for whom that is enough', async () => {
    aServer({ 'POST /api/session': () => [200, aSession({ roles: ['coach'] })] });
    await open();
    await givePassword();
    expect(signedIn).toHaveLength(1);
  });

  it('goes on to a code, which may be typed with spaces', async () => {
    const server = aServer({
      'POST /api/session': askForCode,
      'POST /api/session/second-factor': () => [200, aSession()],
    });
    await open();
    await givePassword();
    expect(signedIn).toEqual([]);
    await type('input', '123 456');
    await send();
    expect(server.asked.at(-1)?.body).toEqual({ method: 'totp', code: '123456' });
    expect(signedIn).toHaveLength(1);
  });

  it('says what is wrong with a code without losing it', async () => {
    aServer({
      'POST /api/session': askForCode,
      'POST /api/session/second-factor': () => problem(401, 'wrong-code'),
    });
    await open();
    await givePassword();
    await type('input', '123456');
    await send();
    expect(host().querySelector('[role=alert]')?.textContent).toContain('Ce code n’est pas le bon');
    expect(host().querySelector('input')?.value).toBe('123456');
  });

  it('takes a recovery code in its place, however it is written', async () => {
    const server = aServer({
      'POST /api/session': askForCode,
      'POST /api/session/second-factor': () => [200, aSession()],
    });
    await open();
    await givePassword();
    await press('code de secours');
    await type('input', 'abcde fghjk');
    await send();
    expect(server.asked.at(-1)?.body).toEqual({ method: 'recovery-code', code: 'ABCDEFGHJK' });
  });

  it('comes back to the password when the code came too late, and says why', async () => {
    aServer({
      'POST /api/session': askForCode,
      'POST /api/session/second-factor': () => problem(401, 'not-signed-in'),
    });
    await open();
    await givePassword();
    await type('input', '123456');
    await send();
    expect(host().querySelector<HTMLInputElement>('input[type=email]')?.value).toBe('helene@example.org');
    expect(host().querySelector('[role=alert]')?.textContent).toContain('Le temps pour saisir le code');
  });
});
