import {
  Component,
  computed,
  type ElementRef,
  inject,
  input,
  linkedSignal,
  resource,
  signal,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { Instant } from '@visavis/kernel';
import {
  bookSessionsWish,
  MEDIUMS,
  type BookSessionsWish,
  type Medium,
  type SessionsBookedReply,
} from '@visavis/supervision';
import { Refused, type TakenDate } from '../../shell/refused';
import { REFUSAL_WORDS, wordsOf } from '../../shell/refusal-words';
import { Session } from '../../shell/session';
import { fieldWords } from '../../ui/field-error-words';
import { FocusTitle } from '../../ui/focus-title';
import { sayLength, sayMoment } from '../../ui/say-time';
import { Skeleton } from '../../ui/skeleton';
import { ChooseTime } from '../choose-time/choose-time';
import { ContractClient } from '../contract-client';
import { titleOf } from '../contract-header/contract-header';
import { SessionClient } from '../session-client';
import { MEDIUM_WORDS } from '../supervision-words';
import { WishKey } from './wish-key';

/** One session, or one every few weeks. Taken dates are shown with free times near by, none is skipped silently. */
@Component({
  selector: 'visavis-book-session-page',
  imports: [ChooseTime, FocusTitle, MatButton, RouterLink, Skeleton],
  templateUrl: './book-session-page.html',
  styleUrl: './book-session-page.scss',
})
export class BookSessionPage {
  readonly #contracts = inject(ContractClient);
  readonly #sessions = inject(SessionClient);
  readonly #session = inject(Session);
  readonly #keys = new WishKey();

  readonly id = input.required<string>();

  readonly #loaded = resource({
    params: () => this.id(),
    loader: ({ params, abortSignal }) => this.#contracts.read(params, abortSignal),
  });
  protected readonly contract = computed(() => (this.#loaded.hasValue() ? this.#loaded.value() : null));
  protected readonly loadProblem = computed(() =>
    this.#loaded.error() ? wordsOf(this.#loaded.error()) : '',
  );
  protected readonly title = computed(() => {
    const contract = this.contract();
    return contract ? titleOf(contract) : '';
  });
  readonly #format = computed(() => this.contract()?.inForce?.content.format ?? null);
  protected readonly facts = computed(() => {
    const [contract, format] = [this.contract(), this.#format()];
    if (!contract || !format) return '';
    const length = sayLength(format.sessionMin);
    const left = contract.computed?.minutesLeft;
    return left === null || left === undefined
      ? $localize`Une séance dure ${length}:length:.`
      : $localize`Une séance dure ${length}:length:. Restent ${sayLength(left)}:left: à réserver.`;
  });

  /** Why nothing can be booked now; empty when something can. */
  protected readonly obstacle = computed(() => {
    const contract = this.contract();
    if (!contract || contract.may.includes('book')) return '';
    return REFUSAL_WORDS[contract.computed?.bookingObstacle ?? 'contract-not-in-force'];
  });

  protected readonly start = signal<Instant | null>(null);
  protected readonly medium = linkedSignal<Medium>(() => {
    const place = this.#format()?.place.kind;
    return MEDIUMS.find((medium) => medium === place) ?? 'video';
  });
  protected readonly place = signal('');
  protected readonly repeats = signal(false);
  protected readonly everyWeeks = signal('4');
  protected readonly count = signal('6');
  protected readonly mediums = MEDIUMS.map((value) => ({ value, words: MEDIUM_WORDS[value] }));
  protected readonly chosenWords = computed(() => {
    const start = this.start();
    return start === null ? '' : this.say(start);
  });
  protected readonly refusal = signal('');
  protected readonly wrong = signal<Readonly<Record<string, string>>>({});
  protected readonly taken = signal<readonly TakenDate[]>([]);
  protected readonly alternatives = signal<readonly Instant[]>([]);
  protected readonly busy = signal(false);
  protected readonly booked = signal<SessionsBookedReply | null>(null);
  private readonly times = viewChild(ChooseTime);
  private readonly form = viewChild<ElementRef<HTMLElement>>('form');

  protected say(at: Instant): string {
    return sayMoment(this.#session.zone(), at);
  }

  protected choose(start: Instant): void {
    this.start.set(start);
    this.#clear();
    this.#showForm();
  }

  protected type(field: 'place' | 'everyWeeks' | 'count', event: Event): void {
    this[field].set((event.target as HTMLInputElement).value);
    this.#clear();
  }

  protected chooseMedium(event: Event): void {
    const { value } = event.target as HTMLSelectElement;
    this.medium.set(MEDIUMS.find((medium) => medium === value) ?? 'video');
  }

  protected toggleRepeat(event: Event): void {
    this.repeats.set((event.target as HTMLInputElement).checked);
    this.#clear();
  }

  protected submit(event: Event): void {
    event.preventDefault();
    void this.book(false);
  }

  /** @param leaveOutTaken books the dates that are free and leaves the taken ones out */
  protected async book(leaveOutTaken: boolean): Promise<void> {
    const start = this.start();
    if (start === null) return this.refusal.set($localize`Choisissez d’abord un horaire.`);
    const read = bookSessionsWish.safeParse({
      start: new Date(start).toISOString(),
      medium: this.medium(),
      place: this.place(),
      repeat: this.repeats() ? { everyWeeks: Number(this.everyWeeks()), count: Number(this.count()) } : null,
      leaveOutTaken,
    });
    this.#clear();
    if (!read.success) {
      const codes = read.error.issues.map(({ path, message }) => [path.join('.'), fieldWords(message)]);
      return this.wrong.set(Object.fromEntries(codes) as Record<string, string>);
    }
    await this.#attempt(async () => this.booked.set(await this.#book(read.data)));
  }

  /** In place of a date that was left out. */
  protected async bookInstead(start: Instant, instead: Instant): Promise<void> {
    await this.#attempt(async () => {
      const wish = { start: new Date(instead).toISOString(), medium: this.medium(), place: this.place() };
      const { created } = await this.#book(bookSessionsWish.parse(wish));
      this.booked.update(
        (before) =>
          before && {
            created: [...before.created, ...created],
            leftOut: before.leftOut.filter((date) => date.start !== start),
          },
      );
    });
  }

  protected another(): void {
    this.booked.set(null);
    this.start.set(null);
  }

  async #book(wish: BookSessionsWish): Promise<SessionsBookedReply> {
    const booked = await this.#sessions.book(this.id(), wish, this.#keys.of(wish));
    // Whoever asks for the same once more, means another session.
    this.#keys.forget();
    return booked;
  }

  async #attempt(act: () => Promise<void>): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.refusal.set('');
    try {
      await act();
    } catch (error) {
      this.refusal.set(wordsOf(error));
      if (error instanceof Refused) {
        this.taken.set(this.repeats() ? error.leftOut : []);
        this.alternatives.set(error.alternatives);
        this.times()?.reload();
      }
    } finally {
      this.busy.set(false);
    }
  }

  /** On a phone the form is a long way below the times: whoever has chosen one goes on there. */
  #showForm(): void {
    const title = this.form()?.nativeElement;
    if (!title || title.getBoundingClientRect().top < window.innerHeight) return;
    title.scrollIntoView({ block: 'start' });
    title.focus({ preventScroll: true });
  }

  #clear(): void {
    this.refusal.set('');
    this.wrong.set({});
    this.taken.set([]);
    this.alternatives.set([]);
  }
}
