import { readFile } from './read-file';

const bytes = (text: string) => new TextEncoder().encode(text) as Uint8Array<ArrayBuffer>;

describe('reading a file', () => {
  it('hashes it, and its first part where something was added', async () => {
    const first = '%PDF-1.7\nxref\n%%EOF\n';
    const gap = '<3000>';
    const range = (end: number, rest: number) =>
      `/ByteRange [0 ${end} ${end + gap.length} ${rest}]`.padEnd(60);
    const head = (end: number, rest: number) => `${first}${range(end, rest)}/Contents `;
    const end = head(0, 0).length;
    const start = end + gap.length + 1;
    const tail = `\ntrailer << /Prev 9 >>\nstartxref\n${start}\n%%EOF\n`;
    const facts = await readFile(bytes(head(end, tail.length) + gap + tail));

    expect(facts.covered).toBe(true);
    expect(facts.frozenSha256).toBe((await readFile(bytes(first))).sha256);
    expect(facts.sha256).not.toBe(facts.frozenSha256);
  });

  it('takes any file for what it is', async () => {
    expect(await readFile(bytes('abc'))).toEqual({
      sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
      covered: null,
    });
  });
});
