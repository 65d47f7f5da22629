import { runEndToEnd } from './run-end-to-end.ts';

await runEndToEnd('e2e/bench/run.ts');
