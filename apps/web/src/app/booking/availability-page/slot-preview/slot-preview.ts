import { Component, computed, effect, inject, input, linkedSignal, resource, signal } from '@angular/core';
import type { OfferKind, OfferWish, PreviewReply, PreviewWish } from '@visavis/booking';
import { wordsOf } from '../../../shell/refusal-words';
import { addDays } from '../../../ui/local-date';
import { sayClock, sayDay } from '../../../ui/say-time';
import { dateAt } from '../../../ui/zone-clock';
import { AvailabilityClient } from '../../availability-client';

const DAYS = 14;
const PAUSE = 300;

/** What visitors would see with what is being edited. The last answer stays while the next is on its way. */
@Component({
  selector: 'visavis-slot-preview',
  templateUrl: './slot-preview.html',
  styleUrl: './slot-preview.scss',
})
export class SlotPreview {
  readonly #client = inject(AvailabilityClient);

  readonly kind = input.required<OfferKind>();
  readonly zone = input.required<string>();
  /** null while something typed is wrong: the last right preview stays. */
  readonly offer = input.required<OfferWish | null>();
  /** Raised when something else that counts was saved (exceptions, zone). */
  readonly version = input(0);

  readonly #settled = signal<{ wish: PreviewWish; version: number } | undefined>(undefined);
  readonly #today = computed(() => dateAt(this.zone(), Date.now()));
  readonly #reply = resource({
    params: () => this.#settled(),
    loader: ({ params, abortSignal }) => this.#client.preview(params.wish, abortSignal),
  });
  readonly #kept = linkedSignal<PreviewReply | undefined, PreviewReply | undefined>({
    source: () => (this.#reply.hasValue() ? this.#reply.value() : undefined),
    computation: (fresh, previous) => fresh ?? previous?.value,
  });
  readonly #waiting = signal(true);
  protected readonly busy = computed(() => this.#waiting() || this.#reply.isLoading());
  protected readonly blank = computed(() => this.#kept() === undefined);
  protected readonly problem = computed(() => (this.#reply.error() ? wordsOf(this.#reply.error()) : ''));
  protected readonly days = computed(() => {
    const starts = this.#kept()?.starts ?? [];
    return Array.from({ length: DAYS }, (_, day) => addDays(this.#today(), day)).map((date) => ({
      date,
      label: sayDay(date),
      times: starts.filter((at) => dateAt(this.zone(), at) === date).map((at) => sayClock(this.zone(), at)),
    }));
  });
  protected readonly total = computed(() => this.days().reduce((sum, { times }) => sum + times.length, 0));

  constructor() {
    effect((onCleanup) => {
      const [offer, kind, version] = [this.offer(), this.kind(), this.version()];
      if (!offer) return this.#waiting.set(false);
      this.#waiting.set(true);
      const timer = setTimeout(() => {
        this.#settled.set({ wish: { kind, offer, from: this.#today(), days: DAYS }, version });
        this.#waiting.set(false);
      }, PAUSE);
      onCleanup(() => clearTimeout(timer));
    });
  }
}
