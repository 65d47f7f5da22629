import { Component, computed, input } from '@angular/core';
import type { Field, Option, Part } from '@visavis/journal';
import { AnswerControl } from '../answer-control';
import { ChoiceAnswer } from '../choice-answer/choice-answer';
import { TextAnswer } from '../text-answer/text-answer';
import { partName, partOptions } from './part-options';

type Parts = Readonly<Record<string, unknown>>;

/** An answer of several parts, each with its own control: « Quand…, alors je… », an effect and its sign. */
@Component({
  selector: 'visavis-parts-answer',
  imports: [ChoiceAnswer, TextAnswer],
  template: `
    <div role="group" tabindex="-1" [id]="controlId()" [attr.aria-labelledby]="namedBy() || null" [attr.aria-describedby]="describedBy() || null">
      @for (part of field().item ?? []; track part.id) {
        <div class="part">
          @switch (part.type) {
            @case ('boolean') {
              <label class="tick"><input type="checkbox" autocomplete="off" [id]="controlId() + '-' + part.id" [checked]="of(part) === true" (change)="tick(part, $event)" /><span>{{ nameOf(part) }}</span></label>
            }
            @case ('index') {
              <label class="name" [for]="controlId() + '-' + part.id">{{ nameOf(part) }}</label>
              <select [id]="controlId() + '-' + part.id" (change)="pick(part, $event)">
                <option value="" [selected]="of(part) === undefined" i18n>À choisir</option>
                @for (reference of references(); track $index) {
                  <option [value]="$index" [selected]="of(part) === $index">{{ $index + 1 }}. {{ reference }}</option>
                }
              </select>
            }
            @case ('string') {
              <label class="name" [for]="controlId() + '-' + part.id">{{ nameOf(part) }}</label>
              <visavis-text-answer [controlId]="controlId() + '-' + part.id" [rows]="1" [answer]="of(part)" (changed)="write(part, $event)" />
            }
            @case ('date') {
              <label class="name" [for]="controlId() + '-' + part.id">{{ nameOf(part) }}</label>
              <visavis-text-answer kind="date" [controlId]="controlId() + '-' + part.id" [answer]="of(part)" (changed)="write(part, $event)" />
            }
            @default {
              <span class="name" [id]="controlId() + '-' + part.id + '-name'">{{ nameOf(part) }}</span>
              <visavis-choice-answer [several]="part.type === 'set<enum>'" [steps]="part.type !== 'set<enum>'" [controlId]="controlId() + '-' + part.id"
                [namedBy]="controlId() + '-' + part.id + '-name'" [options]="optionsOf(part)" [answer]="of(part)" (changed)="write(part, $event)" />
            }
          }
        </div>
      }
    </div>
  `,
  styleUrl: '../answer.scss',
})
export class PartsAnswer extends AnswerControl {
  readonly field = input.required<Field>();
  /** What parts that point at something point at, in its order. */
  readonly references = input<readonly string[]>([]);
  readonly #parts = computed(() => (this.answer() as Parts | undefined) ?? {});

  protected nameOf(part: Part): string {
    return partName(this.field(), part);
  }

  protected optionsOf(part: Part): readonly Option[] {
    return partOptions(this.field(), part);
  }

  protected of(part: Part): unknown {
    return this.#parts()[part.id];
  }

  protected tick(part: Part, event: Event): void {
    this.write(part, (event.target as HTMLInputElement).checked || undefined);
  }

  protected pick(part: Part, event: Event): void {
    const { value } = event.target as HTMLSelectElement;
    this.write(part, value === '' ? undefined : Number(value));
  }

  protected write(part: Part, value: unknown): void {
    const { [part.id]: _former, ...others } = this.#parts();
    this.say(value === undefined ? others : { ...others, [part.id]: value });
  }
}
