import { contractContent, type ContractReply, type FrozenVersion } from '@visavis/supervision';

const PROFESSIONAL = {
  legalStatus: 'sole-trader',
  siren: '732829320',
  mentions: null,
  address: '12 rue des Tilleuls',
};

/** Ten sessions of ninety minutes as a package, between Hélène and Zoé. */
const CONTENT = contractContent.parse({
  language: 'fr',
  timeZone: 'Europe/Paris',
  amendment: null,
  parties: {
    supervisor: {
      ...PROFESSIONAL,
      name: 'Hélène Fictive',
      email: 'helene@example.org',
      bodies: [],
      insurance: { insurer: 'Mutuelle', policy: 'RC-4471', validUntil: '2028-12-31' },
    },
    coach: {
      ...PROFESSIONAL,
      name: 'Zoé Ardouin-Fictive',
      email: 'zoe@example.org',
      bodies: [],
      capacity: 'professional',
    },
  },
  purpose: {
    text: 'Prendre du recul sur ma pratique de coach et sur la manière dont je gagne mes clients.',
    functions: { formative: 40, normative: 20, restorative: 40 },
  },
  format: {
    kind: 'individual',
    frequency: { every: 1, unit: 'month' },
    sessionMin: 90,
    place: { kind: 'video', details: '' },
    startsOn: '2026-11-02',
    term: { kind: 'package', minutes: 900, validMonths: 12 },
  },
  fees: {
    amountCents: 150_000,
    currency: 'EUR',
    unit: 'package',
    vat: { mode: 'franchise-293b', rateBp: null },
    termsDays: 30,
    latePenaltyBp: null,
  },
  cancellation: { noticeHours: 48, latePercent: 100, noShowPercent: 100 },
  confidentiality: { exceptions: [{ kind: 'imminent-serious-danger', note: '' }], sponsor: null },
  ethics: {
    codes: [{ title: 'Code mondial', version: '2021', link: 'https://ethics.example/code' }],
    complaintRoute: 'En parler d’abord ensemble, puis saisir la commission d’éthique.',
  },
  relationships: { supervisor: { declares: 'none', items: [] }, coach: { declares: 'none', items: [] } },
  dataProtection: { controller: 'Tilleuls', rightsContact: 'donnees@example.org' },
  records: { notesMonths: 36, evidenceMonths: 60, accountingMonths: 120, recording: 'never' },
  ending: {
    noticeDays: 30,
    reviewMonths: 6,
    suspensionMaxWeeks: 12,
    closingSession: true,
    unusedMinutes: 'refund-pro-rata',
  },
  consumer: null,
  law: { country: 'FR', courts: null },
  clauses: Object.fromEntries(
    Object.keys(contractContent.shape.clauses.shape).map((clause) => [clause, `Clause ${clause}.`]),
  ),
});

/** A text both read: not signed by anybody; say what matters. */
export function aVersion(more: Partial<FrozenVersion> = {}): FrozenVersion {
  return {
    number: 1,
    state: 'proposed',
    content: CONTENT,
    clauses: [{ id: 'fees', title: 'Honoraires', markdown: 'Quinze cents euros.' }],
    canonicalSha256: 'c'.repeat(64),
    pdfSha256: 'd'.repeat(64),
    proposedAt: Date.parse('2026-11-20T09:00:00Z'),
    lapsesAt: Date.parse('2026-12-20T09:00:00Z'),
    effectiveOn: null,
    signatures: [],
    consents: [
      { clause: 'fees', title: 'Honoraires', text: 'J’accepte les honoraires.', textSha256: 'f1' },
      { clause: 'cancellation', title: 'Annulation', text: 'J’accepte les délais.', textSha256: 'f2' },
    ],
    seal: 'none',
    sealedSha256: null,
    ...more,
  };
}

/** Between Hélène and Zoé, a draft that Hélène writes; say what matters. */
export function aContract(more: Partial<ContractReply> = {}): ContractReply {
  return {
    id: 'c1',
    state: 'draft',
    supervisor: { memberId: 'm1', name: 'Hélène Fictive', email: 'helene@example.org' },
    coach: { memberId: 'm2', name: 'Zoé Ardouin-Fictive', email: 'zoe@example.org' },
    versionInForce: null,
    openVersion: null,
    waitsFor: 'supervisor',
    since: Date.parse('2026-11-20T09:00:00Z'),
    startsOn: null,
    endsOn: null,
    minutesLeft: null,
    updatedAt: Date.parse('2026-11-20T09:00:00Z'),
    mine: 'supervisor',
    may: [],
    language: 'fr',
    timeZone: 'Europe/Paris',
    inForce: null,
    draft: null,
    proposed: null,
    versions: [],
    comments: [],
    suspension: null,
    notice: null,
    asked: { 'cancel-notice': null, end: null, complete: null },
    computed: null,
    renewsId: null,
    unused: null,
    ...more,
  };
}
