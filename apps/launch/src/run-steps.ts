import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Count } from './count-results.ts';
import type { EarlierResult, EarlierResults, Judged } from './earlier-results.ts';
import { messageOf } from './project.ts';

export interface StepResult extends Count {
  /** All it printed; shown when something failed. */
  output: string;
  /** What was taken from a cache, in words. */
  cached?: string;
}

export interface Step extends Judged {
  /** How many cores it keeps busy; half of one when it waits for much of its time. */
  weight: 0.5 | 1 | 2;
  /** Steps that must have ended before, whatever they found. */
  after: readonly string[];
  run(): Promise<StepResult>;
}

/** Two cores, and what steps leave of them while they wait themselves: enough for one more that mostly waits. */
const PLACES = 2.5;

/**
 * Runs the steps, as many at a time as there are places, and prints one line for each when it ends, with its output when it
 * failed. A step that throws has failed once; the others go on. Interrupted, the steps not yet begun have failed.
 * A step with an earlier result that still holds is not run: its line says so, and its counts are those of that run.
 */
export async function runSteps(
  steps: readonly Step[],
  logs: string,
  say: (line: string) => void,
  earlier: EarlierResults,
  isInterrupted: () => boolean = () => false,
): Promise<Count> {
  mkdirSync(logs, { recursive: true });
  const total = { passed: 0, failed: 0 };
  const waiting = new Set(steps);
  const ended = new Set<string>();
  const running = new Set<Promise<void>>();
  let free = PLACES;

  const add = ({ passed, failed }: Count) => {
    total.passed += passed;
    total.failed += failed;
  };
  const execute = async (step: Step) => {
    const begin = performance.now();
    const state = earlier.stateOf(step);
    const result: StepResult = await (
      isInterrupted() ? Promise.reject(new Error('Interrupted.')) : step.run()
    ).catch((error: unknown) => ({ passed: 0, failed: 1, output: messageOf(error) }));
    const took = (performance.now() - begin) / 1000;
    writeFileSync(join(logs, `${step.name}.log`), result.output);
    add(result);
    earlier.keep(step, state, { ...result, at: new Date().toISOString(), took });
    if (result.failed > 0) say(`\n${readable(result.output)}\n`);
    say(lineOf(step, result, `${took.toFixed(1)} s`, result.cached));
  };
  const replay = (step: Step, { at, took, ...counts }: EarlierResult) => {
    add(counts);
    ended.add(step.name);
    say(
      lineOf(
        step,
        counts,
        'replayed',
        `nothing it reads changed since ${at}, when it took ${took.toFixed(0)} s`,
      ),
    );
  };
  const isReady = ({ weight, after }: Step) =>
    weight <= free && after.every((name) => ended.has(name) || !steps.some((step) => step.name === name));

  for (const step of steps) {
    const kept = earlier.find(step);
    if (!kept) continue;
    waiting.delete(step);
    replay(step, kept);
  }
  while (waiting.size > 0 || running.size > 0) {
    for (const step of waiting) {
      if (!isReady(step)) continue;
      waiting.delete(step);
      free -= step.weight;
      const work: Promise<void> = execute(step).finally(() => {
        running.delete(work);
        ended.add(step.name);
        free += step.weight;
      });
      running.add(work);
    }
    if (running.size === 0) throw new Error('The remaining steps wait for each other.');
    await Promise.race(running);
  }
  return total;
}

function lineOf({ name }: Step, { passed, failed }: Count, how: string, note?: string): string {
  const mark = failed > 0 ? '✖' : '✔';
  return `${mark} ${name.padEnd(10)} ${how.padStart(8)}  ${passed} passed, ${failed} failed${note ? ` (${note})` : ''}`;
}

/** Machine-readable lines are for the count; of very long output the end is what matters. */
function readable(output: string): string {
  const lines = output.split('\n').filter((line) => !line.startsWith('{"num'));
  return lines.slice(-400).join('\n');
}
