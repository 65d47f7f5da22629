import { FIELD_ERROR_CODES, type FieldError, type FieldErrorCode } from '@visavis/kernel';
import type * as z from 'zod/mini';

/** Every field that is wrong, by its path; unknown names are named themselves. */
export function fieldErrorsOf(error: z.core.$ZodError, below: readonly PropertyKey[] = []): FieldError[] {
  return error.issues.flatMap((issue) => {
    const path = [...below, ...issue.path];
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({ field: [...path, key].join('.'), code: 'unknown-field' as const }));
    return [{ field: path.join('.'), code: codeOf(issue.message) }];
  });
}

function codeOf(message: string): FieldErrorCode {
  return FIELD_ERROR_CODES.find((code) => code === message) ?? 'invalid';
}
