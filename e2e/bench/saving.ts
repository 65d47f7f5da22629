import { createHash, generateKeyPairSync, type KeyObject, randomBytes, randomUUID, sign } from 'node:crypto';
import { Agent, request } from 'node:http';
import { withClient, type BenchDatabase } from './bench-system.ts';
import { interleaved, median } from './load.ts';

export interface SavingFigures {
  /** Answers per second: a revision that follows, and the same body to a route that does one insert. */
  readonly saved: number;
  readonly inserted: number;
  /** Medians and the worst page of so many entries over HTTP, milliseconds. */
  readonly pageMs: number;
  readonly worstPageMs: number;
}

const CONNECTIONS = 16;
const SEALED = 4112;

/** Saves revisions as a client does, sealed with nothing, signed for good; then reads every page of a long journal. */
export async function benchSaving(
  database: BenchDatabase,
  origin: string,
  { entries, seconds, rounds }: { entries: number; seconds: number; rounds: number },
): Promise<SavingFigures> {
  const cookie = await signInAs(database);
  const vault = new Vault(await memberId(database));
  await expectStatus(origin, cookie, '/api/vault', JSON.stringify(vault.opening()), 201);
  const journals = Array.from({ length: CONNECTIONS }, () => vault.journal());
  for (const { path, first } of journals) await expectStatus(origin, cookie, path, first, 201);
  const bodies = journals.map((journal) => ({
    path: journal.path,
    bodies: Array.from({ length: Math.ceil((rounds + 2) * seconds * 150) }, () => journal.next()),
  }));
  const rate = await interleaved(
    {
      saved: () => perSecond(origin, cookie, seconds, (number) => taken(bodies[number])),
      inserted: () =>
        perSecond(origin, cookie, seconds, () => ({
          path: '/measuring/insert',
          body: journals[0]?.first ?? '',
        })),
    },
    rounds,
  );
  await fillJournal(database, vault, entries);
  const pages = await readPages(origin, cookie, entries + CONNECTIONS);
  return {
    saved: rate['saved'] ?? Number.NaN,
    inserted: rate['inserted'] ?? Number.NaN,
    pageMs: median(pages),
    worstPageMs: Math.max(...pages),
  };
}

function taken(journal: { path: string; bodies: string[] } | undefined): { path: string; body: string } {
  const body = journal?.bodies.shift();
  if (journal === undefined || body === undefined) throw new Error('the bench has sent every revision');
  return { path: journal.path, body };
}

/** Every connection sends its next request when the one before was answered: revisions go out in order. */
async function perSecond(
  origin: string,
  cookie: string,
  seconds: number,
  next: (connection: number) => { path: string; body: string },
): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const until = performance.now() + seconds * 1000;
  let answered = 0;
  const one = async (_: unknown, connection: number) => {
    while (performance.now() < until) {
      const { path, body } = next(connection);
      const status = await post(agent, origin, cookie, path, body);
      if (status !== 201) throw new Error(`${path} was answered ${status}`);
      answered++;
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, one));
  agent.destroy();
  return answered / seconds;
}

function post(agent: Agent, origin: string, cookie: string, path: string, body: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = {
      origin,
      cookie,
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
    };
    const sent = request(origin + path, { agent, method: 'POST', headers }, (reply) => {
      reply.resume();
      reply.once('end', () => resolve(reply.statusCode ?? 0));
    });
    sent.once('error', reject);
    sent.end(body);
  });
}

async function expectStatus(
  origin: string,
  cookie: string,
  path: string,
  body: string,
  status: number,
): Promise<void> {
  const headers = { origin, cookie, 'content-type': 'application/json' };
  const reply = await fetch(origin + path, { method: 'POST', headers, body });
  if (reply.status !== status) throw new Error(`${path} was answered ${reply.status}: ${await reply.text()}`);
}

async function readPages(origin: string, cookie: string, expected: number): Promise<number[]> {
  const took: number[] = [];
  let seen = 0;
  for (let after: string | null = '0'; after !== null;) {
    const from = performance.now();
    const reply = await fetch(`${origin}/api/vault/entries?after=${after}`, { headers: { cookie } });
    const page = (await reply.json()) as { entries: unknown[]; next: string | null };
    took.push(performance.now() - from);
    seen += page.entries.length;
    after = page.next;
  }
  if (seen !== expected) throw new Error(`${seen} of ${expected} entries were listed`);
  return took;
}

async function memberId(database: BenchDatabase): Promise<string> {
  return withClient(database.superuser, async (client) => {
    const { rows } = await client.query<{ id: string }>(`SELECT md5('m1')::uuid AS id`);
    return rows[0]?.id ?? '';
  });
}

/** A session of the first person of the first practice; answers its cookie. */
export async function signInAs(database: BenchDatabase): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await withClient(database.superuser, async (client) => {
    await client.query(
      `INSERT INTO session (id, account_id, practice_id, token_hash, browser, system, second_factor_at, created_at,
         last_seen_at, expires_at)
       SELECT gen_random_uuid(), md5('a1')::uuid, md5('p1')::uuid, $1, 'other', 'other', now(), now(), now(),
         now() + interval '1 day'`,
      [createHash('sha256').update(token).digest()],
    );
    await client.query(
      `INSERT INTO membership_index VALUES (md5('a1')::uuid, md5('p1')::uuid, md5('m1')::uuid) ON CONFLICT DO NOTHING`,
    );
  });
  return `__Host-session=${token}`;
}

/** Entries of one revision each, past every trigger: what is measured is reading them. */
async function fillJournal(database: BenchDatabase, { id, ownerId }: Vault, entries: number): Promise<void> {
  await withClient(database.superuser, async (client) => {
    await client.query('SET session_replication_role = replica');
    for (const statement of FILL) await client.query(statement, [id, ownerId, entries]);
    await client.query('ANALYZE');
  });
}

