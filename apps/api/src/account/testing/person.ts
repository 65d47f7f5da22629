import { randomUUIDv7 } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import { ORIGIN, PASSWORD } from '../../testing/a-practice';
import type { Reply, WholeApp } from '../../testing/whole-app';
import { codeOf } from '../codes/derive-code';
import { seal } from '../second-factor/seal';
import { SoftwareAuthenticator } from './software-authenticator';

/** The SECRET_KEY of tests. */
export const KEY = Buffer.from('A'.repeat(43), 'base64url');
export const TOTP_SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

export function cookieIn(
  { headers }: Pick<Reply, 'headers'>,
  name: '__Host-session' | '__Host-ceremony',
): string {
  return new RegExp(`${name}=([^;]*)`).exec(String(headers['set-cookie']))?.[1] ?? '';
}

/** Somebody at a browser of their own: keeps the cookies it is given. */
export class Person {
  session = '';
  ceremony = '';

  constructor(
    readonly app: WholeApp,
    readonly email: string,
    /** Where they come from. */
    readonly address = '192.0.2.7',
  ) {}

  async send(
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    body?: unknown,
  ): Promise<Reply> {
    const cookies = [
      this.session && `__Host-session=${this.session}`,
      this.ceremony && `__Host-ceremony=${this.ceremony}`,
    ].filter(Boolean);
    const reply = await this.app.send(method, path, {
      ...(body !== undefined && { body }),
      headers: { cookie: cookies.join('; ') },
      address: this.address,
    });
    for (const name of ['session', 'ceremony'] as const)
      if (String(reply.headers['set-cookie']).includes(`__Host-${name}=`))
        this[name] = cookieIn(reply, `__Host-${name}`);
    return reply;
  }

  post(path: string, body?: unknown): Promise<Reply> {
    return this.send('POST', path, body);
  }

  get(path: string): Promise<Reply> {
    return this.send('GET', path);
  }

  givePassword(password = PASSWORD): Promise<Reply> {
    return this.post('/api/session', { email: this.email, password });
  }

  giveCode(code: string): Promise<Reply> {
    return this.post('/api/session/second-factor', { method: 'totp', code });
  }

  /** The code an authenticator shows now, or in some steps of half a minute. */
  code(steps = 0, secret = TOTP_SECRET): string {
    return new TOTP({ secret: Secret.fromBase32(secret) }).generate({
      timestamp: this.app.now + steps * 30_000,
    });
  }

  /** With password and authenticator; enrolled already. */
  async signIn(): Promise<this> {
    await this.givePassword();
    const { status, text } = await this.giveCode(this.code());
    if (status !== 200) throw new Error(`signing in was answered ${status}: ${text}`);
    return this;
  }

  /** By a code of the letter, which nobody has to wait for here. */
  async prove(): Promise<Reply> {
    await this.post('/api/session/proof/code');
    return this.post('/api/session/proof', { code: await this.codeFor('proof') });
  }

  /** What the letter about the last code of this purpose says. */
  async codeFor(purpose: 'proof' | 'email-current' | 'email-new'): Promise<string> {
    const [row] = await this.app.rows<{ id: string }>(
      `SELECT c.id FROM one_time_code c JOIN account a ON a.id = c.account_id
       WHERE a.email = $1 AND c.purpose = $2 ORDER BY c.created_at DESC, c.used_at NULLS FIRST LIMIT 1`,
      [this.email.toLowerCase(), purpose === 'proof' ? 'proof' : 'email-change'],
    );
    return codeOf(KEY, purpose, row?.id ?? '');
  }

  async addPasskey(authenticator = new SoftwareAuthenticator(ORIGIN)): Promise<SoftwareAuthenticator> {
    const begun = await this.post('/api/credentials/passkeys/options');
    const { options } = JSON.parse(begun.text) as { options: { challenge: string; user: { id: string } } };
    const reply = await this.post('/api/credentials/passkeys', {
      name: 'Clé de test',
      passkey: authenticator.register(options),
    });
    if (reply.status !== 201) throw new Error(`adding a passkey was answered ${reply.status}: ${reply.text}`);
    return authenticator;
  }

  /** A challenge for a passkey. */
  async challenge(): Promise<{ challenge: string }> {
    const reply = await this.post('/api/session/passkey/options');
    return (JSON.parse(reply.text) as { options: { challenge: string } }).options;
  }
}

/** Gives an account an authenticator without its owner. */
export async function enrolTotp(app: WholeApp, email: string, secret = TOTP_SECRET): Promise<void> {
  const [account] = await app.rows<{ id: string }>('SELECT id FROM account WHERE email = $1', [email]);
  const id = randomUUIDv7();
  const accountId = account?.id ?? '';
  await app.rows(
    `INSERT INTO credential (id, account_id, kind, secret, created_at) VALUES ($1, $2, 'totp', $3, $4)`,
    [id, accountId, seal(KEY, { accountId, credentialId: id }, secret), new Date(app.now)],
  );
}

/** Makes somebody a coach of the practice and nothing else. */
export async function makeCoach(app: WholeApp, email: string): Promise<void> {
  await app.rows(`UPDATE member SET roles = '{coach}' WHERE email = $1`, [email]);
}
