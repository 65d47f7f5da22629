import type { DemoRow } from './demo-row';

/** Without decision, withdrawn, declined, and still open. */
export const DEMO_OTHERS: readonly DemoRow[] = [
  ...(
    [
      [
        'Ajonc',
        'inbound',
        'questioned',
        'no_decision',
        560,
        40,
        'Un baromètre social à « transformer en plan ».',
        'Trois relances, puis plus rien.',
      ],
      [
        'Bruyère',
        'referral_peer',
        'as_asked',
        'no_decision',
        445,
        50,
        'Un parcours pour de futurs dirigeants.',
        'Le budget a été gelé en octobre.',
      ],
      [
        'Cornouiller',
        'tender',
        'as_asked',
        'no_decision',
        268,
        45,
        'Un marché de trois lots.',
        'Avis de marché sans suite.',
      ],
      [
        'Fougère',
        'intermediary',
        'widened_steps',
        'withdrawn',
        336,
        55,
        'Un coaching dont le bénéficiaire ne savait rien.',
        'J’ai écrit que je me retirais.',
      ],
      [
        'Gui',
        'outbound',
        'widened_open',
        'withdrawn',
        157,
        30,
        'Redresser une équipe « avant l’été ».',
        'J’ai appelé pour dire non, et pourquoi.',
      ],
      [
        'Lierre',
        'intermediary',
        'declined',
        'declined',
        205,
        50,
        'Évaluer des managers sous couvert de coaching.',
        'J’ai répondu le jour même.',
      ],
    ] as const
  ).map(([alias, source, stance, outcome, daysAgo, pWin, brief, camera]): DemoRow => ({
    alias,
    source,
    stance,
    outcome,
    daysAgo,
    pWin,
    pEffect: 50,
    fee: 5000,
    brief,
    camera,
  })),
  ...(
    [
      ['Mimosa', 'referral_client', 'widened_steps', 24, 60, 7200, 'Un binôme de direction qui se forme.'],
      ['Palmier', 'inbound', 'as_asked', 17, 45, 4400, 'Prise de parole d’une équipe technique.'],
      ['Rosier', 'returning', 'widened_open', 11, 55, 9600, 'Passer d’une famille à une entreprise.'],
      ['Thuya', 'tender', 'as_asked', 5, 30, 12500, 'Accompagner une réorganisation « acceptée ».'],
      ['Vigne', 'referral_peer', 'questioned', 2, 50, 6100, 'Une cheffe de service qu’on dit isolée.'],
    ] as const
  ).map(([alias, source, stance, daysAgo, pWin, fee, brief]): DemoRow => ({
    alias,
    source,
    stance,
    outcome: null,
    daysAgo,
    pWin,
    pEffect: 60,
    fee,
    brief,
  })),
];
