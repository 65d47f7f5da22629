import { Component, computed, inject, resource, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialog,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import { wordsOfTrouble } from '../journal-words';
import { sayMoment } from '../../ui/say-time';
import { Session } from '../../shell/session';
import { SessionsWith } from '../sessions-with';
import { PIN_WORDS, pinOf } from '../people-page/pin-words';
import { VerifyPerson } from '../people-page/verify-person/verify-person';
import { JournalVault } from '../vault/journal-vault';

/** Before an entry is shared: who will read it, what they will and will not see, and that they were verified. */
@Component({
  selector: 'visavis-share-entry-dialog',
  imports: [MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle, VerifyPerson],
  templateUrl: './share-entry-dialog.html',
  styleUrl: './share-entry-dialog.scss',
})
export class ShareEntryDialog {
  readonly #vault = inject(JournalVault);
  readonly #entryId = inject<string>(MAT_DIALOG_DATA);
  readonly #dialog = inject<MatDialogRef<ShareEntryDialog, string>>(MatDialogRef);

  protected readonly people = computed(() =>
    this.#vault
      .people()
      .map((person) => ({ ...person, state: pinOf(person), said: PIN_WORDS[pinOf(person)] })),
  );
  readonly #read = resource({ loader: () => this.#vault.readPeople() });
  protected readonly isReading = this.#read.isLoading;
  readonly #chosen = signal<string | null>(null);
  /** Who is alone needs no choice. */
  protected readonly chosen = computed(() => {
    const people = this.people();
    const id = this.#chosen() ?? (people.length === 1 ? people[0]?.userId : null);
    return people.find(({ userId }) => userId === id) ?? null;
  });
  readonly #sessions = inject(SessionsWith);
  readonly #zone = inject(Session).zone;
  readonly #around = resource({
    params: () => this.chosen()?.contractId,
    loader: ({ params }) => this.#sessions.around(params),
  });
  /** In words; empty while no session is booked, or nobody can be asked. */
  protected readonly meets = computed(() => {
    const next = this.#around.hasValue() ? this.#around.value().next : null;
    return next === null ? '' : sayMoment(this.#zone(), next);
  });
  protected readonly verifying = signal(false);
  protected readonly working = signal(false);
  readonly #refused = signal('');
  protected readonly problem = computed(
    () => this.#refused() || (this.#read.error() ? wordsOfTrouble(this.#read.error()) : ''),
  );

  /** Resolves with the name of the new reader, or null. */
  static open(dialogs: MatDialog, entryId: string): Promise<string | null> {
    const dialog = dialogs.open<ShareEntryDialog, string, string>(ShareEntryDialog, {
      data: entryId,
      width: '40rem',
      maxWidth: '96vw',
    });
    return new Promise((resolve) => dialog.afterClosed().subscribe((name) => resolve(name ?? null)));
  }

  protected choose(userId: string): void {
    this.#chosen.set(userId);
    this.verifying.set(false);
    this.#refused.set('');
  }

  protected async share(): Promise<void> {
    const reader = this.chosen();
    // A button that explains itself stays reachable, and with it a press.
    if (reader?.state !== 'verified' || this.working()) return;
    this.working.set(true);
    this.#refused.set('');
    try {
      await this.#vault.share(this.#entryId, reader.userId);
      this.#dialog.close(reader.name);
    } catch (error) {
      this.#refused.set(wordsOfTrouble(error));
    } finally {
      this.working.set(false);
    }
  }
}
