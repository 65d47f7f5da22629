import { inspectSealedPdf } from './inspect-sealed-pdf';

const encoder = new TextEncoder();

/** The skeleton of a signed update behind a frozen file; offsets are right unless told otherwise. */
function aFile(over: { range?: readonly number[]; before?: string; behind?: string; gap?: string } = {}) {
  const first = `%PDF-1.7\n1 0 obj\n${over.before ?? ''}endobj\nxref\ntrailer\n<< /Size 2 >>\nstartxref\n24\n%%EOF\n`;
  const frozen = first.length;
  const previous = first.indexOf('xref\ntrailer');
  const gap = over.gap ?? `<3003020101${'0'.repeat(30)}>`;
  const head = `${first}2 0 obj\n<< /ByteRange [0 RANGE] /Contents `;
  const room = 32;
  const end = head.length - 'RANGE'.length + room;
  const xref = end + gap.length + ' >>\nendobj\n'.length;
  const tail = ` >>\nendobj\nxref\ntrailer\n<< /Size 3 /Prev ${previous} >>\nstartxref\n${xref}\n%%EOF\n`;
  const [length, second, rest] = over.range ?? [end, end + gap.length, tail.length];
  const text =
    head.replace('RANGE', `${length} ${second} ${rest}`.padEnd(room)) + gap + tail + (over.behind ?? '');
  return { bytes: encoder.encode(text), frozen, end, second: end + gap.length, length: text.length };
}

describe('a sealed PDF', () => {
  it('is found to cover everything but its signature, and to begin with the frozen file', () => {
    const { bytes, frozen, end, second, length } = aFile();

    expect(inspectSealedPdf(bytes)).toEqual({
      coversAll: true,
      signed: [
        [0, end],
        [second, length],
      ],
      signature: Uint8Array.of(0x30, 0x03, 0x02, 0x01, 0x01),
      frozenBytes: frozen,
    });
  });

  it('is none when there is no signature, or no PDF', () => {
    expect(inspectSealedPdf(encoder.encode('%PDF-1.7\n%%EOF\n'))).toBeNull();
    expect(inspectSealedPdf(encoder.encode('/ByteRange [0 1 2 3]'))).toBeNull();
    expect(inspectSealedPdf(new Uint8Array())).toBeNull();
  });

  it.each([
    ['something is added behind', aFile({ behind: '3 0 obj\nendobj\n' })],
    ['a second signature is added', aFile({ behind: '/ByteRange [0 1 2 3]' })],
    ['the range stops early', aFile({ range: [200, 250, 10] })],
    ['the range begins later', aFile({ range: [0, 10, 20] })],
    ['more than the signature is left out', aFile({ gap: '<30030201> /Other <00>' })],
    ['the gap holds no signature', aFile({ gap: '(evil)' })],
    ['the range points behind the end', aFile({ range: [9_999_999, 9_999_999, 0] })],
  ])('is not covered when %s', (_case, { bytes }) => {
    expect(inspectSealedPdf(bytes)).toMatchObject({ coversAll: false });
  });

  it('is read in a time that grows with its length alone, whatever it holds', () => {
    const started = performance.now();
    for (const filler of [
      '/ByteRange [',
      '/ByteRange [0 1 2 ',
      '%%EOF\nstartxref\n',
      '<'.repeat(50),
      '/Prev 1 ',
    ]) {
      inspectSealedPdf(aFile({ before: filler.repeat(100_000) }).bytes);
    }
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
