import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { checkProgram } from './check-program.ts';
import { add, type Count, NOTHING } from './count-results.ts';
import { EarlierResults } from './earlier-results.ts';
import { root } from './project.ts';
import { type TypeProgram, typePrograms } from './type-programs.ts';

/**
 * Checks the types of all projects: `node apps/launch/src/check-types.ts [--json=file]`. A program that passed today
 * and of which no file has changed since is not checked again.
 */
const { values } = parseArgs({ options: { json: { type: 'string' } } });
const WORKSPACE = ['package-lock.json', 'tsconfig.base.json', 'apps/launch', 'libs'];

const earlier = new EarlierResults(join(root, 'dist/tested/types'), root);
const total = typePrograms()
  .map((program) => judge(program))
  .reduce<Count>(add, NOTHING);
if (values.json) writeFileSync(values.json, JSON.stringify(total));
process.exitCode = total.failed > 0 ? 1 : 0;

function judge(program: TypeProgram): Count {
  const judged = {
    name: program.tsconfig.replaceAll('/', ' '),
    reads: [...new Set([...WORKSPACE, program.project])],
  };
  const kept = earlier.find(judged);
  if (kept) {
    console.log(`unchanged  ${program.tsconfig}`);
    return kept;
  }
  const [state, begin] = [earlier.stateOf(judged), performance.now()];
  const said = checkProgram(program);
  const count = said === '' ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  const took = (performance.now() - begin) / 1000;
  earlier.keep(judged, state, { ...count, at: new Date().toISOString(), took });
  console.log(`${said === '' ? 'passed' : 'failed'}  ${took.toFixed(1)} s  ${program.tsconfig}`);
  if (said !== '') console.log(said);
  return count;
}
