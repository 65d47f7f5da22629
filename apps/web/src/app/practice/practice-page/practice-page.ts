import { Component, computed, inject, linkedSignal, resource, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { wordsOf } from '../../shell/refusal-words';
import { Session } from '../../shell/session';
import type { KeepsUnsaved } from '../../shell/unsaved-changes-guard';
import { CopyField } from '../../ui/copy-field';
import { fieldWords } from '../../ui/field-error-words';
import { LANGUAGE } from '../../ui/language';
import { SaveStatus } from '../../ui/save-status';
import { Skeleton } from '../../ui/skeleton';
import { PracticeClient } from '../practice-client';
import { BrandingSection } from './branding-section/branding-section';
import { namedCountries } from './countries';
import { ErasureSection } from './erasure-section/erasure-section';
import { LegalSection } from './legal-section/legal-section';
import { checkForm, EMPTY_FORM, formOf, sameForm, type PracticeForm } from './practice-form';
import { RetentionSection } from './retention-section/retention-section';

type TextField = 'name' | 'country' | 'origins';
type BilingualField = 'privacyNotice' | 'imprint';

@Component({
  selector: 'visavis-practice-page',
  imports: [
    BrandingSection,
    CopyField,
    ErasureSection,
    LegalSection,
    MatButton,
    RetentionSection,
    SaveStatus,
    Skeleton,
  ],
  templateUrl: './practice-page.html',
  styleUrl: './practice-page.scss',
  host: { '(window:beforeunload)': 'warnBeforeUnload($event)' },
})
export class PracticePage implements KeepsUnsaved {
  readonly #client = inject(PracticeClient);
  readonly #session = inject(Session);

  readonly #loaded = resource({ loader: ({ abortSignal }) => this.#client.settings(abortSignal) });
  protected readonly settings = computed(() => (this.#loaded.hasValue() ? this.#loaded.value() : null));
  readonly #saved = computed(() => {
    const settings = this.settings();
    return settings ? formOf(settings) : EMPTY_FORM;
  });
  protected readonly ready = computed(() => this.#loaded.hasValue());
  protected readonly loadProblem = computed(() =>
    this.#loaded.error() ? wordsOf(this.#loaded.error()) : '',
  );
  protected readonly typed = linkedSignal<PracticeForm>(() => this.#saved());
  protected readonly owner = this.#session.owner;
  protected readonly dirty = computed(() => this.ready() && !sameForm(this.typed(), this.#saved()));
  protected readonly wrong = computed<Readonly<Record<string, string>>>(() =>
    this.ready() ? checkForm(this.typed()).wrong : {},
  );
  protected readonly saving = signal(false);
  protected readonly problem = signal('');
  protected readonly languages = [
    { code: 'fr', name: $localize`en français` },
    { code: 'en', name: $localize`en anglais` },
  ] as const;
  protected readonly countries = namedCountries();
  protected readonly snippet = computed(() => {
    const who = this.#session.who();
    if (!who?.supervisor) return '';
    const { practice, supervisor } = who;
    return `<script src="${location.origin}/embed.js" async></script>\n<visavis-booking practice="${practice.slug}" supervisor="${supervisor.slug}" lang="${LANGUAGE}"></visavis-booking>`;
  });
  protected readonly pageAddress = computed(
    () => `${location.origin}/${LANGUAGE}/c/${this.#session.who()?.practice.slug ?? ''}`,
  );

  hasUnsaved(): boolean {
    return this.owner() && this.dirty();
  }

  protected wrongWords(field: string): string {
    const code = this.wrong()[field];
    return code ? fieldWords(code) : '';
  }

  protected typeText(field: TextField, event: Event): void {
    this.typed.update((typed) => ({ ...typed, [field]: (event.target as HTMLInputElement).value }));
  }

  protected change(change: Partial<PracticeForm>): void {
    this.typed.update((typed) => ({ ...typed, ...change }));
  }

  protected typeIn(field: BilingualField, language: 'fr' | 'en', event: Event): void {
    const { value } = event.target as HTMLTextAreaElement;
    this.typed.update((typed) => ({ ...typed, [field]: { ...typed[field], [language]: value } }));
  }

  protected reset(): void {
    this.typed.set(this.#saved());
    this.problem.set('');
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const { wish } = checkForm(this.typed());
    if (!wish) return this.problem.set($localize`Corrigez ce qui est signalé avant d’enregistrer.`);
    this.problem.set('');
    this.saving.set(true);
    try {
      this.#loaded.set(await this.#client.save(wish));
    } catch (error) {
      this.problem.set(wordsOf(error));
    } finally {
      this.saving.set(false);
    }
  }

  protected warnBeforeUnload(event: BeforeUnloadEvent): void {
    if (this.hasUnsaved()) event.preventDefault();
  }
}
