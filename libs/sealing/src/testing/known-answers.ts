import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Bytes, fromHex } from '@visavis/sealing-proof';

type Answers = Readonly<Record<string, string | number>>;

/** `cases/vault-vectors.json`: known answers that another implementation gave. */
const answers = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../cases/vault-vectors.json'), 'utf8'),
) as Readonly<Record<string, Answers>>;

export function text(group: string, name: string): string {
  const value = answers[group]?.[name];
  if (typeof value !== 'string') throw new RangeError(`${group}.${name} is no text`);
  return value;
}

export function bytes(group: string, name: string): Bytes {
  return fromHex(text(group, name));
}

export function number(group: string, name: string): number {
  const value = answers[group]?.[name];
  if (typeof value !== 'number') throw new RangeError(`${group}.${name} is no number`);
  return value;
}
