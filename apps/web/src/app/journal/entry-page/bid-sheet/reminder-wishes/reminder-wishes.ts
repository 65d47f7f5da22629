import { Component, computed, input, output } from '@angular/core';
import { type BidEntry, type Reminder, type ReminderKind, remindersOf } from '@visavis/journal';
import { sayDayAndYear } from '../../../../ui/say-time';
import { today } from '../../../today';

/** Letters that say a reminder waits and nothing else: wished for, and whether the server has the date. */
@Component({
  selector: 'visavis-reminder-wishes',
  template: `
    <fieldset>
      <legend i18n>Me le rappeler par e-mail</legend>
      <p class="quiet small" i18n>Seule une date quitte l’appareil. L’e-mail dit qu’un rappel vous attend, rien de plus.</p>
      <label><input type="checkbox" autocomplete="off" [checked]="entry().reminders.cold" (change)="remind('cold', $event)" /><span i18n>Le regard à froid, sept jours après la décision</span></label>
      <label><input type="checkbox" autocomplete="off" [checked]="entry().reminders.second_look" (change)="remind('second_look', $event)" /><span i18n>La relecture, trois mois après</span></label>
      @for (reminder of reminders(); track reminder.kind) {
        @if (reminder.isPlanned) {
          <p class="small quiet" i18n>Rappel prévu le {{ reminder.when }}</p>
        } @else {
          <p class="small quiet" i18n>Rappel demandé pour le {{ reminder.when }}, pas encore enregistré</p>
        }
      }
      @if (someUnplanned() && trouble()) {
        <p class="small" role="alert"><span i18n>L’entrée est gardée, mais le rappel n’a pas pu être prévu. Un nouvel essai se fera de lui-même.</span>&ngsp;{{ trouble() }}</p>
      }
    </fieldset>
  `,
  styleUrl: './reminder-wishes.scss',
})
export class ReminderWishes {
  readonly entry = input.required<BidEntry>();
  /** What the server has been asked to remind of. */
  readonly planned = input<readonly Reminder[]>([]);
  /** Why a reminder could not be planned. */
  readonly trouble = input('');
  readonly written = output<BidEntry>();

  protected readonly reminders = computed(() =>
    remindersOf(this.entry())
      .filter(({ on }) => on > today())
      .map(({ kind, on }) => ({
        kind,
        when: sayDayAndYear(on),
        isPlanned: this.planned().some((each) => each.kind === kind && each.on === on),
      })),
  );
  protected readonly someUnplanned = computed(() => this.reminders().some(({ isPlanned }) => !isPlanned));

  protected remind(kind: ReminderKind, event: Event): void {
    const wanted = (event.target as HTMLInputElement).checked;
    const entry = this.entry();
    this.written.emit({ ...entry, reminders: { ...entry.reminders, [kind]: wanted } });
  }
}
