import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const SOURCE = join(__dirname, '..');
const PROJECT = join(SOURCE, '../../..');

/** What the specification of the product's security asks for, by the numbers of OWASP ASVS 5.0. */
const ASKED = `
  V1.2.1 V1.2.2 V1.2.4 V1.2.10 V1.3.6 V1.3.7 V1.3.11 V1.3.12 V1.5.1 V1.5.3 V2.1.3 V2.2.1 V2.2.3 V2.3.1 V2.3.2
  V2.3.3 V2.3.4 V2.3.5 V2.4.1 V3.2.1 V3.3.1 V3.3.2 V3.3.4 V3.4.1 V3.4.2 V3.4.3 V3.4.5 V3.4.6 V3.4.8 V3.5.1
  V3.5.3 V3.7.2 V4.1.3 V4.1.4 V5.2.1 V5.4.2 V6.2.12 V6.3.1 V6.3.3 V6.3.4 V6.3.8 V6.4.3 V6.5.1 V6.5.5 V7.2.3
  V7.2.4 V7.3.1 V7.4.1 V7.4.2 V7.4.3 V7.5.1 V7.5.3 V8.2.1 V8.2.2 V8.2.3 V8.3.2 V8.4.1 V11.3.2 V11.3.4 V11.4.2
  V11.4.4 V11.5.1 V12.3.2 V13.1.2 V13.2.6 V13.4.5 V14.2.1 V14.2.7 V14.3.2 V14.3.3 V15.1.2 V15.3.1 V15.3.2
  V15.3.3 V15.3.4 V15.3.5 V15.3.6 V15.3.7 V15.4.2 V16.2.5 V16.3.2 V16.4.1 V16.5.1 V16.5.2 V16.5.3 V16.5.4`;

describe('the table of security checks', () => {
  const rows = readFileSync(join(SOURCE, 'security-checks.md'), 'utf8')
    .split('\n')
    .filter((line) => /^\| V\d/.test(line))
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .map(([, number = '', what = '', proof = '']) => ({ number, what, proof }));

  it('has a row for each that was asked for, and none twice', () => {
    expect(rows.map(({ number }) => number).sort()).toEqual(ASKED.trim().split(/\s+/).sort());
  });

  it.each(rows)('$number is proven by files that are there, or said not to apply', ({ what, proof }) => {
    const files = [...proof.matchAll(/`([^`]+)`/g)].map(([, file = '']) => file);
    if (files.length === 0) expect(what).toMatch(/^not applicable, because /);
    for (const file of files)
      expect({
        file,
        exists: existsSync(file.startsWith('/') ? join(PROJECT, file) : join(SOURCE, file)),
      }).toEqual({
        file,
        exists: true,
      });
  });
});
