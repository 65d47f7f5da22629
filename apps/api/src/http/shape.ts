import {
  FIELD_ERROR_CODES,
  Refusal,
  type FieldError,
  type FieldErrorCode,
  type GeneralRefusal,
} from '@visavis/kernel';
import type { StandardSchemaV1 } from '@standard-schema/spec';
import { StandardSchemaValidationPipe, type ArgumentMetadata } from '@nestjs/common';
import * as z from 'zod';

/** Field errors beyond this many say nothing new. */
const MOST_ERRORS = 50;

export function malformed(errors: readonly FieldError[]): Refusal<GeneralRefusal> {
  return new Refusal('malformed', { errors });
}

/** Validates what `@Body`, `@Param` or `@Query` name as `schema`; every wrong field is named in the refusal. */
export const shapes = new (class extends StandardSchemaValidationPipe {
  /** A part of the address has no path within itself: it is named by what the route calls it. */
  override async transform<Value>(value: Value, metadata: ArgumentMetadata): Promise<Value> {
    try {
      return (await super.transform(value, metadata)) as Value;
    } catch (error) {
      const { data } = metadata;
      if (!(error instanceof Refusal) || data === undefined) throw error;
      const errors = error.details['errors'] as readonly FieldError[];
      throw malformed(errors.map((each) => (each.field === '' ? { ...each, field: data } : each)));
    }
  }
})({
  exceptionFactory: (issues) => malformed(issues.slice(0, MOST_ERRORS).flatMap(toFieldErrors)),
});

/** The same outside of Nest's parameters. @throws Refusal malformed */
export function parseShape<Shape extends z.core.$ZodType>(shape: Shape, value: unknown): z.output<Shape> {
  const parsed = z.safeParse(shape, value);
  if (!parsed.success) throw malformed(parsed.error.issues.slice(0, MOST_ERRORS).flatMap(toFieldErrors));
  return parsed.data;
}

function toFieldErrors(issue: StandardSchemaV1.Issue): FieldError[] {
  const path = (issue.path ?? []).map((segment) =>
    String(typeof segment === 'object' ? segment.key : segment),
  );
  if ('keys' in issue && Array.isArray(issue.keys)) {
    // zod's issue about members the shape does not know
    return (issue.keys as string[])
      .slice(0, MOST_ERRORS)
      .map((key) => ({ field: [...path, key.slice(0, 100)].join('.'), code: 'unknown-field' as const }));
  }
  return [{ field: path.join('.'), code: codeOf(issue.message) }];
}

function codeOf(message: string): FieldErrorCode {
  return FIELD_ERROR_CODES.find((code) => code === message) ?? 'invalid';
}
