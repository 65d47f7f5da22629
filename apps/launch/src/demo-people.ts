/** Who has called or will: nobody of them exists. */
export interface DemoPerson {
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly phone: string;
  readonly phoneCountry: string;
  readonly reason: 'take-off' | 'win-next-client' | 'better-sessions' | 'after-lost-bid' | 'other';
  readonly words?: string;
  readonly language: 'fr' | 'en';
  readonly timeZone: string;
}

type Told = readonly [
  firstName: string,
  lastName: string,
  reason: DemoPerson['reason'],
  words?: string | undefined,
  at?: Partial<DemoPerson>,
];

const ENGLISH = { language: 'en' } as const;

const PARIS: readonly Told[] = [
  ['Nadia', 'Fictive-Lenoir', 'after-lost-bid', 'Je viens de perdre une offre que je croyais gagnée.'],
  ['Tomás', 'Ejemplo-Vidal', 'better-sessions', undefined, { ...ENGLISH, timeZone: 'Europe/Madrid' }],
  ['Agathe', 'Imaginaire-Roux', 'take-off', 'Je me lance après quinze ans dans les ressources humaines.'],
  ['Yanis', 'Inventé-Caron', 'win-next-client'],
  ['Solène', 'Fictive-Bastide', 'better-sessions', 'Deux séances difficiles avec la même équipe.'],
  ['Bernard', 'Exemple-Vasseur', 'after-lost-bid'],
  ['Inès', 'Modèle-Quéré', 'other'],
  ['Gwenaël', 'Fictif-Lemoine', 'after-lost-bid', 'On a choisi moins cher que moi, je crois.'],
  ['Margaux', 'Imaginaire-Petit', 'win-next-client'],
  ['Lucas', 'Exemple-Da Costa', 'take-off', undefined, { timeZone: 'Europe/Lisbon' }],
  [
    'Fatou',
    'Fictive-Diarra',
    'better-sessions',
    'Comment parler du vrai besoin à qui me commande la mission\u202f?',
  ],
  ['Hugo', 'Inventé-Rolland', 'win-next-client'],
  ['Claire', 'Modèle-Ansart', 'after-lost-bid'],
  ['Rachid', 'Fictif-Benali', 'take-off'],
  [
    'Emma',
    'Placeholder-Reed',
    'other',
    'I have read your article twice.',
    { ...ENGLISH, timeZone: 'Europe/London' },
  ],
  ['Paulin', 'Exemple-Marchal', 'better-sessions'],
  ['Judith', 'Imaginaire-Kahn', 'after-lost-bid', 'Trois refus de suite, et l’envie de comprendre.'],
  ['Noé', 'Fictif-Garrigue', 'win-next-client'],
  ['Sylvie', 'Modèle-Tanguy', 'take-off'],
  ['Arnaud', 'Inventé-Perrin', 'better-sessions'],
  ['Leïla', 'Fictive-Haddad', 'after-lost-bid'],
];

const MONTREAL: readonly Told[] = [
  ['Rosalie', 'Inventée-Gagnon', 'win-next-client', 'Comment parler du besoin réel sans faire peur ?'],
  ['Graham', 'Placeholder-Hughes', 'other', undefined, { ...ENGLISH, timeZone: 'America/Toronto' }],
  ['Félix', 'Exemple-Bouchard', 'after-lost-bid'],
  ['Maude', 'Fictive-Lavoie', 'better-sessions', 'Une équipe qui attend de moi un programme détaillé.'],
  ['Olivier', 'Modèle-Cyr', 'take-off'],
  ['Wendy', 'Sample-Okafor', 'win-next-client', undefined, { ...ENGLISH, timeZone: 'America/Halifax' }],
  ['Étienne', 'Imaginaire-Roy', 'after-lost-bid'],
  ['Camille', 'Fictive-Nadeau', 'other'],
  ['Zacharie', 'Inventé-Pelletier', 'better-sessions'],
];

/** By supervisor, in the order in which they call. Numbers come from the ranges kept for fiction. */
export const DEMO_PEOPLE: Readonly<Record<'helene-marchetti' | 'samuel-tremblay', readonly DemoPerson[]>> = {
  'helene-marchetti': PARIS.map((told, index) =>
    person(told, {
      phone: `06 39 98 ${20 + index} ${11 + index * 3}`,
      phoneCountry: 'FR',
      timeZone: 'Europe/Paris',
    }),
  ),
  'samuel-tremblay': MONTREAL.map((told, index) =>
    person(told, { phone: `514 555 01${40 + index}`, phoneCountry: 'CA', timeZone: 'America/Montreal' }),
  ),
};

function person(
  [firstName, lastName, reason, words, at]: Told,
  home: Pick<DemoPerson, 'phone' | 'phoneCountry' | 'timeZone'>,
): DemoPerson {
  const email = `${plain(firstName)}.${plain(lastName)}@example.org`;
  return { firstName, lastName, email, reason, ...(words && { words }), language: 'fr', ...home, ...at };
}

function plain(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[^A-Za-z-]/g, '')
    .toLowerCase();
}
