import { argon2, randomBytes, timingSafeEqual, type Argon2Parameters } from 'node:crypto';

/** Argon2id as OWASP recommends it: 19 MiB, two passes, one lane. */
const COST = { memory: 19_456, passes: 2, parallelism: 1 } as const;
const NONCE_BYTES = 16;
const TAG_BYTES = 32;

interface Secret {
  readonly memory: number;
  readonly passes: number;
  readonly parallelism: number;
  readonly nonce: Buffer;
  readonly tag: Buffer;
}

/** A secret to keep, as a PHC string: `$argon2id$v=19$m=…,t=…,p=…$nonce$tag`. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(NONCE_BYTES);
  const tag = await derive(password, { ...COST, nonce, tagLength: TAG_BYTES });
  return write({ ...COST, nonce, tag });
}

/** @throws Error when `secret` is no PHC string of Argon2id */
export async function passwordMatches(password: string, secret: string): Promise<boolean> {
  const { tag, ...known } = read(secret);
  return timingSafeEqual(await derive(password, { ...known, tagLength: tag.length }), tag);
}

/** True when the secret was made at another cost than new ones are. */
export function isOutdated(secret: string): boolean {
  const { memory, passes, parallelism, nonce, tag } = read(secret);
  return (
    memory !== COST.memory ||
    passes !== COST.passes ||
    parallelism !== COST.parallelism ||
    nonce.length !== NONCE_BYTES ||
    tag.length !== TAG_BYTES
  );
}

/** A secret that no password opens, at the cost of a real one: what a stranger's attempt is checked against. */
export function decoySecret(): string {
  return write({ ...COST, nonce: randomBytes(NONCE_BYTES), tag: randomBytes(TAG_BYTES) });
}

/** The same text typed on two keyboards may be composed differently. */
function derive(password: string, parameters: Omit<Argon2Parameters, 'message'>): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    argon2('argon2id', { ...parameters, message: password.normalize('NFC') }, (error, tag) => {
      if (error) reject(error);
      else resolve(tag);
    });
  });
}

function write({ memory, passes, parallelism, nonce, tag }: Secret): string {
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${unpadded(nonce)}$${unpadded(tag)}`;
}

function read(secret: string): Secret {
  const parts = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/.exec(
    secret,
  );
  if (parts === null) throw new Error('a stored secret is no PHC string of Argon2id');
  const [, memory, passes, parallelism, nonce = '', tag = ''] = parts;
  return {
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    nonce: Buffer.from(nonce, 'base64'),
    tag: Buffer.from(tag, 'base64'),
  };
}

function unpadded(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '');
}
