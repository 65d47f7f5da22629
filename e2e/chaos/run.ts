import { copyFileSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../apps/launch/src/project.ts';
import { readOptions, type Options } from './options.ts';
import { buildStage } from './stage.ts';
import { Report } from './report.ts';
import { torment } from './torment.ts';

/**
 * Torments the built product and judges what is left: `node e2e/chaos/run.ts [--short | --minutes=n] [--json=file]`.
 * Ends with code 1 when a check failed.
 */
async function main(options: Options): Promise<number> {
  const report = new Report();
  const begin = Date.now();
  const stage = await buildStage(options.supervisors, options.horizonDays);
  try {
    report.say(
      `Crash test (${options.mode}): two API processes, a worker and PostgreSQL run, after ${seconds(begin)} s`,
    );
    await torment(stage, options, report, join(stage.folder, 'acknowledged.jsonl'));
  } catch (error) {
    report.check('the run comes to its end', [
      error instanceof Error ? (error.stack ?? error.message) : String(error),
    ]);
  } finally {
    if (report.failed > 0) keepLogs(stage.folder, report);
    await stage.stop();
  }
  report.say(`took ${seconds(begin)} s`);
  report.write(options.json);
  return report.failed === 0 ? 0 : 1;
}

/** What the programs wrote, for whoever looks into a failure. */
function keepLogs(folder: string, report: Report): void {
  const kept = join(root, 'dist/test-logs/chaos');
  mkdirSync(kept, { recursive: true });
  for (const name of readdirSync(folder).filter((file) => /\.(log|jsonl)$/.test(file)))
    copyFileSync(join(folder, name), join(kept, name));
  report.say(`logs are in ${kept}`);
}

function seconds(since: number): string {
  return ((Date.now() - since) / 1000).toFixed(1);
}

process.exit(await main(readOptions(process.argv.slice(2))));
