import { Component, computed, inject, resource, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialog,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import type { Role } from '@visavis/account';
import type { MemberReply } from '@visavis/practice';
import { AccountClient } from '../../account/account-client';
import { leaveAnyway } from '../../account/leave-anyway';
import { wordsOf } from '../../shell/refusal-words';
import { Session } from '../../shell/session';
import { ConfirmDialog } from '../../ui/confirm-dialog';
import { TypeToConfirmDialog } from '../../ui/type-to-confirm-dialog';
import { PeopleClient } from '../people-client';
import { RoleChoice } from '../role-choice/role-choice';

/** What an owner may do about somebody. Closes with what was done, in words; empty when nothing was. */
@Component({
  selector: 'visavis-member-dialog',
  imports: [MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle, RoleChoice],
  templateUrl: './member-dialog.html',
  styles: `
    mat-dialog-content { display: grid; gap: var(--space-3); }
    p { margin: 0; &:empty { display: none; } }
    .note { padding: var(--space-3) var(--space-4); border-radius: var(--radius); background: var(--color-sunken); }
    .problem { color: var(--color-signal); }
    .further { display: flex; flex-wrap: wrap; gap: var(--space-2); }
  `,
})
export class MemberDialog {
  readonly #client = inject(PeopleClient);
  readonly #account = inject(AccountClient);
  readonly #dialogs = inject(MatDialog);
  readonly #dialog = inject<MatDialogRef<MemberDialog, string>>(MatDialogRef);
  protected readonly member = inject<MemberReply>(MAT_DIALOG_DATA);
  protected readonly self = inject(Session).who()?.email === this.member.email;

  protected readonly roles = signal<readonly Role[]>(this.member.roles);
  protected readonly changed = computed(() => this.roles().join() !== this.member.roles.join());
  protected readonly rolesProblem = computed(() =>
    this.roles().length === 0
      ? $localize`Gardez au moins un rôle. Pour écarter cette personne, désactivez son accès.`
      : '',
  );
  readonly #owners = resource({ loader: ({ abortSignal }) => this.#client.activeOwners(abortSignal) });
  protected readonly lastOwner = computed(
    () =>
      this.member.status === 'active' &&
      this.member.roles.includes('owner') &&
      this.#owners.hasValue() &&
      this.#owners.value() === 1,
  );
  protected readonly busy = signal(false);
  protected readonly refusal = signal('');

  static open(dialogs: MatDialog, member: MemberReply): Promise<string> {
    const dialog = dialogs.open<MemberDialog, MemberReply, string>(MemberDialog, {
      data: member,
      width: '34rem',
      maxWidth: '96vw',
    });
    return new Promise((resolve) => dialog.afterClosed().subscribe((done) => resolve(done ?? '')));
  }

  protected async saveRoles(): Promise<void> {
    await this.#attempt(async () => {
      const done = await this.#leave(
        (more) => this.#client.change(this.member.id, { roles: [...this.roles()], ...more }),
        $localize`Enregistrer les rôles`,
      );
      if (!done) return null;
      if (this.self) await this.#account.resume();
      return $localize`Rôles enregistrés`;
    });
  }

  protected async deactivate(): Promise<void> {
    const { id, name } = this.member;
    const sure = await ConfirmDialog.ask(this.#dialogs, {
      title: $localize`Désactiver l’accès de ${name}:name:\u202f?`,
      text: $localize`Ses sessions se terminent aussitôt et sa page de réservation se ferme. Rendez-vous et contrats restent. Vous pourrez rendre l’accès.`,
      yes: $localize`Désactiver l’accès`,
      no: $localize`Le laisser`,
    });
    if (!sure) return;
    await this.#attempt(async () => {
      const done = await this.#leave(
        (more) => this.#client.change(id, { status: 'deactivated', ...more }),
        $localize`Désactiver l’accès`,
      );
      return done ? $localize`${name}:name: n’a plus accès au cabinet` : null;
    });
  }

  protected async reactivate(): Promise<void> {
    await this.#attempt(async () => {
      await this.#client.change(this.member.id, { status: 'active' });
      return $localize`${this.member.name}:name: a de nouveau accès au cabinet`;
    });
  }

  protected async erase(): Promise<void> {
    const { id, name, email } = this.member;
    const typed = await TypeToConfirmDialog.ask(this.#dialogs, {
      title: $localize`Effacer ${name}:name:\u202f?`,
      text: $localize`Son nom et son adresse disparaissent du cabinet, et son accès avec eux. Les contrats signés restent jusqu’à la fin de leur conservation. Rien ne pourra être rétabli.`,
      label: $localize`Son adresse e-mail, pour confirmer`,
      expected: email,
      yes: $localize`Effacer cette personne`,
      no: $localize`La garder`,
    });
    if (typed === null) return;
    await this.#attempt(async () => {
      const done = await leaveAnyway(
        this.#dialogs,
        (more) => this.#client.erase(id, { email: typed, ...more }),
        {
          ...this.#openQuestion(),
          text: $localize`Les rendez-vous seront annulés et les contrats prendront fin aujourd’hui. Les personnes concernées seront prévenues par e-mail. Rien ne pourra être rétabli.`,
          yes: $localize`Effacer cette personne`,
        },
      );
      return done ? $localize`Personne effacée` : null;
    });
  }

  /** Ceasing to supervise: what is open stays, and nobody is told. */
  #leave(act: (more: { readonly anyway?: true }) => Promise<unknown>, yes: string): Promise<boolean> {
    return leaveAnyway(this.#dialogs, act, {
      ...this.#openQuestion(),
      text: $localize`Rien de cela n’est annulé et personne n’est prévenu\u202f: ces personnes attendraient en vain. Convenez d’une suite avec elles avant, ou continuez si c’est fait.`,
      yes,
    });
  }

  #openQuestion(): { title: string; label: string; expected: string; no: string } {
    const { name, email } = this.member;
    return {
      title: $localize`D’autres comptent encore sur ${name}:name:`,
      label: $localize`Son adresse e-mail, pour confirmer`,
      expected: email,
      no: $localize`Ne rien changer`,
    };
  }

  /** @param act null when it was left: the dialog stays */
  async #attempt(act: () => Promise<string | null>): Promise<void> {
    this.refusal.set('');
    this.busy.set(true);
    try {
      const done = await act();
      if (done !== null) this.#dialog.close(done);
    } catch (error) {
      this.refusal.set(wordsOf(error));
    } finally {
      this.busy.set(false);
    }
  }
}
