import type { MatDialog } from '@angular/material/dialog';
import type { OpenWork } from '@visavis/practice';
import { Refused } from '../shell/refused';
import { TypeToConfirmDialog } from '../ui/type-to-confirm-dialog';

interface Leaving {
  readonly title: string;
  /** What becomes of that which is still open. */
  readonly text: string;
  readonly label: string;
  readonly expected: string;
  readonly yes: string;
  readonly no: string;
}

/**
 * Does it; when others still count on who goes, says what is open and goes on only after their address was typed.
 *
 * @param act asked without `anyway` first, so that the figures shown are those of the server
 * @returns false when it was left
 */
export async function leaveAnyway(
  dialogs: MatDialog,
  act: (more: { readonly anyway?: true }) => Promise<unknown>,
  question: Leaving,
): Promise<boolean> {
  try {
    await act({});
  } catch (error) {
    if (!(error instanceof Refused) || error.open === null) throw error;
    const typed = await TypeToConfirmDialog.ask(dialogs, { ...question, facts: openWords(error.open) });
    if (typed === null) return false;
    await act({ anyway: true });
  }
  return true;
}

function openWords({ appointments, contracts }: OpenWork): string[] {
  return [
    appointments === 1 ? $localize`Un rendez-vous à venir` : '',
    appointments > 1 ? $localize`${appointments}:count: rendez-vous à venir` : '',
    contracts === 1 ? $localize`Un contrat en cours` : '',
    contracts > 1 ? $localize`${contracts}:count: contrats en cours` : '',
  ].filter((words) => words !== '');
}
