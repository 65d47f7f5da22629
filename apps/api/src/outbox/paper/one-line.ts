/**
 * Text made fit for a header, a subject or one line of a calendar file: control characters, line and paragraph
 * separators become spaces. Input is checked at the door already; this is the wall behind it.
 */
export function oneLine(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ')
    .trim();
}