const NOISE = `decode(repeat('5a', ${SEALED}), 'hex')`;
const HASH = `sha256(n::text::bytea)`;
const FILL = [
  `INSERT INTO vault_entry (practice_id, id, vault_id, owner_id, schema, epoch, epoch_closed, rev, head_hash, head_size, change, saved_at)
   SELECT md5('p1')::uuid, md5('ve' || n)::uuid, $1::uuid, $2::uuid, 'journal/1', 1, false, 1, ${HASH}, ${SEALED},
     v.changes + n, now() FROM generate_series(1, $3::int) n, vault v WHERE v.id = $1::uuid`,
  `INSERT INTO vault_entry_key (practice_id, entry_id, epoch, vault_id, owner_id, schema, commitment, generation, nonce, wrapped, created_at)
   SELECT md5('p1')::uuid, md5('ve' || n)::uuid, 1, $1::uuid, $2::uuid, 'journal/1', ${HASH}, 1,
     decode(repeat('11', 24), 'hex'), decode(repeat('11', 48), 'hex'), now() FROM generate_series(1, $3::int) n`,
  `INSERT INTO vault_revision (practice_id, entry_id, rev, vault_id, owner_id, readers, schema, epoch, prev_hash, hash, commitment,
     key_id, nonce, ciphertext, signature, saved_at)
   SELECT md5('p1')::uuid, md5('ve' || n)::uuid, 1, $1::uuid, $2::uuid, '{}', 'journal/1', 1, decode(repeat('00', 32), 'hex'),
     ${HASH}, ${HASH}, k.id, decode(repeat('11', 24), 'hex'), ${NOISE}, decode(repeat('11', 64), 'hex'), now()
   FROM generate_series(1, $3::int) n, vault_key k WHERE k.vault_id = $1::uuid`,
];

/** The suite by hand: a bench imports no library of the product. */
function pae(...parts: readonly (string | Buffer)[]): Buffer {
  const le64 = (value: number) => {
    const bytes = Buffer.alloc(8);
    bytes.writeUInt32LE(value);
    return bytes;
  };
  const pieces = parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part));
  return Buffer.concat([le64(pieces.length), ...pieces.flatMap((piece) => [le64(piece.length), piece])]);
}

function le32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function publicBytes(key: KeyObject): Buffer {
  return Buffer.from(key.export({ format: 'jwk' }).x ?? '', 'base64url');
}

/** One vault and its owner's keys. */
class Vault {
  readonly id = randomUUID();
  readonly ownerId: string;
  private readonly signing = generateKeyPairSync('ed25519');
  private readonly receiving = generateKeyPairSync('x25519');

  constructor(ownerId: string) {
    this.ownerId = ownerId;
  }

  sign(message: Buffer): Buffer {
    return sign(null, message, this.signing.privateKey);
  }

  opening(): object {
    const [edPub, xPub] = [publicBytes(this.signing.publicKey), publicBytes(this.receiving.publicKey)];
    const place = { vaultId: this.id, generation: 1 };
    const slot = (type: string, derivation: string, salt: number) => ({
      ...place,
      slotId: randomUUID(),
      type,
      derivation,
      salt: text(salt),
      commit: text(32),
      nonce: text(24),
      wrapped: text(48),
    });
    return {
      id: this.id,
      suite: 'visavis/1',
      slots: [slot('passphrase', 'argon2id-64MiB-3-1', 16), slot('recovery', 'hkdf', 0)],
      keyId: randomUUID(),
      identity: {
        ...place,
        userId: this.ownerId,
        edPub: edPub.toString('base64url'),
        xPub: xPub.toString('base64url'),
        xkeySignature: this.sign(pae('visavis/1', 'xkey', this.ownerId, edPub, xPub)).toString('base64url'),
        nonce: text(24),
        wrapped: text(80),
      },
    };
  }

  /** An entry: where it is saved, the body of its first revision, and of those that follow. */
  journal(): { path: string; first: string; next: () => string } {
    const entryId = randomUUID();
    const commit = randomBytes(32);
    let [rev, head] = [0, Buffer.alloc(32)];
    const revision = () => {
      rev += 1;
      const [nonce, ciphertext, prevHash] = [randomBytes(24), randomBytes(SEALED), head];
      const place = [this.id, this.ownerId, entryId] as const;
      const header = pae('visavis/1', 'rev', ...place, le32(1), le32(rev), prevHash, commit, 'journal/1');
      head = createHash('sha256')
        .update(pae('visavis/1', 'revhash', header, nonce, ciphertext))
        .digest();
      const signature = this.sign(pae('visavis/1', 'revsig', head));
      const sealed = { prevHash, commit, nonce, ciphertext, signature };
      const texts = Object.entries(sealed).map(([name, bytes]) => [name, bytes.toString('base64url')]);
      return {
        vaultId: this.id,
        authorId: this.ownerId,
        entryId,
        epoch: 1,
        rev,
        schema: 'journal/1',
        ...(Object.fromEntries(texts) as object),
      };
    };
    const key = {
      vaultId: this.id,
      entryId,
      epoch: 1,
      commit: commit.toString('base64url'),
      generation: 1,
      nonce: text(24),
      wrapped: text(48),
    };
    return {
      path: `/api/vault/entries/${entryId}/revisions`,
      first: JSON.stringify({ revision: revision(), key }),
      next: () => JSON.stringify({ revision: revision() }),
    };
  }
}

function text(length: number): string {
  return randomBytes(length).toString('base64url');
}
