import { Component, computed, inject, input, linkedSignal, resource, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import {
  BLOCK_PLACEHOLDERS,
  CLAUSES,
  CONTRACT_WORDS,
  PLACEHOLDERS,
  unknownPlaceholders,
  type Clause,
  type ClauseTexts,
  type ContractDraft,
} from '@visavis/supervision';
import { Refused } from '../../shell/refused';
import { wordsOf } from '../../shell/refusal-words';
import { Session } from '../../shell/session';
import type { KeepsUnsaved } from '../../shell/unsaved-changes-guard';
import { fieldWords } from '../../ui/field-error-words';
import { FocusTitle } from '../../ui/focus-title';
import { LANGUAGE } from '../../ui/language';
import { SaveStatus } from '../../ui/save-status';
import { Skeleton } from '../../ui/skeleton';
import { ContractClient } from '../contract-client';

interface TemplateForm {
  readonly name: string;
  readonly clauses: ClauseTexts;
}

/** A template: read by supervisors, changed by an owner when it is the practice's own. */
@Component({
  selector: 'visavis-template-page',
  imports: [FocusTitle, MatButton, RouterLink, SaveStatus, Skeleton],
  templateUrl: './template-page.html',
  styleUrl: './template-page.scss',
  host: { '(window:beforeunload)': 'warnBeforeUnload($event)' },
})
export class TemplatePage implements KeepsUnsaved {
  readonly #client = inject(ContractClient);
  readonly #session = inject(Session);

  readonly id = input.required<string>();

  readonly #loaded = resource({ loader: ({ abortSignal }) => this.#client.templates(abortSignal) });
  protected readonly template = computed(() =>
    this.#loaded.hasValue() ? (this.#loaded.value().find(({ id }) => id === this.id()) ?? null) : null,
  );
  protected readonly problem = computed(() => (this.#loaded.error() ? wordsOf(this.#loaded.error()) : ''));
  protected readonly missing = computed(() => this.#loaded.hasValue() && this.template() === null);
  readonly #saved = computed<TemplateForm | null>(() => {
    const template = this.template();
    return template && { name: template.name, clauses: template.clauses };
  });
  protected readonly typed = linkedSignal(() => this.#saved());
  protected readonly mayChange = computed(
    () => this.#session.owner() && this.template()?.origin === 'practice',
  );
  protected readonly dirty = computed(() => JSON.stringify(this.typed()) !== JSON.stringify(this.#saved()));
  protected readonly saving = signal(false);
  protected readonly refusal = signal('');
  readonly #wrong = signal<Readonly<Record<string, string>>>({});
  protected readonly clauses = computed(() => {
    const titles = CONTRACT_WORDS[this.template()?.language ?? LANGUAGE].titles;
    return CLAUSES.map((id) => ({ id, title: titles[id] }));
  });
  protected readonly variables = [...PLACEHOLDERS, ...BLOCK_PLACEHOLDERS]
    .map((name) => `{{${name}}}`)
    .join(' ');

  hasUnsaved(): boolean {
    return this.mayChange() && this.dirty();
  }

  protected wrongWords(clause: Clause): string {
    const [unknown] = unknownPlaceholders(this.typed()?.clauses[clause] ?? '');
    if (unknown) return $localize`Aucun contrat ne connaît la variable ${unknown}:name:.`;
    return this.#wrong()[`clauses.${clause}`] ?? '';
  }

  protected nameWrong(): string {
    return this.#wrong()['name'] ?? '';
  }

  protected typeName(event: Event): void {
    const name = (event.target as HTMLInputElement).value;
    this.typed.update((typed) => typed && { ...typed, name });
  }

  protected typeClause(clause: Clause, event: Event): void {
    const { value } = event.target as HTMLTextAreaElement;
    this.typed.update((typed) => typed && { ...typed, clauses: { ...typed.clauses, [clause]: value } });
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const [template, typed] = [this.template(), this.typed()];
    if (!template || !typed || this.saving()) return;
    this.saving.set(true);
    this.refusal.set('');
    this.#wrong.set({});
    try {
      const { language, number, defaults } = template;
      const saved = await this.#client.changeTemplate(template.id, {
        ...typed,
        language,
        number,
        defaults: defaults as unknown as ContractDraft,
      });
      this.#loaded.update((all) => (all ?? []).map((one) => (one.id === saved.id ? saved : one)));
    } catch (error) {
      this.refusal.set(wordsOf(error));
      if (error instanceof Refused)
        this.#wrong.set(
          Object.fromEntries(Object.entries(error.fields).map(([field, code]) => [field, fieldWords(code)])),
        );
    } finally {
      this.saving.set(false);
    }
  }

  protected warnBeforeUnload(event: BeforeUnloadEvent): void {
    if (this.hasUnsaved()) event.preventDefault();
  }
}
