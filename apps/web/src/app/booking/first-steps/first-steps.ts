import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Session } from '../../shell/session';
import { CopyField } from '../../ui/copy-field';
import { LANGUAGE } from '../../ui/language';

/** An empty week teaches: open hours first, then give the address of one's page away. */
@Component({
  selector: 'visavis-first-steps',
  imports: [CopyField, RouterLink],
  template: `
    <section class="card" aria-labelledby="first-steps">
      <h2 id="first-steps" i18n>Rien de prévu pour l’instant</h2>
      <p i18n>
        <a routerLink="/availability">Vérifiez vos disponibilités</a>, puis donnez l’adresse de votre page. Chaque échange réservé apparaîtra ici.
      </p>
      <visavis-copy-field [text]="address()" label="Adresse de votre page" i18n-label />
    </section>
  `,
  styleUrl: './first-steps.scss',
})
export class FirstSteps {
  readonly #session = inject(Session);
  protected readonly address = computed(() => {
    const who = this.#session.who();
    return who?.supervisor
      ? `${location.origin}/${LANGUAGE}/c/${who.practice.slug}/${who.supervisor.slug}`
      : '';
  });
}
