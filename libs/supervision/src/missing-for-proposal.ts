import { FIELD_ERROR_CODES } from '@visavis/kernel';
import { readDraft, type ContractDraft } from './contract-draft';
import type { ContractContent, Declaration } from './contract-content';
import { unknownPlaceholders } from './placeholders';
import { BLOCKING_RELATIONSHIPS, CLAUSES, PARTIES, type Clause, type Party } from './words';

/** Why a draft cannot be proposed yet; clients have words for each in both languages. */
export const GAP_CODES = [
  ...FIELD_ERROR_CODES,
  'sum-not-100',
  'ends-before-start',
  'in-the-past',
  'needs-package',
  'insurance-too-short',
  'relationship-blocks',
  'note-needed',
  'contradicts',
  'email-not-proven',
  'unknown-placeholder',
] as const;
export type GapCode = (typeof GAP_CODES)[number];

export interface Gap {
  /** Path in the content, dots between levels: `parties.coach.siren`. */
  readonly field: string;
  readonly code: GapCode;
}

export interface ProposalFacts {
  /** In the contract's zone, `YYYY-MM-DD`. */
  readonly today: string;
  readonly emailProven: Readonly<Record<Party, boolean>>;
}

/**
 * Everything that keeps a draft from being proposed, in the order of the form. Rules between fields are
 * judged as soon as both fields can be read.
 */
export function missingForProposal(draft: ContractDraft, facts: ProposalFacts): Gap[] {
  const { gaps } = readDraft(draft);
  const shape = gaps.map(({ path, message }) => ({ field: path.join('.'), code: codeOf(message) }));
  const named = new Set(shape.map(({ field }) => field));
  return [...shape, ...rules(draft, facts).filter(({ field }) => !named.has(field))];
}

/** The finished content, once nothing is missing. */
export function contentToPropose(draft: ContractDraft, facts: ProposalFacts): ContractContent | null {
  return missingForProposal(draft, facts).length > 0 ? null : readDraft(draft).content;
}

function codeOf(message: string): GapCode {
  return GAP_CODES.find((code) => code === message) ?? 'invalid';
}

function rules(draft: ContractDraft, facts: ProposalFacts): Gap[] {
  return [
    ...partyRules(draft, facts),
    ...purposeRules(draft),
    ...termRules(draft, facts),
    ...feeRules(draft),
    ...PARTIES.flatMap((party) => relationshipRules(draft.relationships?.[party], `relationships.${party}`)),
    ...consumerRules(draft),
    ...CLAUSES.flatMap((clause) => clauseRules(draft, clause)),
  ];
}

/** A private person has none, and abroad there are other registers. */
const WITHOUT_SIREN = new Set(['private-person', 'employee', 'other']);

function partyRules(draft: ContractDraft, facts: ProposalFacts): Gap[] {
  return PARTIES.flatMap((party): Gap[] => {
    const { siren, legalStatus, email } = draft.parties?.[party] ?? {};
    const gaps: Gap[] = [];
    if (!siren && legalStatus && !WITHOUT_SIREN.has(legalStatus))
      gaps.push({ field: `parties.${party}.siren`, code: 'required' });
    if (email && !facts.emailProven[party])
      gaps.push({ field: `parties.${party}.email`, code: 'email-not-proven' });
    return gaps;
  });
}

function purposeRules({ purpose }: ContractDraft): Gap[] {
  const { formative, normative, restorative } = purpose?.functions ?? {};
  if (typeof formative !== 'number' || typeof normative !== 'number' || typeof restorative !== 'number')
    return [];
  return formative + normative + restorative === 100
    ? []
    : [{ field: 'purpose.functions', code: 'sum-not-100' }];
}

function termRules({ format, amendment, parties }: ContractDraft, { today }: ProposalFacts): Gap[] {
  const gaps: Gap[] = [];
  const { startsOn, term } = format ?? {};
  const effectiveOn = amendment?.effectiveOn;
  if (term?.kind === 'fixed' && term.endsOn && startsOn && term.endsOn <= startsOn)
    gaps.push({ field: 'format.term.endsOn', code: 'ends-before-start' });
  if (effectiveOn && effectiveOn < today) gaps.push({ field: 'amendment.effectiveOn', code: 'in-the-past' });
  const insuredUntil = parties?.supervisor?.insurance?.validUntil;
  const from = effectiveOn ?? startsOn;
  if (insuredUntil && from && insuredUntil < from)
    gaps.push({ field: 'parties.supervisor.insurance.validUntil', code: 'insurance-too-short' });
  return gaps;
}

function feeRules({ fees, format }: ContractDraft): Gap[] {
  const gaps: Gap[] = [];
  if (fees?.unit === 'package' && format?.term && format.term.kind !== 'package')
    gaps.push({ field: 'fees.unit', code: 'needs-package' });
  const { mode, rateBp } = fees?.vat ?? {};
  if (mode === 'charged' && typeof rateBp !== 'number')
    gaps.push({ field: 'fees.vat.rateBp', code: 'required' });
  if (mode && mode !== 'charged' && typeof rateBp === 'number')
    gaps.push({ field: 'fees.vat.rateBp', code: 'contradicts' });
  return gaps;
}

type DeclarationDraft = ContractDraft['relationships'] extends infer Both
  ? NonNullable<Both> extends { readonly coach?: infer One }
    ? One
    : Declaration
  : never;

function relationshipRules(declaration: DeclarationDraft, at: string): Gap[] {
  const items = declaration?.items ?? [];
  if (declaration?.declares === 'none' && items.length > 0)
    return [{ field: `${at}.declares`, code: 'contradicts' }];
  if (declaration?.declares === 'some' && items.length === 0)
    return [{ field: `${at}.items`, code: 'required' }];
  return items.flatMap(({ kind, note }, index): Gap[] => {
    if (kind && BLOCKING_RELATIONSHIPS.includes(kind))
      return [{ field: `${at}.items.${index}.kind`, code: 'relationship-blocks' }];
    return kind && !note?.trim() ? [{ field: `${at}.items.${index}.note`, code: 'note-needed' }] : [];
  });
}

function consumerRules({ parties, consumer }: ContractDraft): Gap[] {
  const { legalStatus, capacity } = parties?.coach ?? {};
  if (legalStatus === 'private-person' && capacity === 'professional')
    return [{ field: 'parties.coach.capacity', code: 'contradicts' }];
  if (capacity === 'consumer' && !consumer) return [{ field: 'consumer', code: 'required' }];
  return [];
}

function clauseRules(draft: ContractDraft, clause: Clause): Gap[] {
  const field = `clauses.${clause}`;
  const text = draft.clauses?.[clause] ?? '';
  if (unknownPlaceholders(text).length > 0) return [{ field, code: 'unknown-placeholder' }];
  return text.trim() === '' && needsText(draft, clause) ? [{ field, code: 'required' }] : [];
}

function needsText(draft: ContractDraft, clause: Clause): boolean {
  if (clause === 'additional') return false;
  if (clause === 'amendment') return Boolean(draft.amendment);
  if (clause === 'consumer') return Boolean(draft.consumer);
  return true;
}
