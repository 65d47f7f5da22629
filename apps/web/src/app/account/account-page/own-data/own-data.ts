import { Component, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { Router } from '@angular/router';
import { Refused } from '../../../shell/refused';
import { wordsOf } from '../../../shell/refusal-words';
import { SaveExport } from '../../../shell/save-export/save-export';
import { Session } from '../../../shell/session';
import { TypeToConfirmDialog } from '../../../ui/type-to-confirm-dialog';
import { AccountClient } from '../../account-client';
import { leaveAnyway } from '../../leave-anyway';

/** Taking one's own data along, and having them erased. */
@Component({
  selector: 'visavis-own-data',
  imports: [MatButton, SaveExport],
  template: `
    <h2 i18n>Mes données</h2>
    <p i18n>Tout ce que Visavis garde de vous, en un fichier ZIP&#8239;: une feuille par sujet, lisible sans Visavis.</p>
    <visavis-save-export path="/api/account/export" fallbackName="mes-donnees.zip" />
    <h3 i18n>Effacer mon compte</h3>
    <p i18n>Votre nom, votre adresse et vos accès disparaissent de tous vos cabinets. Les contrats signés restent, avec les noms tels que signés, jusqu’à la fin de leur conservation légale.</p>
    <button matButton="outlined" type="button" (click)="erase()" i18n>Effacer mon compte…</button>
    <p class="refusal" role="alert">{{ refusal() }}</p>
  `,
  styleUrl: '../section.scss',
})
export class OwnData {
  readonly #client = inject(AccountClient);
  readonly #session = inject(Session);
  readonly #dialogs = inject(MatDialog);
  readonly #router = inject(Router);

  protected readonly refusal = signal('');

  protected async erase(): Promise<void> {
    const email = this.#session.who()?.email ?? '';
    const typed = await TypeToConfirmDialog.ask(this.#dialogs, {
      title: $localize`Effacer votre compte\u202f?`,
      text: $localize`Rien ne pourra être rétabli. Vous pouvez d’abord emporter vos données.`,
      label: $localize`Votre adresse e-mail, pour confirmer`,
      expected: email,
      yes: $localize`Effacer mon compte`,
      no: $localize`Le garder`,
    });
    if (typed === null) return;
    this.refusal.set('');
    try {
      const done = await leaveAnyway(this.#dialogs, (more) => this.#client.erase({ email: typed, ...more }), {
        title: $localize`D’autres comptent encore sur vous`,
        text: $localize`Les rendez-vous seront annulés et les contrats prendront fin aujourd’hui. Les personnes concernées seront prévenues par e-mail. Rien ne pourra être rétabli.`,
        label: $localize`Votre adresse e-mail, pour confirmer`,
        expected: email,
        yes: $localize`Effacer mon compte`,
        no: $localize`Ne rien changer`,
      });
      if (!done) return;
      await this.#client.leave();
      await this.#router.navigateByUrl('/sign-in');
    } catch (error) {
      const lastOwner = error instanceof Refused && error.reason === 'last-owner';
      this.refusal.set(
        lastOwner
          ? $localize`Vous êtes seul·e propriétaire d’un cabinet. Donnez d’abord ce rôle à quelqu’un, ou effacez le cabinet.`
          : wordsOf(error),
      );
    }
  }
}
