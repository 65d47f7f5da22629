import { booleanAttribute, Component, computed, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Session } from '../../../shell/session';
import { sayMoment } from '../../../ui/say-time';
import { EntryJotter, Jotter } from '../../jotter';
import { troubleWords } from '../../journal-words';
import type { Remark } from '../../vault/vault-types';
import { TextAnswer } from '../../answers/text-answer/text-answer';

export interface OpenedComment {
  readonly id: string;
  readonly name: string;
  readonly isMine: boolean;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly text: string;
  /** Why it cannot be read, or that its author was never verified. */
  readonly warning: string;
}

/** A comment as it is shown: one that does not open says so instead of being empty. */
export function asComment({ id, authorName, isMine, at, text, isVerified, trouble }: Remark): OpenedComment {
  const unverified = isVerified ? '' : $localize`Non vérifié`;
  const warning = text === null ? troubleWords(trouble ?? 'cannot-open') : unverified;
  return { id, name: authorName, isMine, at, text: text ?? '', warning };
}

const COMMENT = 'comment';

/** What the two say to each other beside a shared entry, sealed like the entry itself. */
@Component({
  selector: 'visavis-comment-list',
  imports: [MatButton, TextAnswer],
  template: `
    <section aria-labelledby="comments-title">
      <h2 id="comments-title" i18n>Commentaires</h2>
      <ol class="bare">
        @for (comment of shown(); track comment.id) {
          <li [class.mine]="comment.isMine">
            <p class="small quiet">{{ comment.name }}, {{ comment.when }}</p>
            <p class="said">{{ comment.text }}</p>
            @if (comment.warning) {
              <p class="small warn">{{ comment.warning }}</p>
            }
          </li>
        } @empty {
          <li class="quiet" i18n>Aucun commentaire pour l’instant.</li>
        }
      </ol>
      @if (mayWrite()) {
        <form (submit)="send($event)">
          <label for="new-comment" i18n>Écrire un commentaire</label>
          <visavis-text-answer controlId="new-comment" [rows]="2" [answer]="text()" (changed)="jot($event)" />
          <p class="small quiet">{{ whoReads() }}</p>
          @if (trouble()) {
            <p class="small warn" role="alert">{{ trouble() }}</p>
          } @else if (!empty()) {
            <p class="small quiet" i18n>Gardé sur cet appareil tant que ce n’est pas envoyé.</p>
          }
          <button matButton="outlined" type="submit" [disabled]="working() || empty()" i18n>Envoyer le commentaire</button>
        </form>
      }
    </section>
  `,
  styleUrl: './comment-list.scss',
})
export class CommentList {
  readonly #session = inject(Session);
  readonly comments = input.required<readonly OpenedComment[]>();
  readonly mayWrite = input(false, { transform: booleanAttribute });
  readonly working = input(false);
  /** In words: who will read what is written here. */
  readonly whoReads = input('');
  readonly written = output<string>();

  readonly #jotter = inject(EntryJotter, { optional: true }) ?? new Jotter();
  protected readonly trouble = this.#jotter.trouble;
  protected readonly text = computed(() => String(this.#jotter.at(COMMENT) ?? ''));
  protected readonly empty = computed(() => this.text().trim() === '');
  protected readonly shown = computed(() =>
    this.comments().map((comment) => ({ ...comment, when: sayMoment(this.#session.zone(), comment.at) })),
  );

  /** Kept on this device until it is sent. */
  protected jot(text: unknown): void {
    this.#jotter.keep(COMMENT, text);
  }

  protected send(event: Event): void {
    event.preventDefault();
    if (!this.empty()) this.written.emit(this.text());
  }

  /** Once it is sealed and sent. */
  clear(): void {
    this.#jotter.keep(COMMENT, undefined);
  }
}
