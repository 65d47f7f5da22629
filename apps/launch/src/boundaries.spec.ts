import assert from 'node:assert/strict';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { ESLint } from 'eslint';
import { root } from './project.ts';
import { runNx } from './run-nx.ts';

const RULE = '@nx/enforce-module-boundaries';

/** A line of code in a file that need not exist: [file, code]. */
const FORBIDDEN: readonly (readonly [string, string])[] = [
  [
    'libs/kernel/src/violation.ts',
    `import { availableSlots } from '@visavis/booking';\nexport const x = availableSlots;`,
  ],
  [
    'libs/booking/src/violation.ts',
    `import { signInWish } from '@visavis/account';\nexport const x = signInWish;`,
  ],
  ['libs/booking/src/violation.ts', `import { x } from '../../../apps/api/src/main';\nexport const y = x;`],
  ['apps/web/src/violation.ts', `import { x } from '../../api/src/main';\nexport const y = x;`],
  ['apps/public/src/violation.ts', `import { x } from '../../web/src/main';\nexport const y = x;`],
  ['apps/api/src/violation.ts', `import { x } from '../../launch/src/project';\nexport const y = x;`],
  ['apps/launch/src/violation.ts', `import { Refusal } from '@visavis/kernel';\nexport const x = Refusal;`],
];
const ALLOWED: typeof FORBIDDEN = [
  ['libs/booking/src/fine.ts', `import { Refusal } from '@visavis/kernel';\nexport const x = Refusal;`],
  ['apps/api/src/fine.ts', `import { Refusal } from '@visavis/kernel';\nexport const x = Refusal;`],
  ['apps/web/src/fine.ts', `import { LANGUAGES } from '@visavis/kernel';\nexport const x = LANGUAGES;`],
];

describe('the boundaries between projects', () => {
  const eslint = new ESLint({ cwd: root });
  // Without nx's graph of the projects the rule finds nothing, silently.
  before(async () => {
    process.env['NX_DAEMON'] = 'false';
    assert.equal((await runNx(['show', 'projects'])).code, 0);
  });

  for (const [file, code] of FORBIDDEN)
    it(`refuse ${code.split(';')[0]} in ${file}`, async () =>
      assert.deepEqual(await violations(file, code), [RULE]));
  for (const [file, code] of ALLOWED)
    it(`allow ${code.split(';')[0]} in ${file}`, async () =>
      assert.deepEqual(await violations(file, code), []));

  async function violations(file: string, code: string): Promise<(string | null)[]> {
    const [result] = await eslint.lintText(`${code}\n`, { filePath: join(root, file) });
    return (result?.messages ?? []).map(({ ruleId }) => ruleId);
  }
});
