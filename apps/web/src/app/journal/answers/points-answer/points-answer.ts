import { Component, computed, input } from '@angular/core';
import { type Field, optionsOf } from '@visavis/journal';
import { questionWords } from '../../question-words';
import { AnswerControl } from '../answer-control';

const STEP = 5;
const ALL = 100;

/** A hundred points over explanations: what is left to give stays in view; at least two must have some. */
@Component({
  selector: 'visavis-points-answer',
  template: `
    <div role="group" tabindex="-1" [id]="controlId()" [attr.aria-labelledby]="namedBy() || null" [attr.aria-describedby]="controlId() + '-left ' + describedBy()">
      <p class="left" [class.over]="left() < 0" role="status" [id]="controlId() + '-left'">{{ leftWords() }}</p>
      <ul class="bare">
        @for (option of options(); track option.value) {
          <li>
            <label [for]="controlId() + '-' + option.value">{{ option.words }}</label>
            <span class="give">
              <button type="button" [attr.aria-label]="lessLabel(option.words)" (click)="give(option.value, pointsOf(option.value) - step)">−</button>
              <input type="text" inputmode="numeric" autocomplete="off" [id]="controlId() + '-' + option.value" [value]="pointsOf(option.value) || ''" placeholder="0" (change)="type(option.value, $event)" />
              <button type="button" [attr.aria-label]="moreLabel(option.words)" (click)="give(option.value, pointsOf(option.value) + step)">+</button>
            </span>
            <span class="bar" aria-hidden="true"><span [style.inline-size.%]="pointsOf(option.value)"></span></span>
          </li>
        }
      </ul>
    </div>
  `,
  styleUrls: ['../answer.scss', './points-answer.scss'],
})
export class PointsAnswer extends AnswerControl {
  readonly field = input.required<Field>();
  readonly outcome = input<string>();
  protected readonly step = STEP;
  readonly #points = computed(() => (this.answer() as Readonly<Record<string, number>> | undefined) ?? {});
  protected readonly options = computed(() => optionsOf(this.field(), questionWords(), this.outcome()));
  protected readonly left = computed(
    () => ALL - Object.values(this.#points()).reduce((total, points) => total + points, 0),
  );
  protected readonly leftWords = computed(() => {
    const left = this.left();
    if (left < 0) return $localize`${-left}:points: points de trop`;
    if (left > 0) return $localize`Il reste ${left}:points: points à répartir`;
    return Object.values(this.#points()).filter((points) => points > 0).length < 2
      ? $localize`100 points sur une seule explication\u202f: il en faut au moins deux`
      : $localize`Les 100 points sont répartis`;
  });

  protected pointsOf(value: string | number): number {
    return this.#points()[value] ?? 0;
  }

  protected moreLabel(words: string): string {
    return $localize`Cinq de plus\u202f: ${words}:explanation:`;
  }

  protected lessLabel(words: string): string {
    return $localize`Cinq de moins\u202f: ${words}:explanation:`;
  }

  protected type(value: string | number, event: Event): void {
    const input = event.target as HTMLInputElement;
    const points = Number(input.value);
    this.give(value, Number.isFinite(points) ? Math.round(points) : this.pointsOf(value));
    input.value = String(this.pointsOf(value) || '');
  }

  protected give(value: string | number, points: number): void {
    const { [value]: _former, ...others } = this.#points();
    const within = Math.min(ALL, Math.max(0, points));
    this.say(within === 0 ? others : { ...others, [value]: within });
  }
}
