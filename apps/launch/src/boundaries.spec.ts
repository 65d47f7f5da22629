import assert from 'node:assert/strict';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { ESLint } from 'eslint';
import { root } from './project.ts';
import { runNx } from './run-nx.ts';

const RULE = '@nx/enforce-module-boundaries';
const OPENS = `import { openRevision } from '@visavis/sealing';\nexport const x = openRevision;`;
const PROVES = `import { verifyRevision } from '@visavis/sealing-proof';\nexport const x = verifyRevision;`;

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
  ['apps/api/src/violation.ts', OPENS],
  ['libs/account/src/violation.ts', OPENS],
  ['libs/account/src/violation.ts', PROVES],
  ['libs/journal/src/violation.ts', OPENS],
  ['libs/sealing-proof/src/violation.ts', OPENS],
  [
    'libs/sealing/src/violation.ts',
    `import { signInWish } from '@visavis/account';\nexport const x = signInWish;`,
  ],
];
const ALLOWED: typeof FORBIDDEN = [
  ['libs/booking/src/fine.ts', `import { Refusal } from '@visavis/kernel';\nexport const x = Refusal;`],
  ['apps/api/src/fine.ts', `import { Refusal } from '@visavis/kernel';\nexport const x = Refusal;`],
  ['apps/web/src/fine.ts', `import { LANGUAGES } from '@visavis/kernel';\nexport const x = LANGUAGES;`],
  ['apps/api/src/fine.ts', PROVES],
  ['libs/journal/src/fine.ts', PROVES],
  ['libs/sealing/src/fine.ts', PROVES],
  ['apps/web/src/app/journal/vault/fine.ts', OPENS],
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

  it('refuse what opens a journal to everything in the client but JournalVault and its worker', async () =>
    assert.deepEqual(await violations('apps/web/src/app/journal/entry-page/violation.ts', OPENS), [
      'no-restricted-imports',
    ]));
  it('refuse what opens a journal to the public page', async () =>
    assert.deepEqual((await violations('apps/public/src/violation.ts', OPENS)).toSorted(), [
      RULE,
      'no-restricted-imports',
    ]));

  async function violations(file: string, code: string): Promise<(string | null)[]> {
    const [result] = await eslint.lintText(`${code}\n`, { filePath: join(root, file) });
    return (result?.messages ?? []).map(({ ruleId }) => ruleId);
  }
});
