import { typesetAll } from '@visavis/kernel';
import type { ContractWords } from './contract-words';

const plural = (count: number, one: string, many: string) => `${count} ${count < 2 ? one : many}`;

function duration(months: number): string {
  return months > 0 && months % 12 === 0 ? plural(months / 12, 'an', 'ans') : `${months} mois`;
}

function minutes(total: number): string {
  const hours = Math.floor(total / 60);
  const rest = total % 60;
  if (hours === 0) return plural(total, 'minute', 'minutes');
  return rest === 0 ? `${hours} h` : `${hours} h ${String(rest).padStart(2, '0')}`;
}

/* French spacing is for the product's own words: what takes typed text stands below, untouched. */
const words = typesetAll({
  titles: {
    amendment: 'Avenant',
    parties: 'Parties',
    purpose: 'Objet et fonctions de la supervision',
    format: 'Cadre : format, rythme, durée et lieu',
    fees: 'Honoraires et paiement',
    cancellation: 'Annulation et absence',
    responsibilities: 'Engagements de chacun',
    confidentiality: 'Confidentialité et ses limites',
    ethics: 'Déontologie et réclamations',
    relationships: 'Autres relations entre les parties',
    'data-protection': 'Protection des données',
    records: 'Notes et conservation',
    review: 'Bilans, avenants et suspension',
    ending: 'Fin du contrat',
    consumer: 'Consommateur : rétractation et médiation',
    law: 'Droit applicable et langue',
    evidence: 'Signature électronique et preuve',
    additional: 'Clauses particulières',
  },
  legalStatus: {
    'sole-trader': 'entrepreneur individuel (EI)',
    'micro-entrepreneur': 'entrepreneur individuel (EI), régime micro-entrepreneur',
    eurl: 'EURL',
    sarl: 'SARL',
    sasu: 'SASU',
    sas: 'SAS',
    association: 'association',
    'umbrella-company': 'en portage salarial',
    employee: 'salarié',
    'private-person': 'particulier',
    other: 'autre statut',
  },
  capacity: {
    professional: 'agit dans le cadre de son activité professionnelle',
    consumer: 'agit en qualité de consommateur',
  },
  format: {
    individual: 'individuelle',
    group: 'collective',
    'team-of-coaches': 'celle d’une équipe de coachs',
    'supervision-of-supervision': 'une supervision de supervision',
  },
  place: {
    'in-person': 'en présence',
    video: 'en visioconférence',
    phone: 'par téléphone',
    hybrid: 'en présence ou à distance, d’un commun accord avant chaque séance',
  },
  functions: {
    formative: 'formative',
    normative: 'normative',
    restorative: 'restauratrice',
  },
  exceptions: {
    'imminent-serious-danger': 'un danger grave et imminent pour le coach, pour un client ou pour un tiers',
    'abuse-of-minor-or-vulnerable-person':
      'des privations, mauvais traitements ou atteintes sexuelles sur un mineur ou une personne vulnérable',
    'legal-order': 'une obligation légale ou la demande d’une autorité judiciaire',
    'own-supervision-anonymised':
      'la supervision du superviseur lui-même, sans rien qui permette de reconnaître le coach ni ses clients',
    'accreditation-audit-attendance-only':
      'le contrôle d’un organisme d’accréditation, limité aux dates et aux durées des séances',
    'written-consent': 'l’accord écrit et préalable de la personne concernée, pour l’usage qu’il précise',
    'serious-breach-of-ethics-after-dialogue':
      'un manquement déontologique grave, après en avoir parlé avec le coach et l’avoir prévenu par écrit',
  },
  relationships: {
    trainer: 'formateur ou formatrice, actuellement ou par le passé',
    assessor: 'membre d’un jury ou évaluateur de certification',
    therapist: 'thérapeute',
    'line-manager': 'supérieur hiérarchique',
    'business-associate': 'associé',
    'peer-same-firm': 'collègue dans la même structure',
    'client-or-supplier': 'client ou fournisseur',
    'family-or-intimate': 'famille ou relation intime',
    'co-supervisor-of-same-case': 'autre superviseur d’un même cas',
    'mentor-coach': 'mentor coach',
  },
  noSponsor: 'Aucun tiers ne finance la supervision ; rien n’est transmis à qui que ce soit.',
  unusedMinutes: {
    'refund-pro-rata':
      'Les minutes d’un forfait qui n’ont pas été consommées sont remboursées en proportion du prix du forfait, dans les trente jours.',
    'forfeit-after-expiry':
      'Les minutes d’un forfait qui n’ont pas été consommées à la fin de sa validité sont perdues. Si le contrat prend fin plus tôt du fait du superviseur, elles sont remboursées en proportion du prix du forfait, dans les trente jours.',
  },
  recording: {
    never: 'Les séances ne sont ni enregistrées ni transcrites, par personne et par aucun outil.',
    'consent-per-session':
      'Une séance n’est enregistrée ou transcrite qu’avec l’accord écrit des deux parties, donné pour cette séance et précisant l’usage et la date d’effacement.',
  },
  closingSession: {
    yes: 'Une séance de clôture est proposée pour relire le chemin parcouru.',
    no: 'Une séance de clôture peut être convenue.',
  },
  earlyStart: {
    yes: 'Le coach demande expressément que la supervision commence avant la fin de ce délai ; s’il se rétracte ensuite, il paie les séances déjà tenues, en proportion du prix convenu.',
    no: 'La supervision ne commence qu’après la fin de ce délai.',
  },
  vat: {
    charged: (percent: string) => `La TVA au taux de ${percent} s’ajoute à ce prix.`,
    'franchise-293b': () => 'TVA non applicable, art. 293 B du CGI.',
    'reverse-charge': () =>
      'TVA due par le preneur (autoliquidation, art. 283-2 du CGI et art. 196 de la directive 2006/112/CE).',
    'not-applicable': () => 'Cette prestation n’est pas soumise à la TVA.',
  },
  latePenaltyOfBank:
    'au taux appliqué par la Banque centrale européenne à son opération de refinancement la plus récente, majoré de dix points de pourcentage',
  latePenaltyOf: (percent: string) =>
    `au taux annuel de ${percent}, sans pouvoir être inférieur à trois fois le taux de l’intérêt légal`,
  nothingDue: 'rien n’est dû',
  frequency: (every: number, unit: 'week' | 'month') => {
    if (every === 1) return unit === 'week' ? 'une séance par semaine' : 'une séance par mois';
    return unit === 'week' ? `une séance toutes les ${every} semaines` : `une séance tous les ${every} mois`;
  },
  fixedTerm: (date: string) => `jusqu’au ${date} inclus`,
  packageTerm: (total: string, months: number, last: string) =>
    `pour un forfait de ${total}, utilisable pendant ${duration(months)}, jusqu’au ${last} inclus`,
  feePerSession: (amount: string, length: number) => `${amount} hors taxes par séance de ${minutes(length)}`,
  feePerPackage: (amount: string, total: string) => `${amount} hors taxes pour le forfait de ${total}`,
  dueByInvoice: (amount: string) => `${amount} hors taxes`,
  dueFromPackage: (total: string, value: string) =>
    `${total} décomptées du forfait, d’une valeur de ${value} hors taxes`,
  duration,
  minutes,
  declaresNone: {
    supervisor: 'Le superviseur déclare n’avoir aucune autre relation avec le coach.',
    coach: 'Le coach déclare n’avoir aucune autre relation avec le superviseur.',
  },
  declaresSome: {
    supervisor: 'Le superviseur déclare :',
    coach: 'Le coach déclare :',
  },
  competentCourts: 'les juridictions désignées par la loi',
} as const);

