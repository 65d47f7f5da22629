import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

interface BadInput {
  readonly surface: string;
  readonly name: string;
}

const SOURCE = join(__dirname, '..');
const HERE = ['auth', 'public-booking', 'contract-signature', 'exports', 'admin', 'journal-api'];

const items = JSON.parse(readFileSync(join(SOURCE, '../cases/bad-inputs.json'), 'utf8')) as BadInput[];
const tests = globSync('**/*.spec.ts', { cwd: SOURCE }).map((path) =>
  readFileSync(join(SOURCE, path), 'utf8'),
);
const table = readFileSync(join(SOURCE, 'bad-inputs.md'), 'utf8');

/** True when the name of a test begins with it. */
function isTested(name: string, sources: readonly string[]): boolean {
  const escaped = name.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  const begins = new RegExp(`(\\b(it|describe)\\(\\s*|\\]\\)\\(\\s*)(['"\`])${escaped}(:|\\3)`);
  return sources.some((source) => begins.test(source));
}

function isExplained({ surface, name }: BadInput): boolean {
  return new RegExp(
    `^\\| ${surface} \\| ${name.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&')} \\| .{20,} \\|$`,
    'm',
  ).test(table);
}

describe('the collection of bad inputs', () => {
  const ours = items.filter(({ surface }) => HERE.includes(surface));

  it('has items of these surfaces', () => {
    for (const surface of HERE) expect(ours.some((item) => item.surface === surface)).toBe(true);
  });

  it.each(ours)('$surface: "$name" is a test, or a line that says why not', (item) => {
    expect(isTested(item.name, tests) || isExplained(item)).toBe(true);
  });

  it('would miss one that is neither', () => {
    const missing = { surface: 'admin', name: 'an item nobody has thought of' };
    expect(
      isTested(
        missing.name,
        tests.filter((source) => !source.includes('nobody has thought of')),
      ) || isExplained(missing),
    ).toBe(false);
  });
});

describe('the table of the surface `email`', () => {
  const letters = readFileSync(join(SOURCE, 'booking/letters/bad-inputs.md'), 'utf8');
  const rows = new Map(
    [...letters.matchAll(/^\| (?!item|-)(.+?) \| (.+) \|$/gm)].map(([, item = '', proof = '']) => [
      item,
      proof,
    ]),
  );

  it('has a row for every item', () => {
    const wanted = items.filter(({ surface }) => surface === 'email').map(({ name }) => name);
    expect([...rows.keys()]).toEqual(wanted);
  });

  it.each([...rows])('"%s" names tests that are in the files it says', (_item, proof) => {
    const cited = [...proof.matchAll(/`([^`]+\.spec\.ts)`: ((?:"[^"]+"(?: \([^)]*\))?(?:, )?)+)/g)];
    expect(cited.length).toBeGreaterThan(0);
    for (const [, file = '', names = ''] of cited) {
      const source = readFileSync(join(SOURCE, file), 'utf8');
      for (const [, name = ''] of names.matchAll(/"([^"]+)"/g)) {
        // A name with %s is that of a whole family; its words around the placeholder must stand there.
        const said = source.includes(`'${name}`) || isFamily(name, source);
        expect(said ? '' : `${file} has no test "${name}"`).toBe('');
      }
    }
  });

  function isFamily(name: string, source: string): boolean {
    const families = [...source.matchAll(/'((?:[^'\n]*%s[^'\n]*)+)'/g)].map(([, family = '']) => family);
    return families.some((family) => {
      const [before = '', after = ''] = family.split('%s');
      return (before + after).length > 8 && name.startsWith(before) && name.endsWith(after);
    });
  }
});
