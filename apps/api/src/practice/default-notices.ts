import type { Language } from '@visavis/kernel';

type InBothLanguages = Readonly<Record<Language, string>>;

/** Who answers for a new practice. */
export interface NoticeFacts {
  readonly practice: string;
  /** Name and e-mail address of the first owner. */
  readonly owner: { readonly name: string; readonly email: string };
  readonly retentionMonths: number;
}

/** What a visitor can read before agreeing, from the first day on; the owner replaces it when it no longer fits. */
export function defaultPrivacyNotice({ practice, owner, retentionMonths }: NoticeFacts): InBothLanguages {
  return {
    fr: `Qui est responsable de vos données
${practice}, représenté par ${owner.name} (${owner.email}), est responsable du traitement décrit ici.

À quoi elles servent
À convenir d’un premier échange téléphonique, à vous appeler à l’heure choisie, à vous envoyer la confirmation, les rappels et les changements de ce rendez-vous. Elles ne servent à rien d’autre : ni publicité, ni profilage, ni décision automatisée. La base légale est votre consentement, que vous pouvez retirer à tout moment, sans que cela remette en cause ce qui a été fait avant.

Ce qui est conservé
Votre prénom, votre nom, votre adresse e-mail, votre numéro de téléphone, ce qui vous amène, les quelques mots que vous avez choisi d’écrire, votre langue, votre fuseau horaire, la date de votre consentement, ainsi que la date, l’état et l’issue du rendez-vous. Nous ne demandons aucune information sur vos clients ; merci de ne nommer personne.

Qui peut les lire
Le superviseur ou la superviseure que vous avez choisi et, pour l’exploitation technique, l’hébergeur du service et le prestataire qui achemine les e-mails. Elles ne sont ni vendues ni cédées.

Combien de temps
Un échange resté sans suite est effacé au bout de ${retentionMonths} mois. Vous pouvez l’effacer plus tôt vous-même, depuis le lien de gestion de votre rendez-vous.

Vos droits
Vous pouvez consulter vos données, les rectifier, les effacer, en limiter l’usage, vous y opposer et en recevoir une copie. Le lien de gestion qui figure dans chaque e-mail permet d’exporter et d’effacer tout immédiatement ; pour le reste, écrivez à ${owner.email}. Si la réponse ne vous satisfait pas, vous pouvez adresser une réclamation à la CNIL (www.cnil.fr).

Cookies
Les pages de rendez-vous ne déposent aucun cookie, ne mesurent pas l’audience et ne font appel à aucun tiers.`,
    en: `Who is responsible for your data
${practice}, represented by ${owner.name} (${owner.email}), is the controller of the processing described here.

What they are used for
To agree on a first phone call, to call you at the time you chose, and to send you the confirmation, the reminders and the changes of that appointment. They are used for nothing else: no advertising, no profiling, no automated decision. The legal basis is your consent, which you can withdraw at any time; what was done before remains lawful.

What is stored
Your first and last name, your e-mail address, your phone number, what brings you, the few words you chose to write, your language, your time zone, the date of your consent, and the date, state and outcome of the appointment. We ask for nothing about your clients; please name nobody.

Who can read them
The supervisor you chose and, for running the service, its host and the provider that delivers e-mail. They are neither sold nor handed on.

For how long
A call that led nowhere is erased after ${retentionMonths} months. You can erase it earlier yourself, from the manage link of your appointment.

Your rights
You can see, correct and erase your data, restrict or object to their use, and receive a copy. The manage link in every e-mail lets you export and erase everything at once; for anything else write to ${owner.email}. If the answer does not satisfy you, you can complain to the CNIL, the French data protection authority (www.cnil.fr).

Cookies
The booking pages set no cookie, measure no audience and call on no third party.`,
  };
}

/** The "mentions légales" that French law asks of every site. What only the owner knows is named as missing. */
export function defaultImprint({ practice, owner }: NoticeFacts): InBothLanguages {
  return {
    fr: `Éditeur
${practice}
Responsable de la publication : ${owner.name}
Contact : ${owner.email}

Adresse, numéro d’immatriculation et hébergeur : communiqués sur simple demande à ${owner.email}.

Propriété intellectuelle
Les textes de ces pages appartiennent à ${practice}, sauf mention contraire.`,
    en: `Publisher
${practice}
Responsible for the content: ${owner.name}
Contact: ${owner.email}

Postal address, registration number and host: given on request to ${owner.email}.

Intellectual property
The texts of these pages belong to ${practice} unless stated otherwise.`,
  };
}
