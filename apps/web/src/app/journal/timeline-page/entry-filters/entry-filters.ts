import { Component, computed, input, output } from '@angular/core';
import { type EntryFilter, fieldOf, type Option, optionsOf, type Step, STEPS } from '@visavis/journal';
import { STEP_WORDS } from '../../entry-words';
import { inType } from '../../in-type';
import { questionWords } from '../../question-words';

interface Choice {
  readonly value: string;
  readonly words: string;
}

const KINDS: readonly Choice[] = [
  { value: 'bid', words: $localize`Offres` },
  { value: 'free', words: $localize`Notes libres` },
  { value: 'hypothesis', words: $localize`Hypothèses` },
];

/** What is shown of the journal; kept while the page is, and never in its address: tags are somebody's words. */
@Component({
  selector: 'visavis-entry-filters',
  template: `
    <details>
      <summary>
        <span i18n>Filtrer</span>
        @if (count() > 0) {
          <span class="count" i18n>({count(), plural, =1 {un filtre} other {{{ count() }} filtres}})</span>
        }
      </summary>
      <div class="grid">
        <label><span i18n>Sorte</span>
          <select (change)="choose('kinds', $event)">
            <option value="" i18n>Toutes</option>
            @for (kind of kinds; track kind.value) {
              <option [value]="kind.value" [selected]="isIn('kinds', kind.value)">{{ kind.words }}</option>
            }
          </select>
        </label>
        <label><span i18n>Décision</span>
          <select (change)="choose('outcomes', $event)">
            <option value="" i18n>Toutes</option>
            <option value="open" [selected]="isIn('outcomes', 'open')" i18n>En cours</option>
            @for (option of outcomes; track option.value) {
              <option [value]="option.value" [selected]="isIn('outcomes', option.value)">{{ said(option) }}</option>
            }
          </select>
        </label>
        <label><span i18n>Posture</span>
          <select (change)="choose('stances', $event)">
            <option value="" i18n>Toutes</option>
            @for (option of stances; track option.value) {
              <option [value]="option.value" [selected]="isIn('stances', option.value)">{{ said(option) }}</option>
            }
          </select>
        </label>
        <label><span i18n>Source</span>
          <select (change)="choose('sources', $event)">
            <option value="" i18n>Toutes</option>
            @for (option of sources; track option.value) {
              <option [value]="option.value" [selected]="isIn('sources', option.value)">{{ said(option) }}</option>
            }
          </select>
        </label>
        <label><span i18n>Ce qu’elle attend</span>
          <select (change)="choose('steps', $event)">
            <option value="" i18n>Peu importe</option>
            @for (step of steps; track step.value) {
              <option [value]="step.value" [selected]="isIn('steps', step.value)">{{ step.words }}</option>
            }
          </select>
        </label>
        <label><span i18n>À partir du</span><input type="date" autocomplete="off" [value]="filter().from ?? ''" (change)="date('from', $event)" /></label>
        <label><span i18n>Jusqu’au</span><input type="date" autocomplete="off" [value]="filter().to ?? ''" (change)="date('to', $event)" /></label>
      </div>
      @if (tags().length > 0) {
        <fieldset>
          <legend i18n>Étiquettes</legend>
          @for (tag of tags(); track tag; let at = $index) {
            <label class="tag"><input type="checkbox" autocomplete="off" [checked]="isIn('tags', tag)" (change)="toggleTag(tag)" /><span>{{ tag }}</span></label>
          }
        </fieldset>
      }
      @if (count() > 0) {
        <button type="button" class="clear" (click)="changed.emit({})" i18n>Tout montrer</button>
      }
    </details>
  `,
  styleUrl: './entry-filters.scss',
})
export class EntryFilters {
  readonly filter = input.required<EntryFilter>();
  /** All that are in use. */
  readonly tags = input.required<readonly string[]>();
  readonly changed = output<EntryFilter>();

  protected readonly kinds = KINDS;
  protected readonly outcomes: readonly Option[] = optionsOf(fieldOf('outcome'), questionWords());
  protected readonly stances: readonly Option[] = optionsOf(fieldOf('stance'), questionWords());
  protected readonly sources: readonly Option[] = optionsOf(fieldOf('source'), questionWords());
  protected readonly steps = STEPS.filter((step) => step !== 'nothing').map((value: Step) => ({
    value,
    words: STEP_WORDS[value],
  }));
  protected readonly count = computed(
    () =>
      Object.values(this.filter()).filter((value) => (Array.isArray(value) ? value.length > 0 : value))
        .length,
  );

  protected said(option: Option): string {
    return inType(option.words);
  }

  protected isIn(name: ListName, value: string | number): boolean {
    return (this.filter()[name] as readonly (string | number)[] | undefined)?.includes(value) ?? false;
  }

  protected choose(name: ListName, event: Event): void {
    const { value } = event.target as HTMLSelectElement;
    this.#set(name, value === '' ? undefined : [value]);
  }

  protected date(name: 'from' | 'to', event: Event): void {
    const { value } = event.target as HTMLInputElement;
    this.#set(name, value === '' ? undefined : value);
  }

  protected toggleTag(tag: string): void {
    const chosen = this.filter().tags ?? [];
    const tags = chosen.includes(tag) ? chosen.filter((each) => each !== tag) : [...chosen, tag];
    this.#set('tags', tags.length === 0 ? undefined : tags);
  }

  #set(name: keyof EntryFilter, value: unknown): void {
    const { [name]: _former, ...others } = this.filter();
    this.changed.emit(value === undefined ? others : { ...others, [name]: value });
  }
}

type ListName = 'kinds' | 'outcomes' | 'stances' | 'sources' | 'steps' | 'tags';
