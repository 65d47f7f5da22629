import { writeFileSync } from 'node:fs';
import { availableParallelism, cpus, totalmem } from 'node:os';

export interface Figure {
  readonly measure: string;
  readonly value: number;
  readonly unit: 'ms' | 'ratio' | 'MB' | 'kB' | 'requests' | 'tasks' | 'score' | 's' | 'CLS';
  /** `≤` or `≥` this. */
  readonly limit: number;
  readonly better: 'less' | 'more';
  readonly detail?: string;
}

/** Prints the table and writes the same as JSON; the process fails when a limit is missed. */
export function report(figures: readonly Figure[]): void {
  const met = ({ value, limit, better }: Figure) => (better === 'less' ? value <= limit : value >= limit);
  const machine = `${cpus()[0]?.model ?? 'unknown'}, ${availableParallelism()} cores, ${Math.round(totalmem() / 2 ** 30)} GiB`;
  console.log(`\n${machine}, Node ${process.version}\n`);
  console.log('| measure | figure | at least | met | detail |\n|---|---|---|---|---|');
  for (const figure of figures) {
    const value =
      `${Number(figure.value.toPrecision(3))} ${figure.unit === 'ratio' || figure.unit === 'score' || figure.unit === 'CLS' ? '' : figure.unit}`.trim();
    const sign = figure.better === 'less' ? '≤' : '≥';
    console.log(
      `| ${figure.measure} | ${value} | ${sign} ${figure.limit} | ${met(figure) ? 'yes' : '**no**'} | ${figure.detail ?? ''} |`,
    );
  }
  writeFileSync(
    'dist/bench.json',
    JSON.stringify(
      { machine, node: process.version, figures: figures.map((figure) => ({ ...figure, met: met(figure) })) },
      null,
      2,
    ),
  );
  console.log('\nThe same as JSON: dist/bench.json');
  if (!figures.every(met)) process.exitCode = 1;
}
