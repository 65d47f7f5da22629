import { Component, computed, effect, inject, resource, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { OFFER_KINDS, type AvailabilityReply, type OfferKind } from '@visavis/booking';
import { AccountClient } from '../../account/account-client';
import type { KeepsUnsaved } from '../../shell/unsaved-changes-guard';
import { wordsOf } from '../../shell/refusal-words';
import { SaveStatus } from '../../ui/save-status';
import { timeZoneGroups } from '../../ui/time-zones';
import { dateAt } from '../../ui/zone-clock';
import { AvailabilityClient } from '../availability-client';
import { OFFER_WORDS } from '../booking-words';
import { DraftHistory } from './draft-history';
import { ExplainTime } from './explain-time/explain-time';
import { Holidays } from './holidays/holidays';
import { checkDraft, draftOf } from './offer-draft';
import { OfferEditor, type DraftChanged } from './offer-editor/offer-editor';
import { Overrides } from './overrides/overrides';
import { SlotPreview } from './slot-preview/slot-preview';

/** When visitors may book, beside what they would see. */
@Component({
  selector: 'visavis-availability-page',
  imports: [ExplainTime, Holidays, MatButton, OfferEditor, Overrides, SaveStatus, SlotPreview],
  templateUrl: './availability-page.html',
  styleUrl: './availability-page.scss',
  host: { '(window:beforeunload)': 'warnBeforeUnload($event)' },
})
export class AvailabilityPage implements KeepsUnsaved {
  readonly #client = inject(AvailabilityClient);
  readonly #account = inject(AccountClient);

  readonly #loaded = resource({ loader: ({ abortSignal }) => this.#client.saved(abortSignal) });
  protected readonly saved = signal<AvailabilityReply | null>(null);
  protected readonly version = signal(0);
  protected readonly loadProblem = computed(() =>
    this.#loaded.error() ? wordsOf(this.#loaded.error()) : '',
  );

  readonly #histories: Readonly<Record<OfferKind, DraftHistory>> = {
    'discovery-call': new DraftHistory(),
    session: new DraftHistory(),
  };
  protected readonly kind = signal<OfferKind>('discovery-call');
  protected readonly kinds = OFFER_KINDS.map((kind) => ({
    kind,
    name: OFFER_WORDS[kind],
    history: this.#histories[kind],
  }));
  protected readonly history = computed(() => this.#histories[this.kind()]);
  protected readonly checked = computed(() => {
    const draft = this.history().draft();
    return draft ? checkDraft(draft) : { wish: null, wrong: {} };
  });
  protected readonly dirtyKinds = computed(() => OFFER_KINDS.filter((kind) => this.#histories[kind].dirty()));
  protected readonly saving = signal(false);
  protected readonly problem = signal('');

  protected readonly zones = computed(() => timeZoneGroups(this.saved()?.timeZone ?? 'UTC'));
  protected readonly today = computed(() => dateAt(this.saved()?.timeZone ?? 'UTC', Date.now()));
  protected readonly zoneProblem = signal('');
  protected readonly zoneSaved = signal('');

  constructor() {
    effect(() => {
      if (this.#loaded.hasValue()) this.learn(this.#loaded.value());
    });
  }

  hasUnsaved(): boolean {
    return this.dirtyKinds().length > 0;
  }

  protected learn(saved: AvailabilityReply): void {
    this.saved.set(saved);
    this.version.update((version) => version + 1);
    for (const kind of OFFER_KINDS) this.#histories[kind].learn(draftOf(saved.offers[kind]));
  }

  protected change({ draft, field }: DraftChanged): void {
    this.history().change(draft, field && `${this.kind()}.${field}`);
    this.problem.set('');
  }

  protected async save(): Promise<void> {
    this.problem.set('');
    this.saving.set(true);
    try {
      for (const kind of this.dirtyKinds()) {
        const draft = this.#histories[kind].draft();
        const { wish } = draft ? checkDraft(draft) : { wish: null };
        if (!wish) {
          this.kind.set(kind);
          this.problem.set($localize`Corrigez ce qui est signalé avant d’enregistrer.`);
          return;
        }
        const saved = await this.#client.saveOffer(kind, wish);
        this.#histories[kind].accept(draftOf(saved.offers[kind]));
        this.learn(saved);
      }
    } catch (error) {
      this.problem.set(wordsOf(error));
    } finally {
      this.saving.set(false);
    }
  }

  protected resetAll(): void {
    for (const kind of this.dirtyKinds()) this.#histories[kind].reset();
    this.problem.set('');
  }

  protected async saveZone(event: Event): Promise<void> {
    const saved = this.saved();
    if (!saved) return;
    const select = event.target as HTMLSelectElement;
    this.zoneProblem.set('');
    this.zoneSaved.set($localize`Enregistrement…`);
    try {
      const { holidayCountry, holidayRegion } = saved;
      this.learn(await this.#client.saveCalendar({ timeZone: select.value, holidayCountry, holidayRegion }));
      await this.#account.resume();
      this.zoneSaved.set($localize`Enregistré. Vos heures valent maintenant dans ce fuseau.`);
    } catch (error) {
      select.value = saved.timeZone;
      this.zoneSaved.set('');
      this.zoneProblem.set(wordsOf(error));
    }
  }

  protected warnBeforeUnload(event: BeforeUnloadEvent): void {
    if (this.hasUnsaved()) event.preventDefault();
  }
}
