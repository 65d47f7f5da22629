import { ACCOUNT_REFUSALS } from '@visavis/account';
import { BOOKING_REFUSALS } from '@visavis/booking';
import { VAULT_REFUSALS } from '@visavis/journal';
import { GENERAL_REFUSALS } from '@visavis/kernel';
import { PRACTICE_REFUSALS } from '@visavis/practice';
import { PROOF_REFUSALS } from '@visavis/sealing-proof';
import { SUPERVISION_REFUSALS } from '@visavis/supervision';
import * as z from 'zod';
import { createDocument, type ZodOpenApiPathsObject } from 'zod-openapi';
import { ACCOUNT_ROUTES } from './account-routes';
import { CALENDAR_ROUTES } from './calendar-routes';
import { CONTRACT_ROUTES } from './contract-routes';
import type { Described, Routes } from './described';
import { JOURNAL_ROUTES } from './journal-routes';
import { PRACTICE_ROUTES } from './practice-routes';
import { PUBLIC_ROUTES } from './public-routes';
import { SESSION_ROUTES } from './session-routes';

const ROUTES: Routes = {
  ...PUBLIC_ROUTES,
  ...ACCOUNT_ROUTES,
  ...PRACTICE_ROUTES,
  ...CALENDAR_ROUTES,
  ...CONTRACT_ROUTES,
  ...SESSION_ROUTES,
  ...JOURNAL_ROUTES,
};

const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    reason: z.enum([
      ...GENERAL_REFUSALS,
      ...Object.keys({
        ...BOOKING_REFUSALS,
        ...ACCOUNT_REFUSALS,
        ...PRACTICE_REFUSALS,
        ...SUPERVISION_REFUSALS,
        ...PROOF_REFUSALS,
        ...VAULT_REFUSALS,
      }),
    ]),
    errors: z.array(z.object({ field: z.string(), code: z.string() })).optional(),
    because: z.string().optional(),
    alternatives: z.array(z.int()).optional(),
    conflicts: z.array(z.int()).optional(),
    open: z.object({ appointments: z.int(), contracts: z.int() }).optional(),
    head: z.object({ rev: z.int(), hash: z.string(), epoch: z.int() }).optional(),
  })
  .meta({ id: 'Problem' });

/** The OpenAPI 3.1 document of every route of the REST API, made from the schemas that validate them. */
export function openApiDocument(server: string): ReturnType<typeof createDocument> {
  const paths: ZodOpenApiPathsObject = Object.fromEntries(
    Object.entries(ROUTES).map(([path, methods]) => [
      path,
      Object.fromEntries(
        Object.entries(methods).map(([method, described]) => [method, operation(path, described)]),
      ),
    ]),
  );
  return createDocument({
    openapi: '3.1.0',
    info: { title: 'Visavis', version: '1' },
    servers: [{ url: server }],
    paths,
  });
}

function operation(path: string, described: Described) {
  const { says, query, asks, status = 200, repeatable = false } = described;
  const names = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
  return {
    summary: says,
    requestParams: {
      path: z.object(Object.fromEntries(names.map((name) => [name, z.string()]))),
      ...(query && { query }),
      ...(repeatable && { header: z.object({ 'Idempotency-Key': z.string().max(200).optional() }) }),
    },
    ...(asks && { requestBody: { content: { 'application/json': { schema: asks } } } }),
    responses: {
      [String(status)]: { description: says, ...contentOf(described) },
      default: { description: 'A refusal', content: { 'application/problem+json': { schema: problem } } },
    },
  };
}

function contentOf({ answers, file }: Described) {
  if (file !== undefined) return { content: { [file]: { schema: z.string() } } };
  return answers && { content: { 'application/json': { schema: answers } } };
}
