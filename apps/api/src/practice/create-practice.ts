import { Client } from 'pg';
import { randomUUIDv7 } from 'node:crypto';
import { seal } from '../account/second-factor/seal';
import { raised, violates } from '../database/violates';
import { newPractice, prepareNewPractice, type NewPractice } from './new-practice';

/** The operator's input cannot be used; the message says why and quotes no secret. */
export class UnusableInput extends Error {
  override readonly name = 'UnusableInput';
}

/** Constraints that say "taken", and what is. */
const TAKEN: Readonly<Record<string, string>> = {
  practice_address_pkey: 'practice.slug: taken by another practice',
  account_email:
    'supervisors: an account with one of these e-mail addresses exists already; leave its password out to let it join',
};

/**
 * Creates a practice with its supervisors, their accounts (or the ones they have), calendars and default offers:
 * all or nothing.
 *
 * @param url of the schema's owner, who alone may call `create_practice`
 * @param text JSON as `newPractice` describes it
 * @param secretKey seals what authenticators keep; needed when `text` brings such secrets
 * @returns the slug
 * @throws UnusableInput
 */
export async function createPractice(
  url: string,
  text: string,
  now: Date,
  secretKey: Buffer | null = null,
): Promise<string> {
  const wanted = readInput(text);
  const prepared = await prepareNewPractice(wanted);
  const client = new Client({
    connectionString: url,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 30_000,
  });
  await client.connect();
  try {
    await client.query('BEGIN');
    await client.query('SELECT create_practice($1, $2)', [JSON.stringify(prepared), now]);
    for (const { id, accountId, sealed } of sealSecrets(wanted, prepared, secretKey))
      await client.query('SELECT add_totp($1, $2, $3, $4)', [id, accountId, sealed, now]);
    await client.query('COMMIT');
  } catch (error) {
    const taken = Object.keys(TAKEN).find((constraint) => violates(error, constraint));
    if (taken !== undefined) throw new UnusableInput(TAKEN[taken]);
    if (raised(error, 'no-account'))
      throw new UnusableInput('supervisors: without a password the e-mail address must have an account');
    throw error;
  } finally {
    await client.end();
  }
  return prepared.slug;
}

/** @throws UnusableInput when there is something to seal and no key */
function sealSecrets(
  { supervisors }: NewPractice,
  prepared: { readonly supervisors: readonly { readonly accountId: string }[] },
  secretKey: Buffer | null,
) {
  return supervisors.flatMap(({ totpSecret }, index) => {
    const accountId = prepared.supervisors[index]?.accountId;
    if (totpSecret === undefined || accountId === undefined) return [];
    if (secretKey === null) throw new UnusableInput('SECRET_KEY: needed to seal totpSecret');
    const id = randomUUIDv7();
    return { id, accountId, sealed: seal(secretKey, { accountId, credentialId: id }, totpSecret) };
  });
}

function readInput(text: string) {
  const parsed = newPractice.safeParse(readJson(text));
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'input'}: ${message}`);
  throw new UnusableInput(problems.join('\n'));
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The parser's own message quotes the text, passwords included.
    throw new UnusableInput('input: expected JSON on the standard input');
  }
}
