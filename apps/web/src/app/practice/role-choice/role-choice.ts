import { Component, input, model } from '@angular/core';
import { MatCheckbox } from '@angular/material/checkbox';
import { ROLES, type Role } from '@visavis/account';
import { ROLE_WORDS } from '../../account/account-words';
import { ROLE_EXPLAINED } from '../practice-words';

/** One to three roles, each with what it lets one do. */
@Component({
  selector: 'visavis-role-choice',
  imports: [MatCheckbox],
  template: `
    <fieldset [attr.aria-describedby]="problem() ? 'role-problem' : null">
      <legend i18n>Rôles</legend>
      @for (role of offered(); track role) {
        <mat-checkbox [checked]="roles().includes(role)" [disabled]="locked() === role" disabledInteractive (change)="choose(role, $event.checked)">
          {{ words[role] }} <span class="quiet small">{{ explained[role] }}</span>
        </mat-checkbox>
      }
      <p id="role-problem" class="wrong" role="alert">{{ problem() }}</p>
    </fieldset>
  `,
  styles: `
    fieldset { display: grid; gap: var(--space-2); margin: 0; padding: 0; border: 0; }
    legend { padding: 0; font-weight: var(--weight-strong); }
    .small { display: block; }
    .wrong { margin: 0; color: var(--color-signal); &:empty { display: none; } }
  `,
})
export class RoleChoice {
  readonly roles = model.required<readonly Role[]>();
  readonly offered = input<readonly Role[]>(ROLES);
  /** A role that cannot be taken away. */
  readonly locked = input<Role | null>(null);
  readonly problem = input('');

  protected readonly words = ROLE_WORDS;
  protected readonly explained = ROLE_EXPLAINED;

  protected choose(role: Role, chosen: boolean): void {
    this.roles.update((roles) => ROLES.filter((one) => (one === role ? chosen : roles.includes(one))));
  }
}
