import { Component, effect, inject, untracked } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { ProofDialog } from '../account/proof-dialog/proof-dialog';
import { SignInAgainDialog } from '../account/sign-in-again-dialog/sign-in-again-dialog';
import { ProveItsYou } from './prove-its-you';
import { Session } from './session';

/** What may come between a person and any page, without touching the page: loaded when it first happens. */
@Component({ selector: 'visavis-interruptions', template: '' })
export class Interruptions {
  readonly #dialogs = inject(MatDialog);
  readonly #proof = inject(ProveItsYou);

  constructor() {
    const session = inject(Session);
    effect(() => {
      if (session.expired()) untracked(() => this.#signInAgain());
    });
    effect(() => {
      if (this.#proof.asked()) untracked(() => this.#prove());
    });
  }

  #signInAgain(): void {
    this.#dialogs.open(SignInAgainDialog, { disableClose: true, maxWidth: '26rem' });
  }

  #prove(): void {
    this.#dialogs
      .open<ProofDialog, never, boolean>(ProofDialog, { disableClose: true, maxWidth: '26rem' })
      .afterClosed()
      .subscribe((proven) => this.#proof.answer(proven === true));
  }
}
