import { Component, computed, inject, resource } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialog,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogTitle,
} from '@angular/material/dialog';
import { writeMarkdown } from '@visavis/journal';
import { Session } from '../../../shell/session';
import { sayMoment } from '../../../ui/say-time';
import { Skeleton } from '../../../ui/skeleton';
import { troubleWords, wordsOfTrouble } from '../../journal-words';
import { questionWords } from '../../question-words';
import { JournalVault } from '../../vault/journal-vault';
import { writtenBlocks } from '../../written-blocks';

/** Every signed text an entry has had, the newest first, each to be read as it was. */
@Component({
  selector: 'visavis-history-dialog',
  imports: [MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle, Skeleton],
  template: `
    <h2 mat-dialog-title i18n>Les états de cette entrée</h2>
    <mat-dialog-content>
      @if (problem()) {
        <p role="alert">{{ problem() }}</p>
      }
      @for (past of revisions(); track past.rev) {
        <details>
          <summary i18n>État {{ past.rev }}, {{ past.when }}</summary>
          @for (block of past.blocks; track $index) {
            @switch (block.kind) {
              @case ('stage') {
                <h3>{{ block.text }}</h3>
              }
              @case ('question') {
                <p class="question">{{ block.text }}</p>
              }
              @case ('quote') {
                <p class="said">{{ block.text }}</p>
              }
              @default {
                <p class="small quiet">{{ block.text }}</p>
              }
            }
          }
          @if (past.trouble) {
            <p>{{ past.trouble }}</p>
          }
        </details>
      } @empty {
        @if (!problem()) {
          <visavis-skeleton />
        }
      }
    </mat-dialog-content>
    <mat-dialog-actions align="end"><button matButton mat-dialog-close i18n>Fermer</button></mat-dialog-actions>
  `,
  styles: `
    summary { padding-block: var(--space-2); cursor: pointer; }
    h3 { margin-block: var(--space-4) var(--space-2); }
    p { margin: 0 0 var(--space-1); }
    .question { font-weight: var(--weight-strong); }
    .said { margin: 0 0 var(--space-3); font-family: var(--font-serif); white-space: pre-line; overflow-wrap: anywhere; }
  `,
})
export class HistoryDialog {
  readonly #vault = inject(JournalVault);
  readonly #session = inject(Session);
  readonly #id = inject<string>(MAT_DIALOG_DATA);
  readonly #history = resource({ loader: () => this.#vault.history(this.#id) });

  protected readonly problem = computed(() =>
    this.#history.error() ? wordsOfTrouble(this.#history.error()) : '',
  );
  protected readonly revisions = computed(() =>
    (this.#history.hasValue() ? this.#history.value() : []).map(({ rev, savedAt, entry, trouble }) => ({
      rev,
      when: sayMoment(this.#session.zone(), savedAt),
      blocks: entry ? writtenBlocks(writeMarkdown(entry, questionWords())) : [],
      trouble: trouble === null ? '' : troubleWords(trouble),
    })),
  );

  static open(dialogs: MatDialog, id: string): void {
    dialogs.open(HistoryDialog, { data: id, width: '46rem', maxWidth: '96vw' });
  }
}
