import { Component, input, output } from '@angular/core';
import { Icon } from '../../ui/icon';

export type Start = 'past' | 'bid' | 'free';

/** The three ways to begin an entry. In an empty journal the past comes first: it is what one comes with. */
@Component({
  selector: 'visavis-start-choices',
  imports: [Icon],
  template: `
    <ul class="bare">
      <li>
        <button type="button" [disabled]="working()" (click)="chosen.emit('past')">
          <visavis-icon name="undo" />
          <span><b i18n>Je reviens sur une offre passée</b><span class="quiet" i18n>Une offre perdue ou gagnée, dont la décision est connue. Dix minutes, de mémoire.</span></span>
        </button>
      </li>
      <li>
        <button type="button" [disabled]="working()" (click)="chosen.emit('bid')">
          <visavis-icon name="pen" />
          <span><b i18n>Je prépare une réponse</b><span class="quiet" i18n>Onze questions avant d’envoyer, dont un pronostic que vous scellez. Cinq minutes.</span></span>
        </button>
      </li>
      <li>
        <button type="button" [disabled]="working()" (click)="chosen.emit('free')">
          <visavis-icon name="journal" />
          <span><b i18n>J’écris librement</b><span class="quiet" i18n>Une page, sans offre et sans étapes.</span></span>
        </button>
      </li>
    </ul>
  `,
  styleUrl: './start-choices.scss',
})
export class StartChoices {
  readonly working = input(false);
  readonly chosen = output<Start>();
}
