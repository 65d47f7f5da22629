import { Component, computed, input } from '@angular/core';
import { Chart } from '../chart/chart';
import type { Card } from '../describe-insights';

/** One insight: sentences first, then the picture, then the same in a table. */
@Component({
  selector: 'visavis-insight-card',
  imports: [Chart],
  template: `
    <section class="card" [class.margin]="card().isOfMargin" [attr.aria-labelledby]="'insight-' + card().id">
      <h2 [id]="'insight-' + card().id">{{ card().name }}</h2>
      @if (card().isOfMargin) {
        <p class="small never" i18n>De la marge&#8239;: ne se partage jamais.</p>
      }
      @for (sentence of card().sentences; track $index) {
        <p>{{ sentence }}</p>
      }
      <ng-content />
      @if (card().picture; as picture) {
        <visavis-chart [picture]="picture" />
        @if (picture.kind === 'stacks') {
          <ul class="bare legend" aria-hidden="true">
            @for (part of picture.parts; track part) {
              <li><span class="sample" [class]="'tint-' + $index"></span>{{ part }}</li>
            }
          </ul>
        }
        @if (picture.kind === 'bars') {
          <ul class="bare legend" aria-hidden="true">
            @for (part of picture.series; track part) {
              <li><span class="sample" [class]="'tint-' + $index * 2"></span>{{ part }}</li>
            }
          </ul>
        }
      }
      @if (card().table; as table) {
        <details>
          <summary i18n>Les chiffres en tableau</summary>
          <div class="scroll" tabindex="0" role="region" [attr.aria-label]="tableLabel()">
            <table>
              <thead>
                <tr>
                  @for (name of table.head; track $index) {
                    <th scope="col">{{ name }}</th>
                  }
                </tr>
              </thead>
              <tbody>
                @for (row of table.rows; track $index) {
                  <tr>
                    @for (cell of row; track $index) {
                      @if ($first) {
                        <th scope="row">{{ cell }}</th>
                      } @else {
                        <td>{{ cell }}</td>
                      }
                    }
                  </tr>
                }
              </tbody>
            </table>
          </div>
        </details>
      }
    </section>
  `,
  styleUrl: './insight-card.scss',
})
export class InsightCard {
  readonly card = input.required<Card>();
  protected readonly tableLabel = computed(() => $localize`Tableau\u202f: ${this.card().name}:insight:`);
}
