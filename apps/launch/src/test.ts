import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { forgetBuilds } from './build-products.ts';
import { closeWithSum } from './close-with-sum.ts';
import { EarlierResults } from './earlier-results.ts';
import { root } from './project.ts';
import { endCommands } from './run-command.ts';
import { runSteps } from './run-steps.ts';
import { LOGS, testSteps } from './test-steps.ts';

/**
 * `npm test [-- --only=<step>] [-- --fresh]`: proves the product and closes with one line, `N passed, N failed`. What
 * passed today and has not changed since is not run again, and said to be replayed; `--fresh` runs everything.
 */
const { values } = parseArgs({
  options: { only: { type: 'string' }, fresh: { type: 'boolean', default: false } },
});
const say = (line: string) => console.log(line);
const all = testSteps(say);
const steps = values.only ? all.filter(({ name }) => name === values.only) : all;
if (steps.length === 0) {
  console.error(
    `There is no step "${values.only}"; the steps are ${all.map(({ name }) => name).join(', ')}.`,
  );
  process.exit(1);
}

const earlier = new EarlierResults(join(root, 'dist/tested'), root);
if (values.fresh) {
  earlier.forget();
  forgetBuilds();
  process.env['NX_SKIP_NX_CACHE'] = 'true';
}

// Ended from outside, the steps end first: they stop the databases and programs they started.
let interrupted = false;
const interrupt = () => {
  interrupted = true;
  endCommands();
};
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, interrupt);
process.on('disconnect', interrupt);

const begin = performance.now();
const total = await runSteps(steps, LOGS, say, earlier, () => interrupted);
say(`\nTook ${((performance.now() - begin) / 1000).toFixed(0)} s; logs are in dist/test-logs.`);
closeWithSum(total);
