import type { Language } from '@visavis/kernel';
import type { ClauseTexts } from '../contract-content';
import type { ContractDraft } from '../contract-draft';
import type { TemplateReply } from '../template-wire';
import { CLAUSES_EN } from './clauses-en';
import { CLAUSES_FR } from './clauses-fr';

/** Raised when the words of the product's own templates change. */
export const PRODUCT_TEMPLATES_NUMBER = 1;

/** What both variants begin with; figures a practice will look at first, none of them a recommendation. */
const COMMON: ContractDraft = {
  purpose: { functions: { formative: 40, normative: 20, restorative: 40 } },
  format: {
    kind: 'individual',
    frequency: { every: 1, unit: 'month' },
    sessionMin: 90,
    place: { kind: 'video', details: '' },
  },
  cancellation: { noticeHours: 48, latePercent: 100, noShowPercent: 100 },
  confidentiality: {
    exceptions: [
      { kind: 'imminent-serious-danger', note: '' },
      { kind: 'abuse-of-minor-or-vulnerable-person', note: '' },
      { kind: 'legal-order', note: '' },
      { kind: 'own-supervision-anonymised', note: '' },
      { kind: 'accreditation-audit-attendance-only', note: '' },
      { kind: 'written-consent', note: '' },
      { kind: 'serious-breach-of-ethics-after-dialogue', note: '' },
    ],
    sponsor: null,
  },
  records: { notesMonths: 36, evidenceMonths: 60, accountingMonths: 120, recording: 'never' },
  ending: {
    noticeDays: 30,
    reviewMonths: 6,
    suspensionMaxWeeks: 12,
    closingSession: true,
    unusedMinutes: 'refund-pro-rata',
  },
  law: { country: 'FR', courts: null },
};

const FEES = { currency: 'EUR', vat: { mode: 'franchise-293b', rateBp: null }, termsDays: 30 } as const;

const PER_SESSION: ContractDraft = {
  ...COMMON,
  fees: { ...FEES, unit: 'session' },
  format: { ...COMMON.format, term: { kind: 'fixed' } },
};

/** Ten sessions of ninety minutes, to be used within a year. */
const PACKAGE: ContractDraft = {
  ...COMMON,
  fees: { ...FEES, unit: 'package' },
  format: { ...COMMON.format, term: { kind: 'package', minutes: 900, validMonths: 12 } },
};

const NAMES: Readonly<Record<Language, readonly [string, string]>> = {
  fr: ['Supervision individuelle, à la séance', 'Supervision individuelle, au forfait'],
  en: ['Individual supervision, per session', 'Individual supervision, package'],
};
const CLAUSES: Readonly<Record<Language, ClauseTexts>> = { fr: CLAUSES_FR, en: CLAUSES_EN };

/** The templates every practice can start from. Complaint route, codes and controller are the practice's. */
export const PRODUCT_TEMPLATES: readonly TemplateReply[] = /* @__PURE__ */ (['fr', 'en'] as const).flatMap(
  (language) =>
    (['session', 'package'] as const).map((variant, index) => ({
      id: `individual-${variant}-${language}`,
      name: NAMES[language][index] ?? '',
      language,
      number: PRODUCT_TEMPLATES_NUMBER,
      origin: 'product' as const,
      clauses: CLAUSES[language],
      defaults: { ...(variant === 'session' ? PER_SESSION : PACKAGE), language },
      updatedAt: null,
    })),
);
