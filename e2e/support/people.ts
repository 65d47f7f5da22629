/**
 * The practice of the journeys. Nobody in it exists; every journey has a supervisor of its own, so that none
 * takes the times of another. Default hours: Monday to Friday, 09:00 to 17:00.
 */
export const PRACTICE = { slug: 'cabinet-parcours', name: 'Cabinet des Parcours', country: 'FR' } as const;
/** Another practice, which its owner thinks of giving up. */
export const LEAVING = { slug: 'cabinet-qui-part', name: 'Cabinet qui part', country: 'FR' } as const;

interface Supervisor {
  readonly slug: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly totpSecret: string;
  readonly timeZone: string;
  readonly language: 'fr' | 'en';
  readonly roles: readonly ('owner' | 'supervisor')[];
  readonly introduction: { readonly fr: string; readonly en: string };
}

function supervisor(slug: string, name: string, roles: Supervisor['roles'] = ['supervisor']): Supervisor {
  return {
    slug,
    name,
    email: `${slug}@parcours.example.org`,
    password: `lanterne-tilleul-${slug}`,
    totpSecret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP',
    timeZone: 'Europe/Paris',
    language: 'fr',
    roles,
    introduction: {
      fr: `${name} est un personnage fictif, qui supervise des coachs.`,
      en: `${name} is a fictitious person, who supervises coaches.`,
    },
  };
}

/** Owner; looked at by the checks of all pages. */
export const ALIX = supervisor('alix', 'Alix Fictive', ['owner', 'supervisor']);
/** Booked in French, on a phone. */
export const CAMILLE = supervisor('camille', 'Camille Imaginaire');
/** Booked in English, without scripts. */
export const ROBIN = supervisor('robin', 'Robin Placeholder');
/** Works with the week. */
export const DOMINIQUE = supervisor('dominique', 'Dominique Inventée');
/** Embedded in another site. */
export const SACHA = supervisor('sacha', 'Sacha Exemple');

/** Signs in by every way there is, and changes it. */
export const LOU = supervisor('lou', 'Lou Supposée');

/** Signs a contract. */
export const MAXENCE = supervisor('maxence', 'Maxence Fictif');

/** Belongs to two practices. */
export const NOOR = supervisor('noor', 'Noor Imaginée');

/** Owns the other practice. */
export const IRIS = supervisor('iris', 'Iris Fictive', ['owner', 'supervisor']);

/** Reads what coaches share of their journals. */
export const THEO = supervisor('theo', 'Théo Inventé');
/** Whose coach is lied to by the server. */
export const ANNE = supervisor('anne', 'Anne Fictive');
/** Whose coach types words that must be found nowhere. */
export const ODE = supervisor('ode', 'Ode Inventée');

/** Whose coach is reminded by letter. */
export const ESTEBAN = supervisor('esteban', 'Esteban Inventé');

export const SUPERVISORS = [
  ALIX,
  CAMILLE,
  ROBIN,
  DOMINIQUE,
  SACHA,
  LOU,
  MAXENCE,
  NOOR,
  THEO,
  ANNE,
  ODE,
  ESTEBAN,
];
export type { Supervisor };

export interface Visitor {
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly phone: string;
  readonly words: string;
}

/** A visitor nobody has seen before: address and number are made from the number given. */
export function visitor(firstName: string, lastName: string, number: number): Visitor {
  return {
    firstName,
    lastName,
    email: `visiteur${number}@example.org`,
    phone: `06 39 98 00 ${String(number).padStart(2, '0')}`,
    words: `Je voudrais comprendre ce qui s’est joué (${number}).`,
  };
}
