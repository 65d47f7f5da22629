import { DOCUMENT, inject, Injectable, signal } from '@angular/core';
import { Router } from '@angular/router';
import { pageVersion } from '../../service-worker/page-version';
import { VaultLock } from './vault-lock';

const LOOK_EVERY_MILLISECONDS = 30 * 60_000;

/** Keeps the shell on this device, and notices when there is a newer one than the page that is open. */
@Injectable({ providedIn: 'root' })
export class NewVersion {
  readonly #document = inject(DOCUMENT);
  readonly #router = inject(Router);
  readonly #vault = inject(VaultLock);
  readonly #ready = signal(false);
  readonly #own = pageVersion(this.#document);
  #lastLook = 0;

  readonly isReady = this.#ready.asReadonly();

  /** Begins when the page has nothing better to do. Where there is no service worker, everything works but offline. */
  async keep(): Promise<void> {
    const workers = this.#workers();
    if (!workers || this.#own === null) return;
    try {
      const registration = await workers.register('service-worker.js', { updateViaCache: 'none' });
      registration.addEventListener('updatefound', () => this.#follow(registration));
      this.#follow(registration);
      await this.#look(registration);
      this.#document.addEventListener('visibilitychange', () => void this.#look(registration));
      this.#document.defaultView?.setInterval(() => void this.#look(registration), LOOK_EVERY_MILLISECONDS);
      (await workers.ready).active?.postMessage('keep-heavy');
    } catch {
      // Refused by the browser, or by a development server that has none.
    }
  }

  /** Everything typed is saved before anything of this page goes. False: somebody chose to stay. */
  async take(): Promise<boolean> {
    await this.#vault.saveAll();
    if (!(await this.#router.navigateByUrl('/leaving', { skipLocationChange: true }))) return false;
    this.#document.location.reload();
    return true;
  }

  async #look(registration: ServiceWorkerRegistration): Promise<void> {
    if (this.#document.hidden || Date.now() - this.#lastLook < LOOK_EVERY_MILLISECONDS) return;
    this.#lastLook = Date.now();
    await registration.update().catch(() => undefined);
    // One that is being installed tells when it is there; a page from the network may be as new as it is.
    if (!registration.installing) await this.#compare(registration);
  }

  #follow(registration: ServiceWorkerRegistration): void {
    registration.installing?.addEventListener('statechange', () => void this.#compare(registration));
  }

  /** With the newest that is there whole. It may wait for minutes until the browser lets it take over. */
  async #compare({ waiting, active }: ServiceWorkerRegistration): Promise<void> {
    const newest = waiting ?? active;
    if (newest) this.#ready.set((await versionOf(newest)) !== this.#own);
  }

  #workers(): ServiceWorkerContainer | undefined {
    return this.#document.defaultView?.navigator.serviceWorker;
  }
}

function versionOf(worker: ServiceWorker): Promise<unknown> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => {
      port1.close();
      resolve(data);
    };
    worker.postMessage('version', [port2]);
  });
}
