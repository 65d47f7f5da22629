import { Component, computed, inject, linkedSignal, resource, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { ownPageWish, type OwnPageReply, type OwnPageWish } from '@visavis/practice';
import { wordsOf } from '../../shell/refusal-words';
import { Session } from '../../shell/session';
import type { KeepsUnsaved } from '../../shell/unsaved-changes-guard';
import { CopyField } from '../../ui/copy-field';
import { fieldWords } from '../../ui/field-error-words';
import { LANGUAGE } from '../../ui/language';
import { SaveStatus } from '../../ui/save-status';
import { Skeleton } from '../../ui/skeleton';
import { OwnPageClient } from '../own-page-client';

const EMPTY: OwnPageWish = { slug: '', introduction: { fr: '', en: '' } };

/** What visitors read before they choose a time, and the address at which they do. */
@Component({
  selector: 'visavis-own-page',
  imports: [CopyField, MatButton, SaveStatus, Skeleton],
  templateUrl: './own-page.html',
  styleUrl: './own-page.scss',
  host: { '(window:beforeunload)': 'warnBeforeUnload($event)' },
})
export class OwnPage implements KeepsUnsaved {
  readonly #client = inject(OwnPageClient);
  readonly #session = inject(Session);

  readonly #loaded = resource({ loader: ({ abortSignal }) => this.#client.page(abortSignal) });
  protected readonly ready = computed(() => this.#loaded.hasValue());
  protected readonly loadProblem = computed(() =>
    this.#loaded.error() ? wordsOf(this.#loaded.error()) : '',
  );
  readonly #saved = computed(() => (this.#loaded.hasValue() ? wishOf(this.#loaded.value()) : EMPTY));
  protected readonly typed = linkedSignal<OwnPageWish>(() => this.#saved());
  protected readonly dirty = computed(() => !same(this.typed(), this.#saved()));
  readonly #read = computed(() => ownPageWish.safeParse(this.typed()));
  protected readonly wrong = computed<Readonly<Record<string, string>>>(() =>
    this.ready() ? wordsByField(this.#read()) : {},
  );
  protected readonly saving = signal(false);
  protected readonly problem = signal('');
  protected readonly languages = [
    { code: 'fr', name: $localize`en français` },
    { code: 'en', name: $localize`en anglais` },
  ] as const;

  readonly #place = computed(
    () => `${location.origin}/${LANGUAGE}/c/${this.#session.who()?.practice.slug ?? ''}/`,
  );
  protected readonly address = computed(() => this.#place() + this.#saved().slug);
  protected readonly formerAddresses = computed(() =>
    this.#loaded.hasValue() ? this.#loaded.value().formerSlugs.map((slug) => this.#place() + slug) : [],
  );

  hasUnsaved(): boolean {
    return this.dirty();
  }

  protected typeSlug(event: Event): void {
    const slug = (event.target as HTMLInputElement).value.trim().toLowerCase();
    this.typed.update((typed) => ({ ...typed, slug }));
  }

  protected typeIn(language: 'fr' | 'en', event: Event): void {
    const { value } = event.target as HTMLTextAreaElement;
    this.typed.update((typed) => ({ ...typed, introduction: { ...typed.introduction, [language]: value } }));
  }

  protected reset(): void {
    this.typed.set(this.#saved());
    this.problem.set('');
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const { data } = this.#read();
    if (!data) return this.problem.set($localize`Corrigez ce qui est signalé avant d’enregistrer.`);
    this.problem.set('');
    this.saving.set(true);
    try {
      const page = await this.#client.save(data);
      this.#loaded.set(page);
      this.#tellSession(page);
    } catch (error) {
      this.problem.set(wordsOf(error));
    } finally {
      this.saving.set(false);
    }
  }

  protected warnBeforeUnload(event: BeforeUnloadEvent): void {
    if (this.hasUnsaved()) event.preventDefault();
  }

  /** Other pages show the address too. */
  #tellSession({ slug }: OwnPageReply): void {
    const who = this.#session.who();
    if (who?.supervisor) this.#session.learn({ ...who, supervisor: { ...who.supervisor, slug } });
  }
}

function wishOf({ slug, introduction }: OwnPageReply): OwnPageWish {
  return { slug, introduction };
}

function same(a: OwnPageWish, b: OwnPageWish): boolean {
  return (
    a.slug === b.slug && a.introduction.fr === b.introduction.fr && a.introduction.en === b.introduction.en
  );
}

function wordsByField({ error }: ReturnType<typeof ownPageWish.safeParse>): Record<string, string> {
  const wrong: Record<string, string> = {};
  for (const { path, message } of error?.issues ?? []) wrong[path.join('.')] ??= fieldWords(message);
  return wrong;
}
