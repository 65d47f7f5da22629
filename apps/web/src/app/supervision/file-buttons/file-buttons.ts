import { Component, computed, DOCUMENT, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { saveFile } from '../../shell/download';
import { wordsOf } from '../../shell/refusal-words';
import { Icon } from '../../ui/icon';
import { ContractClient, type ContractFile } from '../contract-client';

const FILE_WORDS: Record<ContractFile, string> = {
  'document.pdf': $localize`Document figé (PDF)`,
  'sealed.pdf': $localize`Document scellé (PDF)`,
  'canonical.json': $localize`Texte canonique (JSON)`,
};

/** The files of a version, to keep. */
@Component({
  selector: 'visavis-file-buttons',
  imports: [Icon, MatButton],
  template: `
    @for (file of shown(); track file.name) {
      <button matButton="outlined" type="button" disabledInteractive [disabled]="busy()" (click)="keep(file.name)">
        <visavis-icon name="download" />{{ file.words }}
      </button>
    }
    <p role="alert">{{ problem() }}</p>
  `,
  styles: `
    :host { display: flex; flex-wrap: wrap; gap: var(--space-2); }
    visavis-icon { inline-size: 1.125rem; block-size: 1.125rem; margin-inline-end: var(--space-2); vertical-align: middle; }
    p { flex-basis: 100%; margin: 0; color: var(--color-signal); }
    p:empty { display: none; }
  `,
})
export class FileButtons {
  readonly #client = inject(ContractClient);
  readonly #document = inject(DOCUMENT);

  readonly contractId = input.required<string>();
  readonly number = input.required<number>();
  readonly files = input.required<readonly ContractFile[]>();
  protected readonly busy = signal(false);
  protected readonly problem = signal('');
  protected readonly shown = computed(() => this.files().map((name) => ({ name, words: FILE_WORDS[name] })));

  protected async keep(name: ContractFile): Promise<void> {
    this.problem.set('');
    this.busy.set(true);
    try {
      const file = await this.#client.file(
        this.contractId(),
        this.number(),
        name,
        new AbortController().signal,
      );
      saveFile(this.#document, file.blob, file.name ?? name);
    } catch (error) {
      this.problem.set(wordsOf(error));
    } finally {
      this.busy.set(false);
    }
  }
}
