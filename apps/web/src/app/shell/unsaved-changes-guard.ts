import { inject } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import type { CanDeactivateFn } from '@angular/router';
import { ConfirmDialog } from '../ui/confirm-dialog';

/** A page that may hold typed things nobody has saved yet. */
export interface KeepsUnsaved {
  hasUnsaved(): boolean;
}

/** Asks before typed things are left behind. */
export const unsavedChangesGuard: CanDeactivateFn<KeepsUnsaved> = (page) => {
  if (!page.hasUnsaved()) return true;
  return ConfirmDialog.ask(inject(MatDialog), {
    title: $localize`Quitter sans enregistrer\u202f?`,
    text: $localize`Vos modifications ne sont pas encore enregistrées. Si vous quittez la page, elles seront perdues.`,
    yes: $localize`Quitter sans enregistrer`,
    no: $localize`Rester sur la page`,
  });
};
