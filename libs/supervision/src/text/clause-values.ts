import { MINUTE, type Language } from '@visavis/kernel';
import { lastDate } from '../contract/term';
import type { ContractDraft } from '../contract-draft';
import { settle } from '../minutes/session-cost';
import { PARTIES, type Party } from '../words';
import type { BlockPlaceholder, Placeholder } from '../placeholders';
import { CONTRACT_WORDS } from './contract-words-in';
import { escapeMarkdown } from './plain-text';
import type { ContractContent } from '../contract-content';

/** Stands where a draft says nothing yet. */
export const NOT_YET = '\\[…\\]';

/** The text of each placeholder, as Markdown; null while the draft lacks what it needs. */
export type ClauseValues = Readonly<Record<Placeholder | BlockPlaceholder, () => string | null>>;

export function clauseValues(draft: ContractDraft, language: Language): ClauseValues {
  const words = CONTRACT_WORDS[language];
  const { format, fees, cancellation, ending, records } = draft;
  const date = (text: string | null | undefined) => dateText(text, language);
  const outcome = (kind: 'cancelled-late' | 'no-show') => dueText(draft, language, kind);
  return {
    supervisorName: () => typed(draft.parties?.supervisor?.name),
    coachName: () => typed(draft.parties?.coach?.name),
    coachEmail: () => typed(draft.parties?.coach?.email),
    format: () => (format?.kind ? words.format[format.kind] : null),
    frequency: () =>
      format?.frequency?.every && format.frequency.unit
        ? words.frequency(format.frequency.every, format.frequency.unit)
        : null,
    sessionMinutes: () => (format?.sessionMin ? words.minutes(format.sessionMin) : null),
    place: () => {
      if (!format?.place?.kind) return null;
      const details = typed(format.place.details);
      return words.place[format.place.kind] + (details === null ? '' : ` (${details})`);
    },
    startDate: () => date(format?.startsOn),
    term: () => termText(draft, language),
    fee: () => feeText(draft, language),
    vat: () => {
      const { mode, rateBp } = fees?.vat ?? {};
      return mode ? words.vat[mode](percent(rateBp ?? 0, language)) : null;
    },
    paymentDays: () => whole(fees?.termsDays),
    latePenalty: () => {
      const bp = fees?.latePenaltyBp;
      return typeof bp === 'number' ? words.latePenaltyOf(percent(bp, language)) : words.latePenaltyOfBank;
    },
    noticeHours: () => whole(cancellation?.noticeHours),
    latePercent: () => percentOf(cancellation?.latePercent, language),
    noShowPercent: () => percentOf(cancellation?.noShowPercent, language),
    lateFee: () => outcome('cancelled-late'),
    noShowFee: () => outcome('no-show'),
    functionWeights: () => functionsText(draft, language),
    sponsorView: () => {
      const sponsor = draft.confidentiality?.sponsor;
      if (!sponsor) return words.noSponsor;
      return sponsor.sees && sponsor.name
        ? words.sponsorSees[sponsor.sees](escapeMarkdown(sponsor.name))
        : null;
    },
    complaintRoute: () => typed(draft.ethics?.complaintRoute),
    controller: () => typed(draft.dataProtection?.controller),
    rightsContact: () => typed(draft.dataProtection?.rightsContact),
    notesKept: () => kept(records?.notesMonths, language),
    evidenceKept: () => kept(records?.evidenceMonths, language),
    accountingKept: () => kept(records?.accountingMonths, language),
    recording: () => (records?.recording ? words.recording[records.recording] : null),
    reviewMonths: () => whole(ending?.reviewMonths),
    suspensionWeeks: () => whole(ending?.suspensionMaxWeeks),
    noticeDays: () => whole(ending?.noticeDays),
    closingSession: () => yesOrNo(ending?.closingSession, words.closingSession),
    unusedMinutes: () => (ending?.unusedMinutes ? words.unusedMinutes[ending.unusedMinutes] : null),
    mediator: () => linkText(draft.consumer?.mediator?.name, draft.consumer?.mediator?.link),
    earlyStart: () => yesOrNo(draft.consumer?.earlyStart, words.earlyStart),
    law: () => countryText(draft.law?.country, language),
    courts: () => typed(draft.law?.courts) ?? words.competentCourts,
    amendedVersion: () => whole(draft.amendment?.amends),
    effectiveDate: () => date(draft.amendment?.effectiveOn),
    supervisorIdentity: () => identityText(draft, 'supervisor', language),
    coachIdentity: () => identityText(draft, 'coach', language),
    purpose: () => draft.purpose?.text?.trim() || null,
    exceptions: () =>
      bullets(
        draft.confidentiality?.exceptions?.map(({ kind, note }) =>
          kind ? words.exceptions[kind] + (note?.trim() ? ` (${escapeMarkdown(note.trim())})` : '') : null,
        ),
      ),
    codes: () =>
      bullets(
        draft.ethics?.codes?.map(({ title, version, link }) => {
          const named = linkText(title, link);
          return named && version ? `${named}, ${words.codeVersion(escapeMarkdown(version))}` : named;
        }),
      ),
    relationships: () => PARTIES.map((party) => declarationText(draft, party, language)).join('\n\n'),
    amendmentReason: () => typed(draft.amendment?.why),
  };
}

