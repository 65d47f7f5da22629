import { LiveAnnouncer } from '@angular/cdk/a11y';
import {
  afterNextRender,
  Component,
  computed,
  ElementRef,
  inject,
  input,
  output,
  signal,
  viewChild,
  viewChildren,
} from '@angular/core';
import type { WeekAppointment } from '@visavis/booking';
import { MINUTE, type Instant, type TimeRange } from '@visavis/kernel';
import { weekdayOf, type LocalDate } from '../../ui/local-date';
import { sayClockRange, sayDay, sayMinute, sayMoment, sayShortWeekday } from '../../ui/say-time';
import { dateAt } from '../../ui/zone-clock';
import { isMovable, kindWords } from '../appointment-naming';
import { STATUS_WORDS } from '../booking-words';
import { momentAt, placeAt, SNAP, steered } from './grid-places';
import type { ChosenTime, Ghost, Held, MoveAsked } from './grid-gestures';
import { dayColumn, gapsOf, positionOf, spanOf, weekAxis } from './week-geometry';
import { itemsOn, type WeekItem } from './week-items';

/** The week as a grid of days: shows, lets things be moved, and says what was pointed at. Decides nothing. */
@Component({
  selector: 'visavis-week-grid',
  templateUrl: './week-grid.html',
  styleUrls: ['./week-grid.scss', './week-item.scss'],
  host: { '(document:keydown.escape)': 'letGo()' },
})
export class WeekGrid {
  readonly #announcer = inject(LiveAnnouncer);

  readonly zone = input.required<string>();
  readonly dates = input.required<readonly LocalDate[]>();
  readonly appointments = input.required<readonly WeekAppointment[]>();
  /** When visitors can book, shown as brighter paper. */
  readonly open = input<readonly TimeRange[]>([]);
  readonly now = input.required<Instant>();
  readonly selected = input<string | null>(null);
  readonly opened = output<WeekAppointment>();
  readonly moveAsked = output<MoveAsked>();
  readonly timeChosen = output<ChosenTime>();

  private readonly scroller = viewChild.required<ElementRef<HTMLElement>>('scroller');
  private readonly columnElements = viewChildren<ElementRef<HTMLElement>>('column');
  protected readonly ghost = signal<Ghost | null>(null);
  #held: Held | null = null;
  #swallowClick = false;

