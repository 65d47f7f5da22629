import type { FieldWords } from '../journal-words';

export const COLD = {
  camera: { question: 'Qu’aurait enregistré une caméra ?' },
  inference: { question: 'Qu’avez-vous ajouté ? Quelle autre histoire tiendrait avec les mêmes faits ?' },
  attribution: {
    question: 'Répartissez 100 points entre ces explications. Au moins deux, et « je ne sais pas » compte.',
    options: {
      too_early: 'Juste trop tôt, ou pas assez pédagogue (moi)',
      not_skilful: 'Proposition pas assez habile (moi)',
      too_skilful: 'Proposition trop habile, effrayante (moi)',
      not_seeing: 'Le client n’a pas vu le changement proposé (eux)',
      not_ready: 'Pas prêts à se remettre en question (eux)',
      better_fit: 'Simplement une meilleure offre, ou un coach mieux accordé (autre)',
      cultures: 'Des cultures qui ne s’accordent pas (entre nous)',
      alliance: 'L’alliance avec le prescripteur (entre nous)',
      circumstances: 'Budget, calendrier, décision interne (circonstances)',
      unknown: 'Je ne sais pas',
    },
    winOptions: {
      too_early: 'J’ai su être pédagogue, au bon moment (moi)',
      not_skilful: 'Une proposition habile (moi)',
      too_skilful: 'Une audace qui n’a pas effrayé (moi)',
      not_seeing: 'Le client a vu le changement proposé (eux)',
      not_ready: 'Ils étaient prêts à se remettre en question (eux)',
      better_fit: 'Peu ou pas d’autre offre accordée (autres)',
      cultures: 'Des cultures qui s’accordent (entre nous)',
      alliance: 'L’alliance avec le prescripteur (entre nous)',
      circumstances: 'Le moment, le budget, la chance (circonstances)',
      unknown: 'Je ne sais pas',
    },
  },
  fit_reframe: {
    question:
      'Remplacez « mériter » par « s’accorder » : qu’est-ce qui, chez vous, chez eux, entre vous, s’est accordé ou non ?',
  },
  guard_spite: { question: 'Si un pair que vous estimez lisait cela, y entendrait-il du dépit ? Où ?' },
  guard_symmetry: { question: 'Auriez-vous écrit la même chose si vous aviez gagné ?' },
  guard_selfblame: {
    question: 'Qu’est-ce qui n’était pas en votre pouvoir ? Que diriez-vous à un confrère à votre place ?',
  },
  client_voice: {
    question: 'Que dirait le prescripteur, avec bienveillance et précision, de votre proposition ?',
  },
  well_done: { question: 'Qu’avez-vous bien fait, quelle que soit l’issue ?' },
  rule_held: { question: 'Quelle règle ou croyance vous a tenu ? La garderiez-vous ?' },
  experiment: { question: 'Une seule chose à essayer la prochaine fois : « Quand…, alors je… »' },
  keep: { question: 'Que gardez-vous tel quel ?' },
  closed: {
    question: 'Où en êtes-vous avec cette opportunité ?',
    options: { open: 'Elle m’occupe encore', closing: 'Elle s’éloigne', closed: 'C’est posé' },
  },
  supervision_q: { question: 'Quelle question en portez-vous à la supervision ?' },
  cold_sadness: { question: 'Tristesse (à froid)' },
  cold_anger: { question: 'Colère (à froid)' },
  cold_contempt: { question: 'Mépris ou dépit (à froid)' },
  cold_shame: { question: 'Honte (à froid)' },
  cold_relief: { question: 'Soulagement (à froid)' },
  cold_joy: { question: 'Joie (à froid)' },
} as const satisfies Readonly<Record<string, FieldWords>>;