/** The figures that the words beside the boxes quote. */
export function consentFigures(content: ContractContent) {
  const values = clauseValues(content, content.language);
  const plain = (value: string | null) => value ?? NOT_YET;
  return {
    fee: plain(values.fee()),
    vat: plain(values.vat()),
    noticeHours: content.cancellation.noticeHours,
    lateFee: plain(values.lateFee()),
    noShowFee: plain(values.noShowFee()),
    exceptions: content.confidentiality.exceptions.length,
    controller: escapeMarkdown(content.dataProtection.controller),
  };
}

function typed(text: string | null | undefined): string | null {
  return text?.trim() ? escapeMarkdown(text.trim()) : null;
}

function whole(value: number | null | undefined): string | null {
  return typeof value === 'number' ? String(value) : null;
}

function yesOrNo(
  value: boolean | null | undefined,
  words: Readonly<Record<'yes' | 'no', string>>,
): string | null {
  return typeof value === 'boolean' ? words[value ? 'yes' : 'no'] : null;
}

function kept(months: number | null | undefined, language: Language): string | null {
  return typeof months === 'number' ? CONTRACT_WORDS[language].duration(months) : null;
}

function percentOf(value: number | null | undefined, language: Language): string | null {
  return typeof value === 'number' ? percent(value * 100, language) : null;
}

function percent(basisPoints: number, language: Language): string {
  const format = new Intl.NumberFormat(LOCALES[language], { style: 'percent', maximumFractionDigits: 2 });
  return format.format(basisPoints / 10_000);
}

const LOCALES: Readonly<Record<Language, string>> = { fr: 'fr-FR', en: 'en-GB' };

function money(cents: number, currency: string, language: Language): string {
  const format = new Intl.NumberFormat(LOCALES[language], { style: 'currency', currency });
  return format.format(cents / 100);
}

