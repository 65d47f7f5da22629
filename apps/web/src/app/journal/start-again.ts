import type { MatDialog } from '@angular/material/dialog';
import { TypeToConfirmDialog } from '../ui/type-to-confirm-dialog';

/** Before a vault is set aside: what that means, and a word to be typed. */
export async function asksToStartAgain(dialogs: MatDialog): Promise<boolean> {
  const typed = await TypeToConfirmDialog.ask(dialogs, {
    title: $localize`Recommencer avec un coffre neuf\u202f?`,
    text: $localize`L’ancien coffre reste scellé pendant 90 jours, puis disparaît. Ses partages cessent tout de suite. Emportez d’abord votre journal si vous pouvez encore l’ouvrir.`,
    label: $localize`Tapez «\u202frecommencer\u202f» pour confirmer`,
    expected: $localize`recommencer`,
    yes: $localize`Recommencer`,
    no: $localize`Garder ce coffre`,
  });
  return typed !== null;
}
