import type { ContractWords } from './contract-words';

const plural = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

function duration(months: number): string {
  return months > 0 && months % 12 === 0
    ? plural(months / 12, 'year', 'years')
    : plural(months, 'month', 'months');
}

function minutes(total: number): string {
  const hours = Math.floor(total / 60);
  const rest = total % 60;
  if (hours === 0) return plural(total, 'minute', 'minutes');
  return rest === 0 ? plural(hours, 'hour', 'hours') : `${hours} h ${String(rest).padStart(2, '0')} min`;
}

export const CONTRACT_WORDS_EN: ContractWords = {
  titles: {
    amendment: 'Amendment',
    parties: 'Parties',
    purpose: 'Purpose and functions of supervision',
    format: 'Frame: format, rhythm, length and place',
    fees: 'Fees and payment',
    cancellation: 'Cancellation and absence',
    responsibilities: 'What each of us undertakes',
    confidentiality: 'Confidentiality and its limits',
    ethics: 'Ethics and complaints',
    relationships: 'Other relationships between the parties',
    'data-protection': 'Data protection',
    records: 'Notes and records',
    review: 'Reviews, amendments and suspension',
    ending: 'Ending',
    consumer: 'Consumers: withdrawal and mediation',
    law: 'Law and language',
    evidence: 'Electronic signature and evidence',
    additional: 'Special terms',
  },
  legalStatus: {
    'sole-trader': 'sole trader (entrepreneur individuel, EI)',
    'micro-entrepreneur': 'sole trader (entrepreneur individuel, EI) under the micro-entrepreneur scheme',
    eurl: 'EURL',
    sarl: 'SARL',
    sasu: 'SASU',
    sas: 'SAS',
    association: 'association',
    'umbrella-company': 'working through an umbrella company',
    employee: 'employee',
    'private-person': 'private person',
    other: 'other legal status',
  },
  capacity: {
    professional: 'acts in the course of a professional activity',
    consumer: 'acts as a consumer',
  },
  format: {
    individual: 'individual supervision',
    group: 'group supervision',
    'team-of-coaches': 'supervision of a team of coaches',
    'supervision-of-supervision': 'supervision of supervision',
  },
  place: {
    'in-person': 'in person',
    video: 'by video call',
    phone: 'by telephone',
    hybrid: 'in person or at a distance, as agreed before each session',
  },
  functions: { formative: 'formative', normative: 'normative', restorative: 'restorative' },
  exceptions: {
    'imminent-serious-danger': 'serious and imminent danger for the coach, a client or somebody else',
    'abuse-of-minor-or-vulnerable-person': 'abuse or neglect of a minor or of a vulnerable person',
    'legal-order': 'a legal obligation or the request of a judicial authority',
    'own-supervision-anonymised':
      'the supervisor’s own supervision, without anything by which the coach or a client could be recognised',
    'accreditation-audit-attendance-only':
      'an audit by an accrediting body, limited to dates and lengths of sessions',
    'written-consent': 'the prior written consent of the person concerned, for the use it names',
    'serious-breach-of-ethics-after-dialogue':
      'a serious breach of ethics, after talking about it with the coach and giving notice in writing',
  },
  relationships: {
    trainer: 'trainer, now or in the past',
    assessor: 'member of a jury or assessor for a certification',
    therapist: 'therapist',
    'line-manager': 'line manager',
    'business-associate': 'business associate',
    'peer-same-firm': 'colleague in the same firm',
    'client-or-supplier': 'client or supplier',
    'family-or-intimate': 'family or intimate relationship',
    'co-supervisor-of-same-case': 'another supervisor of the same case',
    'mentor-coach': 'mentor coach',
  },
  sponsorSees: {
    nothing: (name) => `${name} pays for the supervision and is told nothing about it.`,
    attendance: (name) =>
      `${name} pays for the supervision and is told dates, attendance and lengths only. The coach sees exactly what is passed on.`,
    'attendance-and-agreed-themes': (name) =>
      `${name} pays for the supervision and is told dates, attendance, lengths, and the themes that the coach has put into words. The coach sees exactly what is passed on.`,
  },
  noSponsor: 'Nobody else pays for the supervision; nothing is passed on to anybody.',
  unusedMinutes: {
    'refund-pro-rata':
      'Minutes of a package that were not used are refunded in proportion to its price, within thirty days.',
    'forfeit-after-expiry':
      'Minutes of a package that were not used when it expires are lost. When the contract ends earlier on the supervisor’s side, they are refunded in proportion to the price of the package, within thirty days.',
  },
  recording: {
    never: 'Sessions are neither recorded nor transcribed, by nobody and by no tool.',
    'consent-per-session':
      'A session is recorded or transcribed only with the written consent of both parties, given for that session and naming the use and the date of erasure.',
  },
  closingSession: {
    yes: 'A closing session is offered, to look back on the way travelled.',
    no: 'A closing session can be agreed.',
  },
  earlyStart: {
    yes: 'The coach expressly asks that the supervision start before this period is over; on withdrawing afterwards, the coach pays for the sessions held so far, in proportion to the agreed price.',
    no: 'The supervision starts only after this period.',
  },
  vat: {
    charged: (percent) => `VAT at ${percent} is added to this price.`,
    'franchise-293b': () => 'VAT not applicable (TVA non applicable, art. 293 B du CGI).',
    'reverse-charge': () =>
      'VAT is due from the recipient (reverse charge, art. 283-2 of the French tax code and art. 196 of Directive 2006/112/EC).',
    'not-applicable': () => 'This service is outside the scope of VAT.',
  },
  frequency: (every, unit) => {
    if (every === 1) return `one session a ${unit}`;
    return `one session every ${every} ${unit}s`;
  },
  fixedTerm: (date) => `up to and including ${date}`,
  packageTerm: (total, months, last) =>
    `for a package of ${total}, to be used within ${duration(months)}, up to and including ${last}`,
  feePerSession: (amount, length) => `${amount} before tax per session of ${minutes(length)}`,
  feePerPackage: (amount, total) => `${amount} before tax for the package of ${total}`,
  latePenaltyOfBank:
    'at the rate of the European Central Bank’s most recent refinancing operation plus ten percentage points',
  latePenaltyOf: (percent) =>
    `at a yearly rate of ${percent}, and never below three times the French statutory interest rate`,
  dueByInvoice: (amount) => `${amount} before tax`,
  dueFromPackage: (total, value) => `${total} taken from the package, worth ${value} before tax`,
  nothingDue: 'nothing is due',
  duration,
  minutes,
  identity: {
    siren: 'SIREN: ',
    address: 'Address: ',
    email: 'E-mail: ',
    bodies: 'Memberships and accreditations: ',
    insurance: (insurer, policy, until) =>
      `Professional liability insurance: ${insurer}, policy ${policy}, valid until ${until}`,
  },
  declaresNone: {
    supervisor: 'The supervisor declares no other relationship with the coach.',
    coach: 'The coach declares no other relationship with the supervisor.',
  },
  declaresSome: { supervisor: 'The supervisor declares:', coach: 'The coach declares:' },
  colon: ': ',
  codeVersion: (version) => `version ${version}`,
  competentCourts: 'the courts that the law designates',
  consents: {
    fees: ({ fee, vat }) =>
      `I have read the clause “Fees and payment” and agree to the price of ${fee}. ${vat}`,
    cancellation: ({ noticeHours, lateFee, noShowFee }) =>
      `I have read the clause “Cancellation and absence”: cancelling a session less than ${noticeHours} hours before costs the coach ${lateFee}, not coming ${noShowFee}. I agree to it.`,
    'confidentiality-limits': ({ exceptions }) =>
      `I have read the clause “Confidentiality and its limits” and agree that confidentiality gives way in ${
        exceptions === 1 ? 'the case announced' : `the ${exceptions} cases announced`
      }, and in no other.`,
    data: ({ controller }) =>
      `I have read the clauses “Data protection” and “Notes and records”: I know that ${controller} is the controller, what is encrypted and what is not, and how long data are kept.`,
    evidence: () =>
      'I have read the clause “Electronic signature and evidence” and agree to sign this contract by a simple electronic signature and to prove what it says by the hashes and the log described there.',
  },
};
