import type { Language } from '@visavis/kernel';
import { PRODUCT_TEMPLATES, type TemplateReply } from '@visavis/supervision';
import type { Transaction } from '../../database/transactions';

/** A template of the practice's own, in the version that was used. */
export interface TemplateOrigin {
  readonly id: string;
  readonly number: number;
}

interface TemplateRow {
  readonly id: string;
  readonly name: string;
  readonly language: Language;
  readonly number: number;
  readonly clauses: TemplateReply['clauses'];
  readonly defaults: TemplateReply['defaults'];
  readonly created_at: Date;
}

const NEWEST = `
  SELECT DISTINCT ON (t.id) t.id, t.name, t.language, t.number, t.clauses, t.defaults, t.created_at FROM contract_template t
  WHERE t.practice_id = $1 AND ($2::uuid IS NULL OR t.id = $2) ORDER BY t.id, t.number DESC`;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The newest version of each, the product's first. */
export async function listTemplates(
  transaction: Transaction,
  practiceId: string,
  id: string | null = null,
): Promise<TemplateReply[]> {
  const rows: TemplateRow[] = await transaction.query(NEWEST, [practiceId, id]);
  return rows.map(({ created_at: at, ...row }) => ({
    ...row,
    origin: 'practice' as const,
    updatedAt: at.getTime(),
  }));
}

export async function findTemplate(
  transaction: Transaction,
  practiceId: string,
  id: string,
): Promise<(TemplateReply & { readonly stored: TemplateOrigin | null }) | null> {
  const product = PRODUCT_TEMPLATES.find((template) => template.id === id);
  if (product !== undefined) return { ...product, stored: null };
  if (!UUID.test(id)) return null;
  const [own] = await listTemplates(transaction, practiceId, id.toLowerCase());
  return own === undefined ? null : { ...own, stored: { id: own.id, number: own.number } };
}