/** Calendar dates are the contract's own: no zone moves them. */
function dateText(date: string | null | undefined, language: Language): string | null {
  const at = date ? Date.parse(`${date}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(at)) return null;
  const format = new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'long', timeZone: 'UTC' });
  const written = format.format(at);
  return language === 'fr' ? written.replace(/^1 /, '1er ') : written;
}

function countryText(country: string | null | undefined, language: Language): string | null {
  if (!country || !/^[A-Z]{2}$/.test(country)) return null;
  const names = new Intl.DisplayNames(LOCALES[language], { type: 'region' });
  return escapeMarkdown(names.of(country) ?? country);
}

function linkText(title: string | null | undefined, link: string | null | undefined): string | null {
  if (!title || !link) return null;
  const target = link.replaceAll('(', '%28').replaceAll(')', '%29');
  return `[${escapeMarkdown(title)}](${target})`;
}

function bullets(items: readonly (string | null)[] | null | undefined): string | null {
  const known = items?.filter((item): item is string => item !== null) ?? [];
  return known.length > 0 ? known.map((item) => `- ${item}`).join('\n') : null;
}

function termText(draft: ContractDraft, language: Language): string | null {
  const { startsOn, term } = draft.format ?? {};
  const words = CONTRACT_WORDS[language];
  if (term?.kind === 'fixed') {
    const until = dateText(term.endsOn, language);
    return until === null ? null : words.fixedTerm(until);
  }
  if (term?.kind !== 'package' || !term.minutes || !term.validMonths) return null;
  if (dateText(startsOn, language) === null || term.validMonths > 600) return null;
  const last = dateText(lastDate(draft as ContractContent), language) ?? '';
  return words.packageTerm(words.minutes(term.minutes), term.validMonths, last);
}

function feeText({ fees, format }: ContractDraft, language: Language): string | null {
  const words = CONTRACT_WORDS[language];
  if (typeof fees?.amountCents !== 'number' || !fees.currency) return null;
  const amount = money(fees.amountCents, fees.currency, language);
  if (fees.unit === 'session' && format?.sessionMin) return words.feePerSession(amount, format.sessionMin);
  if (fees.unit === 'package' && format?.term?.kind === 'package' && format.term.minutes)
    return words.feePerPackage(amount, words.minutes(format.term.minutes));
  return null;
}

/** What a missed session of the usual length costs: computed by the very rule that will be applied. */
function dueText(
  draft: ContractDraft,
  language: Language,
  outcome: 'cancelled-late' | 'no-show',
): string | null {
  const { format, fees, cancellation } = draft;
  const percentDue = outcome === 'no-show' ? cancellation?.noShowPercent : cancellation?.latePercent;
  if (feeText(draft, language) === null || !format?.sessionMin || typeof percentDue !== 'number') return null;
  const words = CONTRACT_WORDS[language];
  const usual = { start: 0, end: format.sessionMin * MINUTE };
  const due = settle({ format, fees, cancellation } as ContractContent, usual, outcome);
  if (due.settledBy === 'nothing') return words.nothingDue;
  const amount = money(due.netCents, due.currency, language);
  return due.settledBy === 'package'
    ? words.dueFromPackage(words.minutes(due.minutesUsed), amount)
    : words.dueByInvoice(amount);
}

function functionsText({ purpose }: ContractDraft, language: Language): string | null {
  const words = CONTRACT_WORDS[language];
  const { formative, normative, restorative } = purpose?.functions ?? {};
  if (typeof formative !== 'number' || typeof normative !== 'number' || typeof restorative !== 'number')
    return null;
  return Object.entries({ formative, normative, restorative })
    .map(([name, weight]) => `${words.functions[name as 'formative']} ${percent(weight * 100, language)}`)
    .join(', ');
}

function identityText({ parties }: ContractDraft, which: Party, language: Language): string | null {
  const party = parties?.[which];
  if (!party?.name) return null;
  const { identity, legalStatus, capacity } = CONTRACT_WORDS[language];
  const insurance = which === 'supervisor' ? parties?.supervisor?.insurance : null;
  const acts = which === 'coach' ? parties?.coach?.capacity : null;
  const until = dateText(insurance?.validUntil, language);
  const bodies = party.bodies
    ?.map(({ body, level }) => [body, level].filter(Boolean).join(' '))
    .filter(Boolean)
    .join(', ');
  const lines = [
    [
      `**${escapeMarkdown(party.name)}**`,
      party.legalStatus && legalStatus[party.legalStatus],
      acts && capacity[acts],
    ]
      .filter(Boolean)
      .join(', '),
    party.siren ? identity.siren + escapeMarkdown(party.siren) : null,
    typed(party.mentions),
    party.address?.trim()
      ? identity.address + escapeMarkdown(party.address.trim().replaceAll(/\s*\n\s*/g, ', '))
      : null,
    party.email ? identity.email + escapeMarkdown(party.email) : null,
    bodies ? identity.bodies + escapeMarkdown(bodies) : null,
    insurance?.insurer && insurance.policy && until
      ? identity.insurance(escapeMarkdown(insurance.insurer), escapeMarkdown(insurance.policy), until)
      : null,
  ];
  return bullets(lines);
}

function declarationText(draft: ContractDraft, party: Party, language: Language): string {
  const words = CONTRACT_WORDS[language];
  const { declares, items } = draft.relationships?.[party] ?? {};
  if (declares === 'none') return words.declaresNone[party];
  const known = bullets(
    items?.map(({ kind, note }) =>
      kind
        ? words.relationships[kind] + (note?.trim() ? words.colon + escapeMarkdown(note.trim()) : '')
        : null,
    ),
  );
  return `${words.declaresSome[party]}\n\n${known ?? NOT_YET}`;
}
