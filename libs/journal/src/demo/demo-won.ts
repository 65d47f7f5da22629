import type { DemoRow } from './demo-row';

type Told = [camera: string, fit: string, wellDone: string, when: string, then: string];

function won(
  alias: string,
  source: DemoRow['source'],
  stance: DemoRow['stance'],
  [daysAgo, pWin, pEffect, fee]: [number, number, number, number],
  brief: string,
  [camera, fit, wellDone, when, then]: Told,
): DemoRow {
  return {
    alias,
    source,
    stance,
    outcome: 'won',
    daysAgo,
    pWin,
    pEffect,
    fee,
    brief,
    camera,
    fit,
    wellDone,
    trial: [when, then],
  };
}

/** Chosen. */
export const DEMO_WON: readonly DemoRow[] = [
  won(
    'Acacia',
    'referral_client',
    'as_asked',
    [672, 60, 55, 5400],
    'Six séances pour une directrice qui prend son poste.',
    [
      'Elle a choisi la date pendant l’appel.',
      'Le but, la manière et le moment s’accordaient.',
      'J’ai laissé des silences.',
      'tout va vite',
      'relis la demande avant de signer',
    ],
  ),
  won(
    'Buis',
    'returning',
    'widened_steps',
    [601, 75, 65, 7800],
    'Un séminaire d’équipe, puis « on verra ».',
    [
      'La DRH a ajouté une ligne au contrat de sa main.',
      'L’alliance d’avant a porté la suite.',
      'J’ai gardé la deuxième étape pour après la première.',
      'la confiance existe déjà',
      'nomme la deuxième étape dès la première',
    ],
  ),
  won('Charme', 'referral_peer', 'as_asked', [533, 50, 50, 4200], 'Préparer des entretiens difficiles.', [
    'Trois appels, le même interlocuteur.',
    'Une demande nette, une réponse nette.',
    'J’ai fait court.',
    'la demande est nette',
    'ne l’élargis pas pour me rassurer',
  ]),
  won('Érable', 'inbound', 'widened_open', [489, 40, 70, 10500], 'Un comité qui veut « décider mieux ».', [
    'Le président a ri, puis a demandé la suite.',
    'Ils étaient prêts, je n’y étais pour rien.',
    'J’ai osé une question simple.',
    'je sens qu’on est prêt',
    'pose la question la plus simple',
  ]),
  won(
    'Fusain',
    'tender',
    'as_asked',
    [418, 35, 35, 9200],
    'Coaching de huit chefs d’équipe, objectifs fixés.',
    [
      'Une note de 17 sur 20 pour la méthode.',
      'La grille m’a choisi ; la mission, moins.',
      'J’ai rendu un dossier lisible.',
      'les objectifs sont fixés d’avance',
      'demande à les relire avec chacun',
    ],
  ),
  won(
    'Ginkgo',
    'referral_client',
    'widened_steps',
    [375, 65, 70, 6600],
    'Apaiser un conflit entre deux services.',
    [
      'Les deux chefs sont venus ensemble.',
      'Chacun voyait ce qu’il y gagnait.',
      'J’ai parlé aux deux de la même façon.',
      'deux parties s’opposent',
      'les rencontre le même jour',
    ],
  ),
  won('Hêtre', 'returning', 'as_asked', [309, 80, 60, 4900], 'Quatre séances de suivi.', [
    'Un message d’une ligne : « On continue ? »',
    'L’habitude s’accordait, peut-être trop.',
    'J’ai redemandé un but.',
    'on continue par habitude',
    'demande ce qui serait neuf',
  ]),
  won(
    'Lilas',
    'referral_peer',
    'widened_open',
    [240, 45, 75, 9900],
    'Un dirigeant seul face à son conseil.',
    [
      'Il a fermé la porte et posé son téléphone.',
      'La parité était là dès la première phrase.',
      'J’ai dit ce que je ne savais pas.',
      'quelqu’un dirige seul',
      'demande qui d’autre le sait',
    ],
  ),
  won('Orme', 'inbound', 'as_asked', [187, 55, 50, 5800], 'Un atelier sur les réunions.', [
    'Ils ont chronométré l’atelier.',
    'Un petit but, une grande envie.',
    'J’ai fini à l’heure.',
    'le but est petit',
    'le prends au sérieux',
  ]),
  won(
    'Saule',
    'referral_client',
    'widened_steps',
    [122, 60, 70, 8200],
    'Une équipe neuve à qui l’on demande d’être mûre.',
    [
      'La cheffe a répété ma phrase au comité.',
      'La contradiction, dite ensemble, est devenue le sujet.',
      'J’ai dit la contradiction avec elle, pas contre elle.',
      'une contradiction paraît fertile',
      'la travaille avec le prescripteur',
    ],
  ),
  won('Tremble', 'intermediary', 'as_asked', [75, 50, 45, 4600], 'Un manager à promouvoir dans six mois.', [
    'La plateforme a transmis un simple « validé ».',
    'Le bénéficiaire m’a choisi parmi trois.',
    'J’ai écouté plus que parlé.',
    'on me compare à d’autres',
    'reste celui que je suis',
  ]),
];
