import { DOCUMENT, Injector } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { NewVersion } from './new-version';
import { VaultLock } from './vault-lock';

const OWN = 'visavis-fr-main-OWNOWN12.js';
const NEWER = 'visavis-fr-main-NEWNEW12.js';

/** jsdom has none: what is sent into one port comes out of the other. */
class AChannel {
  readonly port1 = { onmessage: (_: { data: unknown }) => undefined, close: () => undefined };
  readonly port2 = { postMessage: (data: unknown) => this.port1.onmessage({ data }) };
}

/** Answers which version it is of. */
function aWorker(version: string, done: string[] = []): EventTarget {
  return Object.assign(new EventTarget(), {
    postMessage: (message: string, ports: AChannel['port2'][] = []) => {
      done.push(message);
      ports[0]?.postMessage(version);
    },
  });
}

interface Registration extends EventTarget {
  active: EventTarget | null;
  waiting: EventTarget | null;
  installing: EventTarget | null;
}

/** A page of a version, a service worker of `version`, and what happened, in order. */
function aPage(version: string, { mayLeave = true, save = async () => undefined as void } = {}) {
  const done: string[] = [];
  const registration: Registration = Object.assign(new EventTarget(), {
    update: async () => undefined,
    active: aWorker(version, done),
    waiting: null,
    installing: null,
  });
  const serviceWorker = {
    register: async (address: string) => {
      done.push(address);
      return registration;
    },
    ready: Promise.resolve(registration),
  };
  const script = document.createElement('script');
  script.setAttribute('src', 'main-OWNOWN12.js');
  const page = {
    documentElement: { lang: 'fr' },
    hidden: false,
    location: { reload: () => done.push('reload') },
    defaultView: { navigator: { serviceWorker }, setInterval: () => 0 },
    querySelector: () => script,
    addEventListener: () => undefined,
  };
  const leave = () => {
    done.push('leave');
    return mayLeave;
  };
  TestBed.configureTestingModule({
    providers: [provideRouter([{ path: 'leaving', canActivate: [leave], children: [] }])],
  });
  const parent = TestBed.inject(Injector);
  parent.get(VaultLock).isLockedBy(
    () => undefined,
    async () => {
      done.push('save');
      await save();
    },
  );
  const providers = [{ provide: DOCUMENT, useValue: page }, NewVersion];
  return { newer: Injector.create({ parent, providers }).get(NewVersion), done, serviceWorker, registration };
}

describe('a newer version', () => {
  beforeAll(() => Object.assign(globalThis, { MessageChannel: AChannel }));

  it('is not offered to a page of the same one, whose heavy parts are kept when there is time', async () => {
    const { newer, done } = aPage(OWN);
    await newer.keep();
    expect([newer.isReady(), done]).toEqual([false, ['service-worker.js', 'version', 'keep-heavy']]);
  });

  it('is offered to a page that was opened before it came', async () => {
    const { newer } = aPage(NEWER);
    await newer.keep();
    expect(newer.isReady()).toBe(true);
  });

  it('is offered as soon as it is there whole, also while the older worker has not let it in', async () => {
    const { newer, registration } = aPage(OWN);
    await newer.keep();
    const coming = (registration.installing = aWorker(NEWER));
    registration.dispatchEvent(new Event('updatefound'));
    expect(newer.isReady()).toBe(false);

    Object.assign(registration, { installing: null, waiting: coming });
    coming.dispatchEvent(new Event('statechange'));
    await Promise.resolve();
    expect(newer.isReady()).toBe(true);
  });

  it('is not offered to a page that is as new as the worker that waits', async () => {
    const { newer, registration } = aPage(NEWER);
    registration.waiting = aWorker(OWN);
    await newer.keep();
    expect(newer.isReady()).toBe(false);
  });

  it('is taken after everything typed was saved and the page was left', async () => {
    const { newer, done } = aPage(NEWER);
    expect(await newer.take()).toBe(true);
    expect(done).toEqual(['save', 'leave', 'reload']);
  });

  it('is not taken over something that could not be saved', async () => {
    const { newer, done } = aPage(NEWER, { save: () => Promise.reject(new Error('the disk is full')) });
    await expect(newer.take()).rejects.toThrow('the disk is full');
    expect(done).toEqual(['save']);
  });

  it('is not taken by who would rather stay on the page', async () => {
    const { newer, done } = aPage(NEWER, { mayLeave: false });
    expect(await newer.take()).toBe(false);
    expect(done).toEqual(['save', 'leave']);
  });

  it('is nobody’s concern where there is no service worker', async () => {
    const { newer, serviceWorker } = aPage(OWN);
    serviceWorker.register = () => Promise.reject(new TypeError('refused'));
    await newer.keep();
    expect(newer.isReady()).toBe(false);
  });
});
