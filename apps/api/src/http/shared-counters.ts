import type { Pool } from 'pg';

/** A counter by its key, and what it allows. */
export interface Counted {
  readonly key: string;
  readonly most: number;
  readonly windowMs: number;
}

interface CounterRow {
  readonly key: string;
  readonly points: number;
  readonly expire: string;
}

const AGAIN = `ON CONFLICT (key) DO UPDATE SET
    points = CASE WHEN r.expire <= $1 THEN 1 ELSE r.points + 1 END,
    expire = CASE WHEN r.expire <= $1 THEN excluded.expire ELSE r.expire END
  RETURNING key, points, expire`;

// In the order of the keys, so that two requests that share counters never wait for each other.
const COUNT = `
  WITH wanted AS (SELECT * FROM unnest($2::text[], $3::integer[], $4::bigint[]) AS w (key, most, expire)),
  counted AS (
    INSERT INTO rate_limit AS r (key, points, expire) SELECT key, 1, expire FROM wanted ORDER BY key ${AGAIN}),
  counted_then AS (
    INSERT INTO rate_limit AS r (key, points, expire)
    SELECT $5::text, 1, $6::bigint
    WHERE $5 IS NOT NULL AND NOT EXISTS (SELECT FROM counted c JOIN wanted w USING (key) WHERE c.points > w.most)
    ${AGAIN})
  SELECT * FROM counted UNION ALL SELECT * FROM counted_then`;

/**
 * Counts once more under every key, in one statement; under `then` only when none of the others is exceeded.
 * @returns milliseconds until the last of the exceeded counters begins anew, 0 when none is exceeded
 */
export async function countTogether(
  pool: Pool,
  first: readonly Counted[],
  then: Counted | null,
  now: number,
): Promise<number> {
  const most = new Map([...first, ...(then ? [then] : [])].map((counter) => [counter.key, counter.most]));
  const wanted = first.filter(({ key }, index) => first.findIndex((other) => other.key === key) === index);
  const { rows } = await pool.query<CounterRow>({
    name: 'count',
    text: COUNT,
    values: [
      now,
      wanted.map((counter) => counter.key),
      wanted.map((counter) => counter.most),
      wanted.map((counter) => now + counter.windowMs),
      then?.key ?? null,
      then ? now + then.windowMs : null,
    ],
  });
  const exceeded = rows.filter(({ key, points }) => points > (most.get(key) ?? 0));
  return Math.max(0, ...exceeded.map(({ expire }) => Math.max(1, Number(expire) - now)));
}
