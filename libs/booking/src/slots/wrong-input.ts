/** @throws RangeError that begins with the name of the field, always. */
export function wrongInput(field: string, rule: string, value: unknown): never {
  throw new RangeError(
    `${field} must be ${rule}, not ${typeof value === 'string' ? JSON.stringify(value) : String(value)}`,
  );
}

/** What every field that holds a moment must be. */
export const MOMENT_RULE = 'epoch milliseconds or ISO text with an offset';
