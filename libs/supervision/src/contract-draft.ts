import * as z from 'zod';
import { contractContent, type ContractContent } from './contract-content';

/** The same sections with everything optional; null stands for "not yet" too. */
export type DraftOf<Value> = Value extends readonly (infer Item)[]
  ? readonly DraftOf<Item>[]
  : Value extends object
    ? { readonly [Key in keyof Value]?: DraftOf<Value[Key]> | null | undefined }
    : Value;
export type ContractDraft = DraftOf<ContractContent>;

/** What no draft may hold, however unfinished: everything else can still become a contract by typing on. */
const NEVER = new Set([
  'unknown-field',
  'not-in-list',
  'invalid',
  'too-long',
  'too-large',
  'control-characters',
]);

/** Half a SIREN is a step on the way to one. */
const MAY_BE_HALF_TYPED = /\.siren$/;

/**
 * A contract while it is written: any part may be missing or half typed, nothing may be unknown, of another
 * kind or too long. The judge is `contractContent` itself, so a draft cannot drift from what it becomes.
 */
export const contractDraft = z
  .record(z.string(), z.unknown(), { error: 'required' })
  .superRefine((draft, context) => {
    for (const { path, message } of readDraft(draft).gaps) {
      const field = path.join('.');
      if (NEVER.has(message) && !(MAY_BE_HALF_TYPED.test(field) && message === 'invalid'))
        context.addIssue({ code: 'custom', message, path: [...path] });
    }
  }) as unknown as z.ZodType<ContractDraft, ContractDraft>;

export interface ShapeGap {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** Sections that always exist: what is missing is named field by field, not "everything". */
const SECTIONS = {
  parties: { supervisor: { insurance: {} }, coach: {} },
  purpose: { functions: {} },
  format: { frequency: {}, place: {} },
  fees: { vat: {} },
  cancellation: {},
  confidentiality: {},
  ethics: {},
  relationships: { supervisor: {}, coach: {} },
  dataProtection: {},
  records: {},
  ending: {},
  law: {},
  clauses: {},
} as const;

/** What keeps a draft from being a contract, as far as shapes can tell; the contract when nothing does. */
export function readDraft(draft: unknown): { content: ContractContent | null; gaps: readonly ShapeGap[] } {
  const parsed = contractContent.safeParse(withSections(draft, SECTIONS));
  if (parsed.success) return { content: parsed.data, gaps: [] };
  return { content: null, gaps: parsed.error.issues.flatMap(gapsOf) };
}

function withSections(value: unknown, sections: object): unknown {
  if (value === undefined || value === null) return withSections({}, sections);
  if (typeof value !== 'object' || Array.isArray(value)) return value;
  const filled: Record<string, unknown> = { ...value };
  for (const [name, inner] of Object.entries(sections))
    filled[name] = withSections(Object.hasOwn(value, name) ? filled[name] : undefined, inner as object);
  return filled;
}

function gapsOf(issue: z.core.$ZodIssue): ShapeGap[] {
  const path = issue.path.map((step) => (typeof step === 'number' ? step : String(step)));
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ path: [...path, key.slice(0, 100)], message: 'unknown-field' }));
  return [{ path, message: issue.message }];
}
