import autocannon from 'autocannon';

export interface Target {
  readonly origin: string;
  readonly method?: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  /** Path and body of the next request. */
  next(): {
    readonly path: string;
    readonly body?: string;
    readonly headers?: Readonly<Record<string, string>>;
  };
  /** The only status that counts. */
  readonly status: number;
}

/** Answers per second under `connections` connections; any other status than the wanted one is an error. */
export async function perSecond(target: Target, seconds: number, connections = 16): Promise<number> {
  const result = await autocannon({
    url: target.origin,
    connections,
    duration: seconds,
    requests: [
      {
        method: target.method ?? 'GET',
        setupRequest: (request: object) => {
          const { path, body, headers } = target.next();
          return {
            ...request,
            path,
            headers: { ...target.headers, ...headers },
            ...(body !== undefined && { body }),
          };
        },
      },
    ],
  });
  const counts = result.statusCodeStats;
  const wanted = counts[String(target.status)]?.count ?? 0;
  const others = Object.entries(counts).filter(([status]) => status !== String(target.status));
  if (wanted === 0 || others.some(([, { count }]) => count > wanted * 0.01) || result.errors > 0) {
    throw new Error(
      `expected ${target.status} from ${target.origin}, got ${JSON.stringify(counts)} and ${result.errors} errors`,
    );
  }
  return wanted / result.duration;
}

/** Runs the measurements in turn, several rounds, and gives each one's median. */
export async function interleaved(
  measures: Readonly<Record<string, () => Promise<number>>>,
  rounds: number,
): Promise<Record<string, number>> {
  const results = new Map<string, number[]>();
  for (let round = -1; round < rounds; round++) {
    for (const [name, measure] of Object.entries(measures)) {
      const value = await measure();
      if (round >= 0) results.set(name, [...(results.get(name) ?? []), value]); // the first round only warms
    }
  }
  return Object.fromEntries([...results].map(([name, values]) => [name, median(values)]));
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
