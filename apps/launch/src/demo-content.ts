/**
 * The demo practice: nobody in it exists. Addresses end in example.org, phone numbers come from the ranges the
 * French regulator and the North American plan keep for fiction.
 */
export const DEMO_PRACTICE = {
  slug: 'cabinet-demo',
  name: 'Cabinet Vis-à-vis (démonstration)',
  country: 'FR',
  allowedOrigins: [],
};

export const DEMO_ACCOUNTS = [
  {
    slug: 'helene-marchetti',
    name: 'Hélène Marchetti-Démo',
    email: 'helene@cabinet-demo.example.org',
    password: 'tilleul-boussole-lanterne',
    totpSecret: 'MRSW23ZANBSWYZLOMUQG22LONF2GKIBR',
    timeZone: 'Europe/Paris',
    language: 'fr',
    roles: ['owner', 'supervisor'],
    introduction: {
      fr: 'Superviseure de coachs, personnage fictif. Je vous appelle une demi-heure pour regarder ensemble ce qu’une supervision vous apporterait.',
      en: 'Supervisor of coaches, a fictitious person. I will call you for half an hour, so that we can see together what supervision would bring you.',
    },
  },
  {
    slug: 'samuel-tremblay',
    name: 'Samuel Tremblay-Démo',
    email: 'samuel@cabinet-demo.example.org',
    password: 'erable-passerelle-minuit',
    totpSecret: 'MRSW23ZAONQW25LFNQQHI4TFNVRGYYLZ',
    timeZone: 'America/Montreal',
    language: 'fr',
    roles: ['supervisor'],
    introduction: {
      fr: 'Superviseur à Montréal, personnage fictif. Je travaille avec des coachs indépendants sur leurs offres gagnées et perdues.',
      en: 'Supervisor in Montréal, a fictitious person. I work with independent coaches on the bids they won and lost.',
    },
  },
] as const;

/** Coaches who work with the first supervisor; a password is enough for them. */
export const DEMO_COACHES = [
  {
    name: 'Marc Exemple-Delatour',
    email: 'marc@coach-demo.example.org',
    password: 'roseau-lanterne-granit',
    /** Whether they have signed; otherwise their contract waits for them. */
    signs: true,
  },
  {
    name: 'Élodie Modèle-Garnier',
    email: 'elodie@coach-demo.example.org',
    password: 'pivoine-sextant-brume',
    signs: false,
  },
] as const;

/** What the supervisor fills in, in force from a date on. */
export const DEMO_TERMS = (startsOn: string) => ({
  parties: {
    supervisor: {
      legalStatus: 'other',
      siren: null,
      address: '1 rue de l’Exemple\n75000 Paris',
      insurance: {
        insurer: 'Assureur fictif',
        policy: 'DEMO-1',
        validUntil: `${Number(startsOn.slice(0, 4)) + 2}-12-31`,
      },
    },
    coach: { legalStatus: 'other', siren: null, address: '2 rue de l’Exemple\n69000 Lyon' },
  },
  purpose: {
    text: 'Prendre du recul sur ma pratique de coach, sur les offres que je gagne et sur celles que je perds.',
  },
  format: { startsOn },
  fees: { amountCents: 135_000 },
  ethics: {
    codes: [
      {
        title: 'Code mondial de déontologie',
        version: '2021',
        link: 'https://www.example.org/code-de-deontologie',
      },
    ],
    complaintRoute: 'En parler d’abord ensemble, puis saisir la commission d’éthique de la fédération.',
  },
  relationships: {
    supervisor: { declares: 'none', items: [] },
    coach: { declares: 'none', items: [] },
  },
});

interface Hours {
  discoveryCall: readonly { days: readonly number[]; start: string; end: string }[];
  lengthOfStepMin: number;
  wrapUpMin: number;
  perDay: number;
}

/** Weekly hours and habits, by supervisor's slug. */
export const DEMO_HOURS: Readonly<Record<(typeof DEMO_ACCOUNTS)[number]['slug'], Hours>> = {
  'helene-marchetti': {
    discoveryCall: [
      { days: [1, 2, 4], start: '09:00', end: '12:30' },
      { days: [1, 2, 4], start: '14:00', end: '17:30' },
      { days: [3], start: '14:00', end: '18:00' },
    ],
    lengthOfStepMin: 30,
    wrapUpMin: 10,
    perDay: 4,
  },
  'samuel-tremblay': {
    discoveryCall: [
      { days: [1, 3, 5], start: '08:30', end: '12:00' },
      { days: [2, 4], start: '13:00', end: '16:30' },
    ],
    lengthOfStepMin: 30,
    wrapUpMin: 15,
    perDay: 3,
  },
};

interface Block {
  readonly title: string;
  readonly days: readonly number[];
  readonly start: string;
  readonly end: string;
}

/** Time that supervisors keep for other things every week, by slug. */
export const DEMO_BLOCKS: Readonly<Record<keyof typeof DEMO_HOURS, readonly Block[]>> = {
  'helene-marchetti': [
    { title: 'Déjeuner', days: [1, 2, 3, 4, 5], start: '12:30', end: '13:30' },
    { title: 'Groupe de pairs', days: [3], start: '09:30', end: '12:00' },
    { title: 'Préparation des séances', days: [5], start: '14:00', end: '16:00' },
  ],
  'samuel-tremblay': [
    { title: 'Dîner', days: [1, 2, 3, 4, 5], start: '12:00', end: '13:00' },
    { title: 'Cours à l’université', days: [4], start: '09:00', end: '11:30' },
  ],
};

export const DEMO_SETTINGS = {
  languages: ['fr', 'en'],
  accent: 'lagoon',
  motto: { fr: 'Prendre le temps de regarder en face', en: 'Taking the time to look squarely' },
  legal: {
    name: 'Cabinet Vis-à-vis (démonstration)',
    address: '1 rue de l’Exemple, 75000 Paris',
    siren: '',
    vatNumber: '',
    insurance: null,
  },
  contractRetentionYears: 5,
  noteRetentionYears: 3,
  privacyNotice: {
    fr: 'Cabinet de démonstration : les données saisies ici restent sur cette machine. Elles ne servent qu’à préparer l’appel, et vous pouvez les exporter ou les effacer depuis votre lien de gestion.',
    en: 'Demonstration practice: what you enter here stays on this machine. It only serves to prepare the call, and you can export or erase it from your manage link.',
  },
  imprint: {
    fr: 'Cabinet Vis-à-vis (démonstration), personne morale fictive, 1 rue de l’Exemple, 75000 Paris.',
    en: 'Cabinet Vis-à-vis (demonstration), a fictitious company, 1 rue de l’Exemple, 75000 Paris.',
  },
};
