import { writeFileSync } from 'node:fs';

/** Counts checks and says each at once; the exit code and the JSON file follow from it. */
export class Report {
  passed = 0;
  failed = 0;

  say(line: string): void {
    console.log(line);
  }

  /** @param problems none: the check passed */
  check(name: string, problems: readonly string[]): void {
    if (problems.length === 0) this.passed++;
    else this.failed++;
    this.say(`  ${problems.length === 0 ? 'passed' : 'FAILED'}  ${name}`);
    for (const problem of problems.slice(0, 10)) this.say(`            ${problem}`);
    if (problems.length > 10) this.say(`            … and ${problems.length - 10} more`);
  }

  /** A check that ends by throwing has failed; the others still run. */
  async attempt(name: string, check: () => Promise<readonly string[]>): Promise<void> {
    try {
      this.check(name, await check());
    } catch (error) {
      this.check(name, [error instanceof Error ? (error.stack ?? error.message) : String(error)]);
    }
  }

  write(file: string | null): void {
    this.say(`\n${this.passed} passed, ${this.failed} failed`);
    if (file) writeFileSync(file, JSON.stringify({ passed: this.passed, failed: this.failed }));
  }
}
