import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Count } from './count-results.ts';
import { messageOf } from './project.ts';

export interface StepResult extends Count {
  /** All it printed; shown when something failed. */
  output: string;
}

export interface Step {
  name: string;
  /** How many of the two places it takes: 2 runs alone. */
  weight: 1 | 2;
  /** Steps that must have ended before, whatever they found. */
  after: readonly string[];
  run(): Promise<StepResult>;
}

const PLACES = 2;

/**
 * Runs the steps, two places at a time, and prints one line for each when it ends, with its output when it
 * failed. A step that throws has failed once; the others go on. Interrupted, the steps not yet begun have failed.
 */
export async function runSteps(
  steps: readonly Step[],
  logs: string,
  say: (line: string) => void,
  isInterrupted: () => boolean = () => false,
): Promise<Count> {
  mkdirSync(logs, { recursive: true });
  const total = { passed: 0, failed: 0 };
  const waiting = new Set(steps);
  const ended = new Set<string>();
  const running = new Set<Promise<void>>();
  let free = PLACES;

  const execute = async (step: Step) => {
    const begin = performance.now();
    const result = await (isInterrupted() ? Promise.reject(new Error('Interrupted.')) : step.run()).catch(
      (error: unknown) => ({ passed: 0, failed: 1, output: messageOf(error) }),
    );
    const took = `${((performance.now() - begin) / 1000).toFixed(1)} s`.padStart(8);
    writeFileSync(join(logs, `${step.name}.log`), result.output);
    total.passed += result.passed;
    total.failed += result.failed;
    if (result.failed > 0) say(`\n${readable(result.output)}\n`);
    const mark = result.failed > 0 ? '✖' : '✔';
    say(
      `${mark} ${step.name.padEnd(10)} ${took}  ${result.passed} passed, ${result.failed} failed`.trimEnd(),
    );
  };
  const isReady = ({ weight, after }: Step) =>
    weight <= free && after.every((name) => ended.has(name) || !steps.some((step) => step.name === name));

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

/** Machine-readable lines are for the count; of very long output the end is what matters. */
function readable(output: string): string {
  const lines = output.split('\n').filter((line) => !line.startsWith('{"num'));
  return lines.slice(-400).join('\n');
}
