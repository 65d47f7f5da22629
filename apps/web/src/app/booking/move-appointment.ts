import { inject, Injectable, signal } from '@angular/core';
import { MatSnackBar } from '@angular/material/snack-bar';
import type { WeekAppointment } from '@visavis/booking';
import type { Instant } from '@visavis/kernel';
import { Refused } from '../shell/refused';
import { wordsOf } from '../shell/refusal-words';
import { sayMoment } from '../ui/say-time';
import { nameOf } from './appointment-naming';
import { Diary } from './diary';

/** A move that did not happen: why, and what one can do instead. */
export interface MoveRefused {
  readonly appointment: WeekAppointment;
  readonly words: string;
  readonly alternatives: readonly Instant[];
}

/** Moves an appointment, offers to take it back, and keeps what to say when it was not possible. */
@Injectable()
export class MoveAppointment {
  readonly #diary = inject(Diary);
  readonly #notices = inject(MatSnackBar);
  readonly #refused = signal<MoveRefused | null>(null);

  readonly refused = this.#refused.asReadonly();

  /** True when it moved. Nothing is lost otherwise: `refused` says why. */
  async move(appointment: WeekAppointment, start: Instant, zone: string): Promise<boolean> {
    this.#refused.set(null);
    this.#notices.dismiss();
    try {
      const before = appointment.start;
      const moved = await this.#diary.move(this.#diary.find(appointment.id) ?? appointment, start);
      const notice = this.#notices.open(
        $localize`${nameOf(moved)}:name:\u202f: ${sayMoment(zone, moved.start)}:moment:`,
        $localize`Annuler le déplacement`,
        { duration: 12_000 },
      );
      notice.onAction().subscribe(() => void this.move(moved, before, zone));
      return true;
    } catch (error) {
      const alternatives = error instanceof Refused ? error.alternatives : [];
      const changed =
        error instanceof Refused &&
        ['changed-meanwhile', 'not-found', 'already-cancelled'].includes(error.reason);
      const stays = $localize`${nameOf(appointment)}:name: reste à son horaire, ${sayMoment(zone, appointment.start)}:moment:.`;
      this.#refused.set({
        appointment,
        alternatives,
        words: changed ? wordsOf(error) : `${wordsOf(error)} ${stays}`,
      });
      this.#diary.refresh();
      return false;
    }
  }

  dismiss(): void {
    this.#refused.set(null);
  }
}
