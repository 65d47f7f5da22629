import type { BookingRefusal } from '@visavis/booking';
import type { GeneralRefusal, Problem } from '@visavis/kernel';

/** Where no answer came at all. */
export type Unreachable = 'unreachable';
type PublicReason = BookingRefusal | GeneralRefusal | Unreachable;

// One text for both: whether somebody already has a call with the practice is nobody else's business.
const LIMIT = $localize`:@@refusal.limit:Nous n’avons pas pu enregistrer cette demande pour l’instant. Si un premier échange est déjà prévu avec cette adresse ou ce numéro, son lien vient d’être envoyé à cette adresse. Sinon, attendez quelques minutes et réessayez.`;

/** Words for every "no" of the public page; a reason without words does not compile. */
export const REFUSAL_MESSAGES: Record<PublicReason, string> = {
  'time-just-taken': $localize`:@@refusal.time-just-taken:Quelqu’un vient de prendre cet horaire.`,
  'time-not-offered': $localize`:@@refusal.time-not-offered:Cet horaire n’est pas proposé.`,
  'practice-closing': $localize`:@@refusal.practice-closing:Ce cabinet ferme bientôt et ne prend plus de nouveaux rendez-vous. Rien n’a été réservé.`,
  'already-cancelled': $localize`:@@refusal.already-cancelled:Ce rendez-vous est déjà annulé.`,
  'already-started': $localize`:@@refusal.already-started:L’heure du rendez-vous est passée\u202f: il ne peut plus être déplacé ni annulé ici.`,
  'not-started-yet': $localize`:@@refusal.not-started-yet:Ce rendez-vous n’a pas encore commencé.`,
  'idempotency-mismatch': $localize`:@@refusal.idempotency-mismatch:Cette demande a changé entre deux envois. Vérifiez ce qui est écrit, puis envoyez-la de nouveau.`,
  'person-limit': LIMIT,
  'too-many-requests': LIMIT,
  malformed: $localize`:@@refusal.malformed:Il manque quelque chose, ou un champ est à corriger.`,
  'not-signed-in': $localize`:@@refusal.not-signed-in:Cette page demande d’être connecté.`,
  'cross-site': $localize`:@@refusal.cross-site:La demande est venue d’un autre site et n’a pas été prise en compte. Ouvrez la page directement, puis recommencez.`,
  'role-too-low': $localize`:@@refusal.role-too-low:Cette action n’est pas ouverte ici.`,
  'not-found': $localize`:@@refusal.not-found:Cette page ou ce rendez-vous n’existe pas, ou plus.`,
  'method-not-allowed': $localize`:@@refusal.method-not-allowed:Cette action n’existe pas ici.`,
  'changed-meanwhile': $localize`:@@refusal.changed-meanwhile:Ce rendez-vous vient de changer. Rechargez la page pour voir où il en est.`,
  'too-large': $localize`:@@refusal.too-large:Le texte est trop long pour être envoyé. Raccourcissez-le un peu.`,
  'unsupported-media-type': $localize`:@@refusal.unsupported-media-type:La demande n’a pas été comprise. Rechargez la page, puis recommencez.`,
  failed: $localize`:@@refusal.failed:Quelque chose n’a pas marché de notre côté. Rien n’a été réservé\u202f; réessayez dans un instant.`,
  unavailable: $localize`:@@refusal.unavailable:Le service est très occupé. Rien n’a été réservé\u202f; réessayez dans un instant.`,
  unreachable: $localize`:@@refusal.unreachable:Pas de réponse du serveur. Vérifiez votre connexion, puis envoyez de nouveau\u202f: rien ne sera réservé deux fois.`,
};

/** Text for a reason that came over the wire, which a newer server may have invented. */
export function refusalMessage(reason: string): string {
  return (REFUSAL_MESSAGES as Record<string, string | undefined>)[reason] ?? REFUSAL_MESSAGES.failed;
}

/** What can be done next, when times near by are offered. */
export function alternativesMessage(problem: Problem): string {
  switch (problem.alternatives?.length ?? 0) {
    case 0:
      return problem.reason === 'time-just-taken' || problem.reason === 'time-not-offered'
        ? $localize`:@@alternatives.none:Choisissez-en un autre dans la liste.`
        : '';
    case 1:
      return $localize`:@@alternatives.one:En voici un autre.`;
    case 2:
      return $localize`:@@alternatives.two:En voici deux autres.`;
    default:
      return $localize`:@@alternatives.three:En voici trois autres.`;
  }
}
