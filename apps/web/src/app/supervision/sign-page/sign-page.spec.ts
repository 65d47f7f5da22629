import { OverlayContainer } from '@angular/cdk/overlay';
import { ApplicationRef } from '@angular/core';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { MATERIAL_ANIMATIONS } from '@angular/material/core';
import { provideRouter } from '@angular/router';
import type { ContractReply, SignWish } from '@visavis/supervision';
import { Interruptions } from '../../shell/interruptions';
import { Session } from '../../shell/session';
import { aContract, aVersion } from '../../testing/a-contract';
import { aServer, problem } from '../../testing/a-server';
import { aSession } from '../../testing/a-session';
import { SignPage } from './sign-page';

const toSign = (text = aVersion()): ContractReply =>
  aContract({ state: 'proposed', mine: 'coach', may: ['sign'], waitsFor: 'both', proposed: text });
const signedByZoe = (): ContractReply =>
  aContract({
    state: 'partially-signed',
    mine: 'coach',
    proposed: aVersion({
      state: 'partially-signed',
      consents: [],
      signatures: [
        {
          party: 'coach',
          fullName: 'Zoé Ardouin-Fictive',
          signedAt: Date.parse('2026-11-27T09:00:00Z'),
          method: 'email-code',
        },
      ],
    }),
  });
const READ = 'GET /api/contracts/c1';
const SIGN = 'POST /api/contracts/c1/sign';
/** That the text was before the reader is noted by itself. */
const VIEWED = { 'POST /api/contracts/c1/viewed': () => [204] as const };

let fixture: ComponentFixture<SignPage>;
let page: HTMLElement;

async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) {
    await new Promise((resolve) => setTimeout(resolve, 5));
    TestBed.inject(ApplicationRef).tick();
  }
  await fixture.whenStable();
}

async function open(): Promise<void> {
  TestBed.configureTestingModule({
    providers: [provideRouter([]), { provide: MATERIAL_ANIMATIONS, useValue: { animationsDisabled: true } }],
  });
  TestBed.inject(Session).begin(
    aSession({ name: 'Zoé', email: 'zoe@example.org', roles: ['coach'], supervisor: null }),
  );
  // First: creating a component takes those before it out of the document.
  TestBed.createComponent(Interruptions);
  fixture = TestBed.createComponent(SignPage);
  fixture.componentRef.setInput('id', 'c1');
  page = fixture.nativeElement as HTMLElement;
  document.body.append(page);
  await settle();
}

const boxes = () => [...page.querySelectorAll<HTMLInputElement>('form [type=checkbox]')];
const name = () => page.querySelector<HTMLInputElement>('[name=fullName]')!;
const alertOf = () => page.querySelector('form [role=alert]')?.textContent ?? '';

async function fillIn(typed = 'zoé ardouin-fictive'): Promise<void> {
  boxes().forEach((box) => box.click());
  name().value = typed;
  name().dispatchEvent(new Event('input'));
  await settle();
}

async function sign(): Promise<void> {
  page.querySelector('form')!.dispatchEvent(new Event('submit'));
  await settle();
}

afterEach(() => page.remove());

