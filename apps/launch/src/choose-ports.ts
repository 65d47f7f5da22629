import { freePortFrom } from './free-port.ts';
import type { StartSettings } from './start-settings.ts';

export type Ports = StartSettings['ports'];

const WHAT: Readonly<Record<keyof Ports, string>> = {
  pages: 'pages',
  operations: 'operations',
  workerOperations: "the worker's operations",
  mail: 'the mail catcher',
  mailPage: 'the letters page',
  database: 'the database',
};

/** The wanted ports, or for one that is taken the next free one, and says so. */
export async function choosePorts(wanted: Ports, say: (line: string) => void): Promise<Ports> {
  const chosen = { ...wanted };
  const taken = new Set<number>();
  for (const name of Object.keys(WHAT) as (keyof Ports)[]) {
    // The database keeps the port it has, and looks for a free one itself.
    if (name === 'database') continue;
    chosen[name] = await freePortFrom(wanted[name], taken);
    taken.add(chosen[name]);
    if (chosen[name] !== wanted[name])
      say(`Port ${wanted[name]} is taken; ${WHAT[name]}: ${chosen[name]} instead.`);
  }
  return chosen;
}
