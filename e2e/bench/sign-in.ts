import { argon2, randomBytes } from 'node:crypto';
import { withClient, type BenchDatabase } from './bench-system.ts';
import { median } from './load.ts';

/** As the API hashes: apps/api/src/account/password.ts. */
const COST = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 } as const;
const PERSON = { email: 'alex-1@example.org', password: 'tilleul-boussole-lanterne' };

/** Medians of a whole sign-in over HTTP and of one password hash alone, in turn: milliseconds. */
export async function benchSignIn(
  database: BenchDatabase,
  origin: string,
  times: number,
): Promise<{ requestMs: number; hashMs: number }> {
  await givePassword(database);
  const requests: number[] = [];
  const hashes: number[] = [];
  for (let round = -3; round < times; round++) {
    const request = await took(() => signIn(origin));
    const hash = await took(() => hashed(randomBytes(16)));
    if (round < 0) continue; // the first only warm
    requests.push(request);
    hashes.push(hash);
  }
  return { requestMs: median(requests), hashMs: median(hashes) };
}

async function givePassword(database: BenchDatabase): Promise<void> {
  const nonce = randomBytes(16);
  const text = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '');
  const secret = `$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=1$${text(nonce)}$${text(await hashed(nonce))}`;
  await withClient(database.superuser, async (client) => {
    await client.query(
      `INSERT INTO credential (id, account_id, kind, secret, created_at)
       SELECT gen_random_uuid(), id, 'password', $2, now() FROM account WHERE email = $1`,
      [PERSON.email, secret],
    );
    await client.query(
      `INSERT INTO membership_index (account_id, practice_id, member_id)
       SELECT m.account_id, m.practice_id, m.id FROM member m WHERE m.email = $1 ON CONFLICT DO NOTHING`,
      [PERSON.email],
    );
  });
}

async function signIn(origin: string): Promise<void> {
  const response = await fetch(`${origin}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify(PERSON),
  });
  await response.arrayBuffer();
  if (response.status !== 200) throw new Error(`signing in was answered ${response.status}`);
}

function hashed(nonce: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    argon2('argon2id', { ...COST, nonce, message: PERSON.password }, (error, tag) =>
      error ? reject(error) : resolve(tag),
    );
  });
}

async function took(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}
