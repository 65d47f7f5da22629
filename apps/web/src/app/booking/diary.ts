import { computed, DestroyRef, inject, Injectable, linkedSignal, resource, signal } from '@angular/core';
import type { WeekAppointment, WeekReply } from '@visavis/booking';
import { MINUTE, type Instant, type TimeRange } from '@visavis/kernel';
import { AppointmentClient } from './appointment-client';

/**
 * The stretch of the calendar that is being looked at, shared by week, list and the panel beside them.
 * While another stretch loads, what is known stays; `refresh` asks again without emptying anything.
 */
@Injectable()
export class Diary {
  readonly #client = inject(AppointmentClient);
  readonly #range = signal<TimeRange | null>(null, {
    equal: (a, b) => a?.start === b?.start && a?.end === b?.end,
  });

  readonly #loaded = resource({
    params: () => this.#range() ?? undefined,
    loader: ({ params, abortSignal }) => this.#client.between(params.start, params.end, abortSignal),
  });
  readonly #known = linkedSignal<WeekReply | undefined, WeekReply | undefined>({
    source: () => (this.#loaded.hasValue() ? this.#loaded.value() : undefined),
    computation: (fresh, previous) => fresh ?? previous?.value,
  });

  readonly appointments = computed<readonly WeekAppointment[]>(() => this.#known()?.appointments ?? []);
  readonly loading = this.#loaded.isLoading;
  /** True until the first reply. */
  readonly blank = computed(() => this.#known() === undefined);
  readonly error = this.#loaded.error;
  /** The appointment whose panel is open. */
  readonly opened = signal<string | null>(null);

  constructor() {
    // Visitors book at any time: the page follows without being asked.
    const follow = (): void => {
      if (document.visibilityState === 'visible' && !this.loading()) this.refresh();
    };
    const timer = setInterval(follow, MINUTE);
    document.addEventListener('visibilitychange', follow);
    inject(DestroyRef).onDestroy(() => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', follow);
    });
  }

  look(range: TimeRange): void {
    this.#range.set(range);
  }

  refresh(): void {
    this.#loaded.reload();
  }

  find(id: string): WeekAppointment | undefined {
    return this.appointments().find((appointment) => appointment.id === id);
  }

  /** Shows a change at once, before the server has been asked again. */
  put(appointment: WeekAppointment): void {
    this.#known.update((known) => {
      if (!known) return known;
      const others = known.appointments.filter(({ id }) => id !== appointment.id);
      return { ...known, appointments: [...others, appointment] };
    });
  }

  /** Moves and shows the result; throws `Refused`, with what is shown unchanged. */
  async move(appointment: WeekAppointment, start: Instant): Promise<WeekAppointment> {
    const { id, kind, sequence, session } = appointment;
    if (session !== null) {
      await this.#client.moveSession(session.id, { start: new Date(start).toISOString(), sequence });
      const end = start + appointment.end - appointment.start;
      const moved = { ...appointment, start, end, sequence: sequence + 1 };
      this.put(moved);
      this.refresh();
      return moved;
    }
    const end =
      kind === 'block' ? { end: new Date(start + appointment.end - appointment.start).toISOString() } : {};
    const moved = await this.#client.move(id, { start: new Date(start).toISOString(), ...end, sequence });
    this.put(moved);
    this.refresh();
    return moved;
  }
}
