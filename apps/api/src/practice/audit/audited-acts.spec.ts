import { AUDIT_ACTS } from '@visavis/practice';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expectKnownActs } from '../../testing/known-acts';

const SOURCES = join(__dirname, '../..');
/** These take the act from whoever calls, and the compiler knows which there are. */
const TYPED = ['booking/appointments/appointment.repository.ts', 'practice/audit.queries.ts'];

/** Source and database functions: a statement that writes an audit row, up to its end. */
const STATEMENT = /INSERT INTO audit_event[^`;]*/g;
const ACT = /'(?!member'|visitor'|worker'|operator')([a-z-]+)'/g;

test('every act that a statement writes has a word in the history', () => {
  const acts = globSync('**/*.ts', { cwd: SOURCES, exclude: ['**/*.spec.ts'] })
    .filter((file) => !TYPED.includes(file))
    .flatMap((file) =>
      [...readFileSync(join(SOURCES, file), 'utf8').matchAll(STATEMENT)].map(([statement]) => ({
        file,
        acts: [...statement.matchAll(ACT)].map(([, act]) => act),
      })),
    );
  expect(acts.length).toBeGreaterThan(5);
  for (const { file, acts: named } of acts) {
    expect({ file, named: named.length }).toEqual({ file, named: 1 });
    expect({ file, known: AUDIT_ACTS.filter((act) => named.includes(act)) }).toEqual({ file, known: named });
  }
});

test('a program that wrote an act without a word does not stop quietly', async () => {
  await expect(expectKnownActs(() => Promise.resolve([{ act: 'tea-made' }]))).rejects.toThrow('tea-made');
  await expectKnownActs(() => Promise.resolve([]));
});