describe('signing', () => {
  it('carries the hashes that were on the screen and those of the words agreed to', async () => {
    const server = aServer({ ...VIEWED, [READ]: () => [200, toSign()], [SIGN]: () => [200, signedByZoe()] });
    await open();
    await fillIn();
    await sign();
    expect(server.asked.at(-1)?.body as SignWish).toEqual({
      number: 1,
      canonicalSha256: 'c'.repeat(64),
      pdfSha256: 'd'.repeat(64),
      fullName: 'zoé ardouin-fictive',
      consents: [
        { clause: 'fees', textSha256: 'f1' },
        { clause: 'cancellation', textSha256: 'f2' },
      ],
    });
    expect(page.querySelector('h1')?.textContent).toBe('Vous avez signé');
    expect(page.textContent).toContain('C’est maintenant à Hélène Fictive de signer.');
  });

  it('says that a text which waits for signatures is before the person, whatever becomes of saying so', async () => {
    const { pdfSha256 } = aVersion();
    const server = aServer({
      [READ]: () => [200, toSign(aVersion({ state: 'proposed' }))],
      'POST /api/contracts/c1/viewed': () => problem(409, 'text-changed'),
    });
    await open();
    expect(server.asked.at(-1)).toEqual({
      method: 'POST',
      path: '/api/contracts/c1/viewed',
      body: { number: 1, pdfSha256 },
    });
    expect(boxes()).toHaveLength(2);
    expect(alertOf()).toBe('');
  });

  it('asks the server nothing while a box is open or the name is another, and goes to the first of them', async () => {
    const server = aServer({ ...VIEWED, [READ]: () => [200, toSign()] });
    await open();
    expect(boxes().some(({ checked }) => checked)).toBe(false);
    await sign();
    expect(page.querySelectorAll('.tick .wrong:not(:empty)')).toHaveLength(2);
    expect(document.activeElement).toBe(boxes()[0]);
    await fillIn('Zoé Autrenom');
    await sign();
    expect(document.activeElement).toBe(name());
    expect(name().getAttribute('aria-invalid')).toBe('true');
    expect(server.asked.some(({ path }) => path.endsWith('/sign'))).toBe(false);
  });

  it('of a text that changed is refused: the new text is shown, its boxes are open, the name is kept', async () => {
    let text = aVersion();
    aServer({
      ...VIEWED,
      [READ]: () => [200, toSign(text)],
      [SIGN]: () => {
        text = aVersion({
          canonicalSha256: 'e'.repeat(64),
          clauses: [{ id: 'fees', title: 'Honoraires', markdown: 'Seize cents euros.' }],
        });
        return problem(409, 'text-changed');
      },
    });
    await open();
    await fillIn();
    await sign();
    expect(alertOf()).toContain('Rien n’a été signé');
    expect(page.querySelector('article')?.textContent).toContain('Seize cents euros');
    expect(boxes().map(({ checked }) => checked)).toEqual([false, false]);
    expect(name().value).toBe('zoé ardouin-fictive');
    [...page.querySelectorAll('button')].find((one) => one.textContent?.includes('Relire'))!.click();
    await settle();
    expect(document.activeElement).toBe(page.querySelector('h1'));
  });

  it('keeps everything through a wrong code, and signs once the right one was given', async () => {
    let proven = false;
    const server = aServer({
      ...VIEWED,
      [READ]: () => [200, toSign()],
      [SIGN]: () => (proven ? [200, signedByZoe()] : problem(403, 'proof-needed')),
      'POST /api/session/proof/code': () => [200, {}],
      'POST /api/session/proof': (body) => {
        proven = (body as { code: string }).code === '123456';
        return proven ? [200, aSession()] : problem(422, 'wrong-code');
      },
    });
    await open();
    await fillIn();
    await sign();
    const dialog = TestBed.inject(OverlayContainer).getContainerElement();
    const press = async (words: string) => {
      const button = [...dialog.querySelectorAll('button')].find((one) => one.textContent?.includes(words));
      if (!button) throw new Error(`No button says ${words}: ${dialog.textContent}`);
      button.click();
      await settle();
    };
    const give = async (code: string) => {
      const field = dialog.querySelector('input')!;
      field.value = code;
      field.dispatchEvent(new Event('input'));
      dialog.querySelector('form')!.dispatchEvent(new Event('submit'));
      await settle();
    };
    await press('code par e-mail');
    await give('999999');
    expect(dialog.textContent).toContain('Ce code n’est pas le bon');
    expect(boxes().every(({ checked }) => checked)).toBe(true);
    expect(name().value).toBe('zoé ardouin-fictive');
    await give('123456');
    expect(page.querySelector('h1')?.textContent).toBe('Vous avez signé');
    expect(server.asked.filter(({ path }) => path.endsWith('/sign'))).toHaveLength(2);
  });
});
