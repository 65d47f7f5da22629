import type { KnownDocument } from '@visavis/booking';

export const VERDICTS = ['sealed', 'signed', 'unsigned', 'ended', 'changed', 'not'] as const;
export type Verdict = (typeof VERDICTS)[number];

const SIGNED = ['signed', 'in-force', 'superseded'];
const ENDED = ['declined', 'withdrawn', 'lapsed', 'rescinded'];

/** What a file is, in one of six sentences; `covered` false says that its signature does not cover all of it. */
export function judgeDocument(document: KnownDocument, covered: boolean | null): Verdict {
  if (document.known === null) return covered === false ? 'changed' : 'not';
  if (document.beginningOnly || covered === false) return 'changed';
  if (document.known === 'sealed-document') return 'sealed';
  if (ENDED.includes(document.state ?? '')) return 'ended';
  return SIGNED.includes(document.state ?? '') ? 'signed' : 'unsigned';
}
