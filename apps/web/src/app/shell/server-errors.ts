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
  return Object.entries(error.fields).flatMap(([path, code]) => {
    const steps = path.split('.');
    const fieldTree = others[steps[0] ?? path] ?? fieldAt(form as FieldTree<unknown>, steps);
    return fieldTree ? [{ fieldTree: fieldTree as FieldTree<unknown>, kind: 'server', message: code }] : [];
  });
}

/** As deep as the form goes along the path; null when not even its first step is part of the form. */
function fieldAt(form: FieldTree<unknown>, steps: readonly string[]): FieldTree<unknown> | null {
  let field = form;
  let found: FieldTree<unknown> | null = null;
  for (const step of steps) {
    const value = field().value();
    if (typeof value !== 'object' || value === null || !(step in value)) break;
    field = (field as unknown as Readonly<Record<string, FieldTree<unknown>>>)[step]!;
    found = field;
  }
  return found;
}
