import type {
  ContractState,
  EndGround,
  GapCode,
  LedgerKind,
  Medium,
  NoticeGround,
  Party,
  SealState,
  SessionState,
  ToDoKind,
  VersionState,
} from '@visavis/supervision';
import { FIELD_ERROR_WORDS } from '../ui/field-error-words';
import { INTL_LOCALE } from '../ui/language';

/** The closed lists of the supervision subject, in words: one that is missing does not compile. */
export const STATE_WORDS: Record<ContractState, string> = {
  draft: $localize`Brouillon`,
  proposed: $localize`Proposé`,
  'changes-requested': $localize`Changements demandés`,
  'partially-signed': $localize`Signé par une partie`,
  signed: $localize`Signé, pas encore commencé`,
  active: $localize`En vigueur`,
  suspended: $localize`Suspendu`,
  'notice-given': $localize`En préavis`,
  ended: $localize`Terminé`,
  completed: $localize`Accompli`,
  expired: $localize`Arrivé à son terme`,
  declined: $localize`Refusé`,
  withdrawn: $localize`Retiré`,
  lapsed: $localize`Sans réponse, caduc`,
  rescinded: $localize`Annulé par rétractation`,
};

export const VERSION_STATE_WORDS: Record<VersionState, string> = {
  draft: $localize`brouillon`,
  proposed: $localize`proposée`,
  'changes-requested': $localize`changements demandés`,
  'partially-signed': $localize`signée par une partie`,
  signed: $localize`signée`,
  'in-force': $localize`en vigueur`,
  superseded: $localize`remplacée`,
  declined: $localize`refusée`,
  withdrawn: $localize`retirée`,
  lapsed: $localize`caduque`,
  rescinded: $localize`annulée par rétractation`,
};

export const PARTY_WORDS: Record<Party, string> = {
  supervisor: $localize`superviseur·e`,
  coach: $localize`coach`,
};

export const SEAL_WORDS: Record<SealState, string> = {
  none: $localize`Pas encore scellé\u202f: il le sera quand les deux parties auront signé.`,
  pending: $localize`Le scellement est en cours, il prend un instant.`,
  sealed: $localize`Scellé par le certificat du cabinet, sans horodatage d’une autorité.`,
  'timestamp-pending': $localize`Le sceau attend l’horodatage d’une autorité, qui n’a pas encore répondu. Vos signatures et le document figé sont conservés, la demande est renouvelée d’elle-même.`,
  timestamped: $localize`Scellé et horodaté par une autorité.`,
};

/** What a letter about a contract says, by its kind. */
export const CONTRACT_LETTER_WORDS: Readonly<Record<string, string>> = {
  'contract-proposed': $localize`Contrat proposé`,
  'contract-half-signed': $localize`L’autre partie a signé`,
  'contract-changes': $localize`Changements demandés`,
  'contract-declined': $localize`Proposition refusée`,
  'contract-withdrawn': $localize`Proposition retirée`,
  'contract-lapsed': $localize`Proposition restée sans réponse`,
  'contract-copy': $localize`Document signé et son empreinte`,
  'contract-suspended': $localize`Contrat suspendu`,
  'contract-resumed': $localize`Contrat repris`,
  'contract-notice': $localize`Préavis donné`,
  'contract-notice-off': $localize`Préavis levé`,
  'contract-asked': $localize`Accord demandé`,
  'contract-ended': $localize`Contrat terminé`,
  'contract-rescinded': $localize`Contrat annulé par rétractation`,
};

export const MEDIUM_WORDS: Record<Medium, string> = {
  'in-person': $localize`En présence`,
  video: $localize`En visioconférence`,
  phone: $localize`Par téléphone`,
};

export const SESSION_STATE_WORDS: Record<SessionState, string> = {
  planned: $localize`Prévue`,
  running: $localize`En cours`,
  'took-place': $localize`A eu lieu`,
  agreed: $localize`Confirmée par les deux`,
  locked: $localize`Close`,
  'cancelled-in-time': $localize`Annulée à temps`,
  'cancelled-late': $localize`Annulée tardivement`,
  'no-show': $localize`Absence`,
  'cancelled-by-supervisor': $localize`Annulée par la supervision`,
  disputed: $localize`À clarifier`,
};

export const LEDGER_WORDS: Record<LedgerKind, string> = {
  granted: $localize`Minutes ouvertes par le contrat`,
  reserved: $localize`Séance réservée`,
  consumed: $localize`Séance comptée`,
  released: $localize`Minutes rendues`,
  corrected: $localize`Correction`,
};

export const NOTICE_GROUND_WORDS: Record<NoticeGround, string> = {
  ordinary: $localize`Sans motif particulier`,
  'conflict-of-interest': $localize`Conflit d’intérêts`,
  'supervisor-change': $localize`Changement de superviseur·e`,
  other: $localize`Autre motif`,
};

export const END_GROUND_WORDS: Record<EndGround, string> = {
  mutual: $localize`D’un commun accord (l’autre partie doit accepter)`,
  'ethical-breach': $localize`Manquement déontologique grave`,
  incapacity: $localize`Incapacité à poursuivre`,
};

export const TO_DO_WORDS: Record<ToDoKind, string> = {
  'read-proposal': $localize`Lire le contrat proposé et y répondre`,
  'agree-to-end': $localize`Répondre à la demande de mettre fin au contrat`,
  'agree-to-complete': $localize`Confirmer que le contrat est accompli`,
  'agree-to-cancel-notice': $localize`Répondre à la demande d’annuler le préavis`,
  'book-session': $localize`Réserver une séance`,
  'verify-email': $localize`Confirmer votre adresse e-mail`,
};

/** What keeps a draft from being proposed. */
export const GAP_WORDS: Record<GapCode, string> = {
  ...FIELD_ERROR_WORDS,
  'sum-not-100': $localize`Les trois fonctions font ensemble 100\u00a0%.`,
  'ends-before-start': $localize`La fin vient avant le début.`,
  'in-the-past': $localize`Cette date est passée.`,
  'needs-package': $localize`Un prix au forfait suppose un contrat au forfait.`,
  'insurance-too-short': $localize`L’assurance n’est plus valable au début du contrat.`,
  'relationship-blocks': $localize`Cette relation exclut une supervision entre vous.`,
  'note-needed': $localize`Dites comment cette relation sera tenue.`,
  contradicts: $localize`Cela contredit une autre réponse.`,
  'email-not-proven': $localize`Cette adresse n’est pas encore confirmée\u202f: la personne le fait en ouvrant son compte.`,
  'unknown-placeholder': $localize`Une variable entre accolades n’est connue d’aucun contrat.`,
};

/** « 1 500,00 € » */
export function sayMoney(cents: number, currency: string): string {
  return new Intl.NumberFormat(INTL_LOCALE, { style: 'currency', currency }).format(cents / 100);
}
