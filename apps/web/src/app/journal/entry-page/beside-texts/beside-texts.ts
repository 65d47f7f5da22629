import { Component, computed, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  type Entry,
  type Field,
  fieldOf,
  FREE_FIELDS,
  isEmpty,
  isFieldId,
  renderAnswer,
} from '@visavis/journal';
import { questionOf, questionWords } from '../../question-words';

export interface Settlement {
  readonly at: number;
  readonly how: 'drop' | 'swap';
}

/** Two devices changed one answer: both texts stand side by side until their writer chooses. */
@Component({
  selector: 'visavis-beside-texts',
  imports: [MatButton],
  template: `
    <section class="besides" aria-labelledby="besides-title">
      <h2 id="besides-title" i18n>Écrit à deux endroits</h2>
      <p i18n>Une même réponse a été changée sur deux appareils. Rien n’est perdu&#8239;: les deux textes sont ici, c’est à vous de choisir.</p>
      @for (pair of pairs(); track $index) {
        <h3>{{ pair.question }}</h3>
        <div class="pair">
          <div>
            <p class="small quiet" i18n>Dans l’entrée</p>
            <p class="said">{{ pair.kept }}</p>
          </div>
          <div>
            <p class="small quiet" i18n>L’autre texte</p>
            <p class="said">{{ pair.other }}</p>
          </div>
        </div>
        <p class="acts">
          <button matButton="outlined" type="button" (click)="settled.emit({ at: $index, how: 'swap' })" i18n>Échanger les deux</button>
          <button matButton type="button" (click)="settled.emit({ at: $index, how: 'drop' })" i18n>Ne plus garder l’autre texte</button>
        </p>
      }
    </section>
  `,
  styleUrl: './beside-texts.scss',
})
export class BesideTexts {
  readonly entry = input.required<Entry>();
  readonly settled = output<Settlement>();

  protected readonly pairs = computed(() => {
    const { besides, answers } = this.entry();
    const outcome = this.entry().kind === 'bid' ? (answers as { outcome?: string }).outcome : undefined;
    return besides.map(({ field: id, value }) => {
      const field = fieldNamed(id);
      const render = (answer: unknown) =>
        isEmpty(answer)
          ? '—'
          : field
            ? renderAnswer(field, answer, questionWords(), outcome)
            : String(answer);
      return {
        question: questionOf(id, outcome),
        kept: render((answers as Readonly<Record<string, unknown>>)[id]),
        other: render(value),
      };
    });
  });
}

function fieldNamed(id: string): Field | undefined {
  if (isFieldId(id)) return fieldOf(id);
  return FREE_FIELDS.find((field) => field.id === id) as unknown as Field | undefined;
}
