import { parse } from 'csv-parse/sync';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { csvCell, textOfCell } from './csv-cell';
import { csvOf } from './export-sheet';
import { columnsOf, EXPORTED } from './export-tables';

const FORMULAS = [
  '=HYPERLINK("https://evil","x")',
  '+1',
  '-1+1',
  '@SUM',
  '\t=1',
  '\r=1',
  '\n=1',
  '＝1',
  '＋1',
  '－1',
  '＠x',
  "'=1",
  "''",
];
const STRUCTURES = [
  'a,b',
  'say "x"',
  'two\nlines',
  'two\r\nlines',
  'a;b',
  '\ufeffmark',
  '',
  ' ',
  "l'été",
  '"',
];

async function written(values: readonly string[]): Promise<string[]> {
  const file = await buffer(
    csvOf(['name', 'next'], Readable.from(values.map((name) => ({ name, next: 7 })))),
  );
  const rows: string[][] = parse(file, { bom: true });
  expect(rows[0]).toEqual(['name', 'next']);
  return rows.slice(1).map(([cell = '']) => cell);
}

describe('a cell', () => {
  it.each([...FORMULAS])(
    'CSV formula: %j begins with an apostrophe, and the text comes back',
    async (formula) => {
      const [cell] = await written([formula]);
      expect(cell).toBe(`'${formula}`);
      expect(textOfCell(cell ?? '')).toBe(formula);
    },
  );

  it('CSV structure: as many rows come back as were written, each as it was', async () => {
    const cells = await written([...STRUCTURES, ...FORMULAS]);
    expect(cells.map(textOfCell)).toEqual([...STRUCTURES, ...FORMULAS]);
    expect(String(await buffer(csvOf(['name'], Readable.from([{ name: 'a' }]))))).toBe('\ufeffname\r\na\r\n');
    expect(String(await buffer(csvOf(['name'], Readable.from([]))))).toBe('\ufeffname\r\n');
  });

  it('comes back from any text', async () => {
    const signs = ['=', '+', '-', '@', "'", '"', ',', '\r', '\n', '\t', '\ufeff', 'é', ' ', 'x', '＝'];
    let seed = 7;
    const next = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below;
    const texts = Array.from({ length: 2_000 }, () =>
      Array.from({ length: next(6) }, () => signs[next(signs.length)]).join(''),
    );
    expect((await written(texts)).map(textOfCell)).toEqual(texts);
  });

  it('holds moments in UTC, numbers as they are and lists as JSON', () => {
    expect(csvCell(new Date(0))).toBe('1970-01-01T00:00:00.000Z');
    expect(csvCell(-5)).toBe('-5');
    expect(csvCell(null)).toBe('');
    expect(csvCell({ a: '=1' })).toBe('{"a":"=1"}');
  });
});

describe('the columns of an export', () => {
  it('are named after what they are called in the file', () => {
    expect(columnsOf("id, date::text AS date, encode(hash, 'hex') AS hash,\n  created_at")).toEqual([
      'id',
      'date',
      'hash',
      'created_at',
    ]);
  });

  it('hold nothing that opens anything', () => {
    for (const columns of Object.values(EXPORTED))
      expect(columns).not.toMatch(/secret|token|key_hash|feed_version|link_version|account_id|passkey/);
  });
});