export const CONTRACT_WORDS_FR: ContractWords = {
  ...words,
  sponsorSees: {
    nothing: (name) => `${name} finance la supervision et n’en reçoit aucune information.`,
    attendance: (name) =>
      `${name} finance la supervision et n’en reçoit que les dates, la présence et les durées. Le coach voit exactement ce qui est transmis.`,
    'attendance-and-agreed-themes': (name) =>
      `${name} finance la supervision et en reçoit les dates, la présence, les durées, et les thèmes que le coach a lui-même rédigés. Le coach voit exactement ce qui est transmis.`,
  },
  identity: {
    siren: 'SIREN\u00a0: ',
    address: 'Adresse\u00a0: ',
    email: 'Adresse électronique\u00a0: ',
    bodies: 'Affiliations et accréditations\u00a0: ',
    insurance: (insurer, policy, until) =>
      `Assurance de responsabilité civile professionnelle\u00a0: ${insurer}, contrat ${policy}, valable jusqu’au ${until}`,
  },
  colon: '\u00a0: ',
  codeVersion: (version) => `version ${version}`,
  consents: {
    fees: ({ fee, vat }) =>
      `J’ai lu la clause «\u00a0Honoraires et paiement\u00a0» et j’accepte le prix de ${fee}. ${vat}`,
    cancellation: ({ noticeHours, lateFee, noShowFee }) =>
      `J’ai lu la clause «\u00a0Annulation et absence\u00a0»\u00a0: annuler une séance moins de ${noticeHours} heures avant coûte au coach ${lateFee}, ne pas venir ${noShowFee}. Je l’accepte.`,
    'confidentiality-limits': ({ exceptions }) =>
      `J’ai lu la clause «\u00a0Confidentialité et ses limites\u00a0» et j’accepte que la confidentialité cède dans ${
        exceptions === 1 ? 'le cas annoncé' : `les ${exceptions} cas annoncés`
      }, et dans aucun autre.`,
    data: ({ controller }) =>
      `J’ai lu les clauses «\u00a0Protection des données\u00a0» et «\u00a0Notes et conservation\u00a0»\u00a0: je sais que ${controller} est responsable du traitement, ce qui est chiffré et ce qui ne l’est pas, et combien de temps les données sont gardées.`,
    evidence: () =>
      'J’ai lu la clause «\u00a0Signature électronique et preuve\u00a0» et j’accepte de signer ce contrat par une signature électronique simple et d’en prouver le contenu par les empreintes et le journal qu’elle décrit.',
  },
};
