import type { FieldWords } from '../journal-words';

export const CONTEXT_AND_BRIEF = {
  alias: {
    question: 'Quel nom de code donnez-vous à cette opportunité ?',
    hint: 'Un nom de code, pas le nom du client.',
  },
  source: {
    question: 'Comment cette demande vous est-elle arrivée ?',
    options: {
      referral_client: 'Recommandation d’un client',
      referral_peer: 'Recommandation d’un pair',
      returning: 'Client déjà connu',
      intermediary: 'Cabinet ou plateforme',
      tender: 'Appel d’offres',
      inbound: 'Site, publication, conférence',
      outbound: 'Ma prospection',
      other: 'Autre',
    },
  },
  selection_mode: {
    question: 'Comment le choix se fait-il ?',
    options: {
      single: 'Je suis seul consulté',
      few: 'Quelques coachs rencontrés',
      tender: 'Grille d’appel d’offres',
      beneficiary_chooses: 'Le bénéficiaire choisit',
      unknown: 'Je ne sais pas',
    },
  },
  competitors_n: { question: 'Combien d’autres offres, à votre connaissance ?' },
  fee: { question: 'Quel montant d’honoraires proposez-vous (HT) ?' },
  hours_bid: { question: 'Combien d’heures cette réponse vous a-t-elle demandées ?' },
  open_bids_now: { question: 'Combien d’autres opportunités avez-vous en cours aujourd’hui ?' },
  brief_verbatim: { question: 'Qu’a demandé le prescripteur, avec ses mots ?' },
  need_heard: {
    question: 'Quel besoin avez-vous entendu derrière la demande ? Sur quel fait vous appuyez-vous ?',
  },
  contradictions: {
    question:
      'Quelles contradictions avez-vous vues dans le mandat ? Pour chacune : fertile, stérile, ou trop tôt pour le dire ?',
  },
  echo_tags: {
    question: 'Dans cet échange, comment vous êtes-vous senti traité ?',
    options: {
      rushed: 'Pressé',
      tested: 'Mis à l’épreuve',
      seduced: 'Séduit',
      ignored: 'Ignoré',
      controlled: 'Contrôlé',
      saviour: 'Attendu en sauveur',
      interchangeable: 'Interchangeable',
      accomplice: 'Pris à témoin ou complice',
      met: 'Rencontré',
      none: 'Rien de particulier',
    },
  },
  echo_text: { question: 'Qu’avez-vous vécu qui ressemble peut-être à ce qui se vit chez eux ?' },
  ethics_reserve: {
    question: 'Devoir de réserve : quelle place la culture du client laisse-t-elle à votre confidentialité ?',
    options: { 0: 'Aucune', 1: 'Peu', 2: 'Incertaine', 3: 'Assez', 4: 'Large' },
  },
  ethics_autonomy: {
    question: 'Autonomie : le bénéficiaire peut-il vraiment dire oui, non, et choisir son but ?',
    options: { 0: 'Aucune', 1: 'Peu', 2: 'Incertaine', 3: 'Assez', 4: 'Large' },
  },
  ethics_parity: {
    question: 'Parité : peut-on vous parler d’égal à égal ?',
    options: { 0: 'Aucune', 1: 'Peu', 2: 'Incertaine', 3: 'Assez', 4: 'Large' },
  },
  walk_away: { question: 'À quelle condition auriez-vous décliné ?' },
} as const satisfies Readonly<Record<string, FieldWords>>;
