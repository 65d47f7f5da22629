import { parseArgs } from 'node:util';
import { closeWithSum } from './close-with-sum.ts';
import { endCommands } from './run-command.ts';
import { runSteps } from './run-steps.ts';
import { LOGS, testSteps } from './test-steps.ts';

/** `npm test [-- --only=<step>]`: proves the product and closes with one line, `N passed, N failed`. */
const { values } = parseArgs({ options: { only: { type: 'string' } } });
const say = (line: string) => console.log(line);
const all = testSteps(say);
const steps = values.only ? all.filter(({ name }) => name === values.only) : all;
if (steps.length === 0) {
  console.error(
    `There is no step "${values.only}"; the steps are ${all.map(({ name }) => name).join(', ')}.`,
  );
  process.exit(1);
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
const total = await runSteps(steps, LOGS, say, () => interrupted);
say(`\nTook ${((performance.now() - begin) / 1000).toFixed(0)} s; logs are in dist/test-logs.`);
closeWithSum(total);
