import { Component, computed, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { Seal } from '@visavis/journal';
import { Icon } from '../../../ui/icon';
import { sayDayAndYear } from '../../../ui/say-time';
import { SEAL_WORDS } from '../../entry-words';

export interface NamedGap {
  /** The question it belongs to. */
  readonly id: string;
  readonly question: string;
  readonly words: string;
}

interface About {
  readonly title: string;
  readonly says: string;
  readonly act: string;
}

const ABOUT: Record<Seal, About> = {
  forecast: {
    title: $localize`Sceller mon pronostic`,
    says: $localize`La demande, votre posture et vos chances sont figées à cette date, avant la décision. Ensuite, ce que vous verriez autrement s’ajoute à côté. Tant que la décision n’est pas connue, vous pouvez rouvrir et sceller à nouveau\u202f: l’ancien sceau reste noté.`,
    act: $localize`Sceller mon pronostic`,
  },
  own_reason: {
    title: $localize`Sceller ma raison avant la leur`,
    says: $localize`Votre idée de la raison est figée avant que la leur ne s’écrive. C’est ainsi que se mesure ce que vous entendez d’eux.`,
    act: $localize`Sceller ma raison`,
  },
  cold: {
    title: $localize`Sceller le regard à froid`,
    says: $localize`Sept jours après la décision. Ce que vous verrez plus tard s’ajoutera à côté.`,
    act: $localize`Sceller le regard à froid`,
  },
  kickoff: {
    title: $localize`Sceller les effets attendus`,
    says: $localize`Ils sont fixés au démarrage, avant tout résultat\u202f: ce qui sera observé leur sera comparé.`,
    act: $localize`Sceller les effets attendus`,
  },
  mission: {
    title: $localize`Clore la mission`,
    says: $localize`Quand tout ce qui pouvait être observé l’a été.`,
    act: $localize`Clore la mission`,
  },
  second_look: {
    title: $localize`Sceller la relecture`,
    says: $localize`Quatre-vingt-dix jours après la décision.`,
    act: $localize`Sceller la relecture`,
  },
};

/** Where a stage is sealed: what that means, what is still missing, from which day. */
@Component({
  selector: 'visavis-seal-box',
  imports: [Icon, MatButton],
  template: `
    <section class="box" [attr.aria-labelledby]="seal() + '-title'">
      <h3 [id]="seal() + '-title'"><visavis-icon name="seal" /><span>{{ title() }}</span></h3>
      @if (sealedOn()) {
        <p i18n>Scellé le {{ when() }}.</p>
        @if (mayReopen()) {
          <button matButton="outlined" type="button" (click)="reopened.emit()" i18n>Rouvrir le pronostic</button>
        }
      } @else {
        <p>{{ about().says }}</p>
        @if (from()) {
          <p class="quiet" i18n>Possible à partir du {{ fromWords() }}. Vous pouvez déjà écrire, tout est gardé.</p>
        } @else {
          @if (tried() && gaps().length > 0) {
            <div role="alert">
              <p class="missing" i18n>Il manque encore&#8239;:</p>
              <ul>
                @for (gap of gaps(); track gap.id + gap.words) {
                  <li><button class="plain" type="button" (click)="led.emit(gap.id)">{{ gap.question }}</button>&ngsp;<span class="quiet small">{{ gap.words }}</span></li>
                }
              </ul>
            </div>
          } @else if (gaps().length > 0) {
            <p class="quiet small" i18n>{gaps().length, plural, =1 {Une question attend encore une réponse.} other {{{ gaps().length }} questions attendent encore une réponse.}}</p>
          }
          <button matButton="filled" type="button" (click)="sealed.emit()">{{ about().act }}</button>
        }
      }
    </section>
  `,
  styleUrl: './seal-box.scss',
})
export class SealBox {
  readonly seal = input.required<Seal>();
  readonly sealedOn = input<string | null>(null);
  readonly mayReopen = input(false);
  readonly gaps = input<readonly NamedGap[]>([]);
  readonly tried = input(false);
  /** First day on which it can be sealed, while that is still to come. */
  readonly from = input<string | null>(null);
  readonly sealed = output<void>();
  readonly reopened = output<void>();
  /** To the question that was chosen among what is missing. */
  readonly led = output<string>();

  protected readonly about = computed(() => ABOUT[this.seal()]);
  protected readonly title = computed(() =>
    this.sealedOn() === null ? this.about().title : SEAL_WORDS[this.seal()],
  );
  protected readonly when = computed(() => sayDayAndYear(this.sealedOn() ?? '1970-01-01'));
  protected readonly fromWords = computed(() => sayDayAndYear(this.from() ?? '1970-01-01'));
}
