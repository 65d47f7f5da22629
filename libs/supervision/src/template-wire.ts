import { LANGUAGES } from '@visavis/kernel';
import * as z from 'zod';
import { clauseTexts } from './contract-content';
import { contractDraft } from './contract-draft';
import { oneLine, oneOf, wholeNumber } from '@visavis/typed-text';
import { instant } from './wire-text';

/** `POST /api/contract-templates`, `PUT /api/contract-templates/:id` (owners): a new version of a template. */
export const templateWish = z.strictObject({
  name: oneLine(120),
  language: oneOf(LANGUAGES),
  clauses: clauseTexts,
  /** What a draft made from it starts with; its own clauses are not read. */
  defaults: contractDraft,
  /** Of the version that was changed; 0 for a new template. */
  number: wholeNumber(0, 10_000),
});
export type TemplateWish = z.output<typeof templateWish>;

export const templateReply = z.object({
  id: z.string(),
  name: z.string(),
  language: z.enum(LANGUAGES),
  /** Version of the template, raised at every change. */
  number: z.number().int(),
  /** `product`: comes with Visavis and is copied, not changed. */
  origin: z.enum(['product', 'practice']),
  clauses: clauseTexts,
  defaults: z.record(z.string(), z.unknown()) as unknown as typeof contractDraft,
  updatedAt: instant.nullable(),
});
export type TemplateReply = z.output<typeof templateReply>;

/** `GET /api/contract-templates` */
export const templatesReply = z.object({ templates: z.array(templateReply) });
export type TemplatesReply = z.output<typeof templatesReply>;
