import { contractContent, type ContractContent } from '../contract-content';
import { CLAUSES } from '../words';

type Over = { readonly [Section in keyof ContractContent]?: Partial<ContractContent[Section]> | null };

/** A complete contract: ten sessions of ninety minutes as a package, between professionals. */
export function aContent(over: Over = {}): ContractContent {
  const base: ContractContent = {
    language: 'fr',
    timeZone: 'Europe/Paris',
    amendment: null,
    parties: {
      supervisor: {
        name: 'Hélène Marchetti',
        legalStatus: 'sole-trader',
        siren: '732829320',
        mentions: 'EI',
        address: '12 rue des Tilleuls\n69001 Lyon',
        email: 'helene@practice.example',
        bodies: [{ body: 'EMCC', level: 'ESIA' }],
        insurance: { insurer: 'Mutuelle des Métiers', policy: 'RC-4471', validUntil: '2028-12-31' },
      },
      coach: {
        name: 'Zoé Ardouin',
        legalStatus: 'micro-entrepreneur',
        siren: '404833048',
        mentions: null,
        address: '3 quai du Port\n13002 Marseille',
        email: 'zoe@coach.example',
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
      startsOn: '2027-01-04',
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
      codes: [{ title: 'Code mondial de déontologie', version: '2021', link: 'https://ethics.example/code' }],
      complaintRoute: 'En parler d’abord ensemble, puis saisir la commission d’éthique.',
    },
    relationships: {
      supervisor: { declares: 'none', items: [] },
      coach: { declares: 'none', items: [] },
    },
    dataProtection: { controller: 'Cabinet Marchetti', rightsContact: 'donnees@practice.example' },
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
      CLAUSES.map((clause) => [clause, clause === 'additional' ? '' : `Clause ${clause}.`]),
    ) as ContractContent['clauses'],
  };
  const merged = Object.fromEntries(
    Object.entries(base).map(([name, section]) => {
      const change = over[name as keyof ContractContent];
      if (change === undefined) return [name, section];
      const isObject = typeof section === 'object' && section !== null && typeof change === 'object';
      return [name, isObject && change !== null ? { ...section, ...(change as object) } : change];
    }),
  );
  return contractContent.parse(merged);
}
