const ETHICS =
  'Une des trois conditions d’un coaching éthique ; notée avant l’issue, pour que « ils ne laissaient aucune place au coaching » ne s’invente pas après une perte.';
const HOT =
  'Forme une paire avec la même question à froid ; le dépit et la honte sont les deux garde-fous (déguiser l’échec, s’accabler).';
const COLD = 'Forme une paire avec la question posée à chaud.';

/** Why each question is asked; in English it stands in bid-entry.json. */
export const WHY_ASKED = {
  alias:
    'Un pseudonyme tient le nom du client hors de votre écran, de vos exports et de la supervision ; le vrai nom peut aller dans la marge.',
  source:
    'C’est d’abord selon la source que les chances diffèrent ; il faut la connaître avant toute comparaison.',
  selection_mode:
    'Une rencontre et une grille de prix sont deux jeux différents, avec des chances différentes.',
  competitors_n:
    'Donne un repère simple, une chance sur le nombre d’offres, à comparer avec votre pronostic.',
  fee: 'Sert à « De quoi vivre » ; jamais une mesure de valeur.',
  hours_bid: 'Ce que coûte une réponse, et une réponse à un client qu’il aurait fallu décliner.',
  open_bids_now:
    'On tient autrement à une offre quand elle est seule que quand il y en a six. Prérempli d’après le journal, modifiable.',
  brief_verbatim: 'Les mots d’abord : sépare ce qui a été dit de ce qui a été déduit.',
  need_heard:
    'Le besoin réel est une déduction ; elle porte ses faits, pour être confrontée plus tard à la mission.',
  contradictions:
    'Une contradiction fertile se travaille avec le client ; une stérile rend toute réponse fausse. Jugée avant l’issue, elle peut être vérifiée.',
  echo_tags: 'Écho systémique : ce qu’on vit à la porte ressemble souvent à ce qui se vit à l’intérieur.',
  echo_text: 'Garde l’écho comme une hypothèse, avec vos mots.',
  ethics_reserve: ETHICS,
  ethics_autonomy: ETHICS,
  ethics_parity: ETHICS,
  walk_away: 'Un seuil écrit d’avance permet de voir si l’on s’accroche.',
  stance:
    'La question centrale : répondre à la lettre et peut-être échouer la mission, ou élargir et peut-être ne pas être choisi.',
  stance_why: 'Nomme la valeur qui a gouverné, et pas seulement l’acte.',
  alliance_pre: 'L’alliance est l’explication rivale du mérite ; trois notes, dont on prend la moyenne.',
  proposal_skill: 'À deux pôles exprès : échouer par excès est une cause à part.',
  p_win: 'Scellé avant l’issue : le seul remède à l’après-coup, et la base de vos pronostics.',
  p_win_other:
    'Rend visible le prix que vous prêtez à l’élargissement ; comparé plus tard aux faits, jamais noté.',
  p_effect: 'Second pronostic : les offres gagnées se jugent aussi, sur le suivi de la mission.',
  premortem_lost:
    'Les raisons s’écrivent pendant qu’elles ne coûtent rien ; elles se comparent à celles écrites après.',
  premortem_won_failed: 'La même question en miroir : la seconde moitié du dilemme.',
  attachment: '« Se donner à chacune, ne s’accrocher à aucune » : observé, pas noté.',
  money_pressure:
    'Nomme la contrainte économique au lieu de la juger ; une autre cause de répondre à la lettre.',
  outcome: 'Cinq fins différentes ; « sans suite » et « retiré » ne comptent jamais comme des pertes.',
  outcome_date: 'Les délais ; fixe la date du regard à froid, sept jours après.',
  my_guess_reason: 'Demandée avant la raison du client, puis scellée : mesure comment vous lisez le client.',
  client_reason_verbatim: 'Les mots de l’acheteur ; la raison donnée est la source la moins sûre.',
  client_reason_code: 'La même liste que la vôtre, pour compter les accords.',
  reason_source: 'Le poids de la preuve : un appel n’est ni un courriel type ni une supposition.',
  chosen_kind: '« Simplement une meilleure offre » doit pouvoir se dire sans honte.',
  hot_free:
    'L’écriture agit quand rien ne la censure ; elle reste donc dans la marge, que rien ne peut partager.',
  hot_sadness: HOT,
  hot_anger: HOT,
  hot_contempt: HOT,
  hot_shame: HOT,
  hot_relief: HOT,
  hot_joy: HOT,
  camera: 'Les faits avant le sens.',
  inference: 'Oblige à au moins une explication rivale.',
  attribution:
    '« Qui méritait qui » devient des parts d’accord : évite l’histoire à une seule cause, montre qui s’excuse et qui s’accable. Demandé aussi après un gain.',
  fit_reframe: 'Passe du mérite à l’accord et à l’alliance.',
  guard_spite: 'Garde-fou contre l’échec déguisé en succès.',
  guard_symmetry:
    'Épreuve de symétrie : simple et efficace contre les deux biais ; posée aussi, en miroir, après un gain.',
  guard_selfblame: 'Garde-fou contre l’accablement.',
  client_voice: 'Prendre sa place ; se compare à ses mots quand ils arrivent.',
  well_done: 'Sépare la qualité de la décision de son issue.',
  rule_held: 'Interroge la règle qui gouverne, pas seulement l’acte.',
  experiment: 'Une intention datée : l’apprentissage devient vérifiable.',
  keep: 'Protège la pratique d’une correction trop forte après un seul cas.',
  closed: 'Poser est un état, pas une humeur : ce qui reste ouvert se compte.',
  supervision_q:
    'Fait de l’entrée une matière ; propose de partager celle-ci seule, ne le fait jamais de lui-même.',
  cold_sadness: COLD,
  cold_anger: COLD,
  cold_contempt: COLD,
  cold_shame: COLD,
  cold_relief: COLD,
  cold_joy: COLD,
  effects_intended: 'Fixés au démarrage, avant les résultats ; sinon tout résultat devient un succès.',
  effects_observed: 'L’issue de la mission, et qui l’a vue ; ce qui n’est jugé que par vous est signalé.',
  effects_unexpected: 'Les dommages et les effets de bord, absents d’une évaluation limitée au contrat.',
  need_confirmed: 'Met à l’épreuve le besoin entendu : aviez-vous raison, ou seulement de l’avance ?',
  brief_moved: 'Pouvait-on élargir après la signature ? La voie moyenne du dilemme.',
  alliance_end: 'Forme une paire avec l’alliance d’avant.',
  would_accept_again: 'La qualité de la décision, après les faits ; une offre gagnée peut être de trop.',
  ethics_kept: 'Vérifie la place que vous aviez estimée au départ.',
  second_look: 'Un regard en arrière daté par l’issue ; l’après-coup s’y dit comme tel.',
  experiment_done: 'Referme la boucle.',
} as const;
