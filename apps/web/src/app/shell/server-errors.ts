import type { FieldTree, ValidationError } from '@angular/forms/signals';
import { Refused } from './refused';

/** What a form is told about its fields after a refusal. */
export type FieldProblems = ValidationError.WithFieldTree[];

/**
 * The field errors of a refusal, put to the fields of a form by their names. `others` says where the error of a
 * field of the request goes that has another name in the form. What fits no field is left to the general words.
 */
export function serverErrors<Model extends object>(
  error: unknown,
  form: FieldTree<Model>,
  others: Readonly<Record<string, FieldTree<string>>> = {},
): FieldProblems {
  if (!(error instanceof Refused)) return [];
  const fields = form as unknown as Readonly<Record<string, FieldTree<unknown> | undefined>>;
  return Object.entries(error.fields).flatMap(([path, code]) => {
    const name = path.split('.')[0] ?? path;
    const fieldTree = others[name] ?? (name in form().value() ? fields[name] : undefined);
    return fieldTree ? [{ fieldTree: fieldTree as FieldTree<unknown>, kind: 'server', message: code }] : [];
  });
}
