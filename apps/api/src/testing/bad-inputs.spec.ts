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