  readonly #columns = computed(() => this.dates().map((date) => dayColumn(this.zone(), date)));
  protected readonly axis = computed(() => weekAxis(this.zone(), this.#columns()));
  protected readonly marks = computed(() =>
    this.axis().marks.map((mark) => ({ ...mark, text: sayMinute(mark.minute) })),
  );
  protected readonly days = computed(() => {
    const [zone, axis, today] = [this.zone(), this.axis(), dateAt(this.zone(), this.now())];
    return this.#columns().map((column) => ({
      column,
      label: sayDay(column.date),
      weekday: sayShortWeekday(weekdayOf(column.date)),
      number: Number(column.date.slice(8)),
      today: column.date === today,
      items: itemsOn(zone, axis, column, this.appointments()),
      open: this.open().flatMap(({ start, end }) => spanOf(zone, axis, column, start, end) ?? []),
      gaps: gapsOf(zone, axis, column),
      now: column.date === today ? positionOf(zone, axis, column, this.now()) : null,
    }));
  });
  protected readonly ghostSpans = computed(() => {
    const ghost = this.ghost();
    return this.#columns().map(
      (column) => ghost && spanOf(this.zone(), this.axis(), column, ghost.start, ghost.end),
    );
  });
  protected readonly ghostWords = computed(() => {
    const ghost = this.ghost();
    return ghost ? sayClockRange(this.zone(), ghost.start, ghost.end) : '';
  });

  constructor() {
    afterNextRender(() => this.scrollToHour(7.75));
  }

  /** Brings an hour of the day to the top of the grid. */
  scrollToHour(hour: number): void {
    const element = this.scroller().nativeElement;
    element.scrollTop = (element.scrollHeight / (this.axis().length / 60)) * hour;
  }

  /** What the eye sees from the place, for those who hear it. */
  protected furtherWordsOf({ appointment, name }: WeekItem): string {
    const day = sayDay(dateAt(this.zone(), appointment.start));
    const failed = appointment.letterFailed ? [$localize`un e-mail n’est pas parti`] : [];
    const state = appointment.kind === 'block' ? [] : [STATUS_WORDS[appointment.status]];
    const kind = kindWords(appointment) === name ? [] : [kindWords(appointment)];
    return `, ${[day, ...kind, ...state, ...failed].join(', ')}`;
  }

  protected clockOf(appointment: WeekAppointment): string {
    return sayClockRange(this.zone(), appointment.start, appointment.end);
  }

  protected movable(appointment: WeekAppointment): boolean {
    return isMovable(appointment, this.now());
  }

  protected hold(event: PointerEvent, appointment: WeekAppointment | null): void {
    const touch = event.pointerType === 'touch';
    // The day underneath would take what is only clicked for a time chosen in it.
    if (appointment) event.stopPropagation();
    if (event.button !== 0 || (appointment && (touch || !this.movable(appointment)))) return;
    const place = this.#placeAt(event);
    if (!place) return;
    const from = momentAt(this.zone(), this.axis(), place);
    const grabbed = appointment
      ? positionOf(this.zone(), this.axis(), place.column, from) - this.#topOf(appointment)
      : 0;
    this.#held = { appointment, x: event.clientX, y: event.clientY, grabbed: Math.max(0, grabbed), from };
    if (!touch) (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
  }

  protected drag(event: PointerEvent): void {
    const held = this.#held;
    if (!held || event.pointerType === 'touch') return; // a finger scrolls; only its tap chooses
    if (!this.ghost() && Math.hypot(event.clientX - held.x, event.clientY - held.y) < 5) return;
    const place = this.#placeAt(event, held.grabbed);
    if (!place) return;
    const at = momentAt(this.zone(), this.axis(), place);
    const { appointment } = held;
    if (appointment) {
      this.ghost.set({
        appointment,
        by: 'pointer',
        start: at,
        end: at + appointment.end - appointment.start,
      });
    } else if (dateAt(this.zone(), at) === dateAt(this.zone(), held.from)) {
      const [start, end] = [Math.min(at, held.from), Math.max(at, held.from)];
      this.ghost.set({ appointment: null, by: 'pointer', start, end: Math.max(end, start + SNAP * MINUTE) });
    }
  }

  protected drop(event: PointerEvent): void {
    const [held, ghost] = [this.#held, this.ghost()];
    this.#held = null;
    if (!held) return;
    this.#swallowClick = ghost !== null;
    setTimeout(() => (this.#swallowClick = false));
    if (held.appointment) {
      this.ghost.set(null);
      if (ghost && ghost.start !== held.appointment.start)
        this.moveAsked.emit({ appointment: held.appointment, start: ghost.start });
    } else {
      this.#choose(ghost ?? { start: held.from, end: held.from + 2 * SNAP * MINUTE }, event);
      this.ghost.set(null);
    }
  }

  protected openOrConfirm(appointment: WeekAppointment): void {
    if (this.#swallowClick) return;
    const ghost = this.ghost();
    if (ghost?.by !== 'keys') return this.opened.emit(appointment);
    this.ghost.set(null);
    if (ghost.start !== appointment.start) this.moveAsked.emit({ appointment, start: ghost.start });
  }

  protected steer(event: KeyboardEvent, appointment: WeekAppointment): void {
    const ghost = this.ghost();
    if (ghost?.by !== 'keys') {
      if (event.key.toLowerCase() === 'm' && !event.ctrlKey && !event.metaKey && this.movable(appointment)) {
        event.preventDefault();
        this.startMoving(appointment);
      }
      return;
    }
    const start = steered(this.zone(), event.key, ghost.start);
    if (start === null) return;
    event.preventDefault();
    const dates = this.dates();
    const date = dateAt(this.zone(), start);
    if (date < (dates[0] ?? date) || date > (dates.at(-1) ?? date)) return;
    this.ghost.set({ ...ghost, start, end: start + appointment.end - appointment.start });
    void this.#announcer.announce(sayMoment(this.zone(), start), 'assertive');
  }

  startMoving(appointment: WeekAppointment): void {
    this.ghost.set({ appointment, by: 'keys', start: appointment.start, end: appointment.end });
    const words = $localize`Déplacement\u202f: flèches pour changer l’heure et le jour, Entrée pour confirmer, Échap pour annuler.`;
    void this.#announcer.announce(words, 'assertive');
  }

  protected letGo(): void {
    if (!this.ghost() && !this.#held) return;
    this.#held = null;
    this.ghost.set(null);
    void this.#announcer.announce($localize`Déplacement annulé, rien n’a changé.`, 'assertive');
  }

  protected leaveMoving(): void {
    if (this.ghost()?.by === 'keys') this.letGo();
  }

  #choose({ start, end }: TimeRange, event: PointerEvent): void {
    this.timeChosen.emit({ start, end, x: event.clientX, y: event.clientY });
  }

  #placeAt(event: PointerEvent, grabbed = 0) {
    const boxes = this.columnElements().map(({ nativeElement }) => nativeElement.getBoundingClientRect());
    return placeAt(event, this.#columns(), boxes, this.axis(), grabbed);
  }

  #topOf(appointment: WeekAppointment): number {
    const column = this.#columns().find(
      ({ start, end }) => appointment.start >= start && appointment.start < end,
    );
    return column ? positionOf(this.zone(), this.axis(), column, appointment.start) : 0;
  }
}
