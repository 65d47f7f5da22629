import { DOCUMENT } from '@angular/common';
import { Component, computed, inject, input } from '@angular/core';
import { MatSnackBar } from '@angular/material/snack-bar';
import { Router } from '@angular/router';
import type { SessionReply } from '@visavis/account';
import { AccountClient } from '../../account/account-client';
import { wordsOf } from '../refusal-words';

/** In which practice one is; whoever is a member of several goes to another here. */
@Component({
  selector: 'visavis-practice-switch',
  template: `
    @if (several()) {
      <label>
        <span class="visually-hidden" i18n>Cabinet</span>
        <select (change)="goTo($event)">
          @for (practice of who().practices; track practice.slug) {
            <option [value]="practice.slug" [selected]="practice.slug === who().practice.slug">{{ practice.name }}</option>
          }
        </select>
      </label>
    } @else {
      <p>{{ who().practice.name }}</p>
    }
  `,
  styleUrl: './practice-switch.scss',
})
export class PracticeSwitch {
  readonly #client = inject(AccountClient);
  readonly #router = inject(Router);
  readonly #notices = inject(MatSnackBar);
  readonly #document = inject(DOCUMENT);

  readonly who = input.required<SessionReply>();
  protected readonly several = computed(() => this.who().practices.length > 1);

  protected async goTo(event: Event): Promise<void> {
    const select = event.target as HTMLSelectElement;
    const slug = select.value;
    // Leaving the page first: what is typed on it belongs to this practice, and it may ask.
    if (!(await this.#router.navigateByUrl('/leaving', { skipLocationChange: true })))
      return void (select.value = this.who().practice.slug);
    try {
      await this.#client.switchPractice(slug);
      // Everything that is known belongs to the other practice: the client begins anew.
      this.#document.location.assign(this.#document.baseURI);
    } catch (error) {
      select.value = this.who().practice.slug;
      this.#notices.open(wordsOf(error));
      await this.#router.navigateByUrl('/');
    }
  }
}
