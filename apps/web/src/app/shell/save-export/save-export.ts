import { DOCUMENT } from '@angular/common';
import { Component, DestroyRef, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { INTL_LOCALE } from '../../ui/language';
import { ApiConnection } from '../api-connection';
import { saveFile } from '../download';
import { wordsOf } from '../refusal-words';

/** Fetches an export: how much has come stays in view, and it can be stopped. */
@Component({
  selector: 'visavis-save-export',
  imports: [MatButton],
  template: `
    @if (running()) {
      <progress aria-label="Préparation du fichier" i18n-aria-label></progress>
      <p class="small" i18n>{{ received() }} reçus</p>
      <button matButton type="button" (click)="stop()" i18n>Arrêter</button>
    } @else {
      <button matButton="outlined" type="button" (click)="save()" i18n>Emporter les données</button>
    }
    <p class="small done" role="status">{{ done() }}</p>
    <p class="refusal" role="alert">{{ refusal() }}</p>
  `,
  styles: `
    :host { display: grid; gap: var(--space-2); justify-items: start; }
    p { margin: 0; &:empty { display: none; } }
    .refusal { color: var(--color-signal); }
  `,
})
export class SaveExport {
  readonly #api = inject(ApiConnection);
  readonly #document = inject(DOCUMENT);

  readonly path = input.required<string>();
  readonly fallbackName = input.required<string>();

  readonly #stopper = signal<AbortController | null>(null);
  protected readonly running = () => this.#stopper() !== null;
  protected readonly received = signal('');
  protected readonly done = signal('');
  protected readonly refusal = signal('');

  constructor() {
    inject(DestroyRef).onDestroy(() => this.stop());
  }

  protected async save(): Promise<void> {
    const stopper = new AbortController();
    this.#stopper.set(stopper);
    this.#say('', '');
    this.received.set(sayBytes(0));
    try {
      const { blob, name } = await this.#api.download(
        this.path(),
        (bytes) => this.received.set(sayBytes(bytes)),
        stopper.signal,
      );
      saveFile(this.#document, blob, name ?? this.fallbackName());
      this.#say($localize`Fichier remis à votre navigateur`, '');
    } catch (error) {
      if (stopper.signal.aborted) this.#say($localize`Arrêté. Rien n’a été enregistré.`, '');
      else this.#say('', wordsOf(error));
    } finally {
      this.#stopper.set(null);
    }
  }

  protected stop(): void {
    this.#stopper()?.abort();
  }

  #say(done: string, refusal: string): void {
    this.done.set(done);
    this.refusal.set(refusal);
  }
}

/** « 12 ko », « 3,4 Mo » */
export function sayBytes(bytes: number): string {
  const mega = bytes >= 1_000_000;
  return new Intl.NumberFormat(INTL_LOCALE, {
    style: 'unit',
    unit: mega ? 'megabyte' : 'kilobyte',
    maximumFractionDigits: mega ? 1 : 0,
  }).format(bytes / (mega ? 1_000_000 : 1000));
}
