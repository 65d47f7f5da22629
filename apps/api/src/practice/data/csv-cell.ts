/**
 * What a spreadsheet would take for a formula at the beginning of a cell, the full-width forms among them; an
 * apostrophe stands before it then. Texts that begin with an apostrophe get one as well, so that reading back
 * is exact.
 */
const DANGEROUS = /^['=+\-@\t\r\n\0\uff1d\uff0b\uff0d\uff20]/;

/** A value as a cell: dates as ISO 8601 in UTC, lists and objects as JSON, texts that no spreadsheet calculates. */
export function csvCell(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint')
    return String(value);
  return inert(typeof value === 'string' ? value : JSON.stringify(value));
}

function inert(text: string): string {
  return DANGEROUS.test(text) ? `'${text}` : text;
}

/** The text that a cell was written from. */
export function textOfCell(cell: string): string {
  return cell.startsWith("'") && DANGEROUS.test(cell.slice(1)) ? cell.slice(1) : cell;
}
