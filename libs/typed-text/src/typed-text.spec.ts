import { expect, test } from '@jest/globals';
import type * as z from 'zod';
import {
  clockEndText,
  clockText,
  dateText,
  freeText,
  instantText,
  isTimeZone,
  line,
  neededText,
  oneLine,
  oneOf,
  wholeNumber,
} from './index';

test.each([
  ['Europe/Paris', true],
  ['UTC', true],
  ['America/Argentina/Buenos_Aires', true],
  ['+02:00', false],
  ['Mars/Base', false],
  ['EST5EDT,M3.2.0', false],
  ['../etc', false],
  ['', false],
])('time zone %j is known: %s', (name, known) => {
  expect(isTimeZone(name)).toBe(known);
});

const NUL = '\u0000';
const LONE = '\ud83d';

test.each<[string, z.ZodType, unknown, unknown]>([
  ['one line loses the white space around it', oneLine(5), '  Zoé  ', 'Zoé'],
  ['one line is not empty', oneLine(5), '   ', 'required'],
  ['one line has no line break', oneLine(5), 'a\nb', 'control-characters'],
  ['one line has no line separator', oneLine(5), 'a\u2028b', 'control-characters'],
  ['one line is as long as it may be', oneLine(5), 'abcde', 'abcde'],
  ['one line is no longer', oneLine(5), 'abcdef', 'too-long'],
  ['a line may be empty', line(5), ' ', ''],
  ['text has line breaks and tabs', freeText(5), 'a\r\n\tb', 'a\r\n\tb'],
  ['text has no NUL', freeText(5), `a${NUL}`, 'control-characters'],
  ['text has no half of a character', freeText(5), `a${LONE}`, 'control-characters'],
  ['text may be empty', freeText(5), '', ''],
  ['needed text is not', neededText(5), '\n', 'required'],
  ['what is far too long is said to be that first', freeText(5), NUL.repeat(11), 'too-long'],
  ['nothing sent is missing', freeText(5), undefined, 'required'],
  ['null is missing too', freeText(5), null, 'required'],
  ['a number is no text', freeText(5), 7, 'invalid'],
  ['a moment has an offset', instantText, '2026-11-27T10:00:00', 'invalid-time'],
  ['a moment with one', instantText, '2026-11-27T10:00:00+01:00', '2026-11-27T10:00:00+01:00'],
  ['a day that is not in the calendar', dateText, '2026-02-29', 'invalid-date'],
  ['the last minute', clockText, '23:59', '23:59'],
  ['midnight begins a day', clockText, '24:00', 'invalid-time'],
  ['and ends one', clockEndText, '24:00', '24:00'],
  ['a word of a list', oneOf(['yes', 'no']), 'maybe', 'not-in-list'],
  ['a number below', wholeNumber(1, 3), 0, 'too-small'],
  ['a number above', wholeNumber(1, 3), 4, 'too-large'],
  ['half a number', wholeNumber(1, 3), 1.5, 'invalid'],
])('%s', (_, shape, value, expected) => {
  const read = shape.safeParse(value);
  expect(read.success ? read.data : read.error.issues[0]?.message).toBe(expected);
});
