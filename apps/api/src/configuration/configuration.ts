import { isIP } from 'node:net';
import * as z from 'zod';

/**
 * Everything the environment decides, read once at start; nothing else reads `process.env`. Durations are
 * milliseconds unless a name says otherwise.
 */
const port = z.coerce.number({ error: 'a port number, 1 to 65535' }).int().min(0).max(65_535);
const flag = z.enum(['0', '1'], { error: '0 or 1' }).transform((text) => text === '1');
const count = z.coerce.number({ error: 'a whole number above 0' }).int().positive();

const postgresUrl = z
  .string({ error: 'missing; expected postgres://user:password@host:port/database' })
  .refine((text) => ['postgres:', 'postgresql:'].includes(protocolOf(text)), {
    error: 'expected postgres://user:password@host:port/database',
  });

const shape = z.object({
  NODE_ENV: z
    .enum(['development', 'test', 'production'], { error: 'development, test or production' })
    .default('development'),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: port.default(3000),
  OPERATIONS_PORT: port.default(3001),
  WORKER_OPERATIONS_PORT: port.default(3002),
  DATABASE_URL: postgresUrl,
  DATABASE_POOL: count.max(200).default(8),
  PUBLIC_URL: z
    .string({ error: 'missing; expected https://your.host' })
    .refine((text) => ['http:', 'https:'].includes(protocolOf(text)) && new URL(text).pathname === '/', {
      error: 'expected https://your.host without a path',
    })
    .transform((text) => new URL(text).origin),
  SMTP_URL: z
    .string({ error: 'missing; expected smtp://user:password@host:port or smtps://…' })
    .refine((text) => ['smtp:', 'smtps:'].includes(protocolOf(text)) && new URL(text).hostname !== '', {
      error: 'expected smtp://user:password@host:port or smtps://…',
    }),
  SMTP_ALLOW_PLAINTEXT: flag.default(false),
  MAIL_FROM: z
    .string({ error: 'missing; expected Name <address@host>' })
    .regex(/^[^<>\r\n"]{1,80} <[^<>\s@]+@[^<>\s@]+>$/, { error: 'expected Name <address@host>' }),
  SECRET_KEY: z
    .string({
      error: 'missing; expected 32 random bytes, base64url (openssl rand -base64 32 | tr +/ -_ | tr -d =)',
    })
    .refine((text) => /^[A-Za-z0-9_-]{43}$/.test(text), {
      error:
        'expected 32 random bytes as 43 characters of base64url (openssl rand -base64 32 | tr +/ -_ | tr -d =)',
    })
    .transform((text) => Buffer.from(text, 'base64url')),
  TRUSTED_PROXIES: z
    .string()
    .default('')
    .transform(listOf)
    .refine((proxies) => proxies.every(isNetwork), {
      error: 'expected addresses or networks such as 10.0.0.0/8, separated by commas',
    }),
  LOG_LEVEL: z
    .enum(['silent', 'error', 'warn', 'info', 'debug'], { error: 'silent, error, warn, info or debug' })
    .default('info'),
  WEB_FOLDER: z.string().min(1).default('dist/apps'),
  DRAIN_DELAY: z.coerce.number({ error: 'milliseconds' }).int().min(0).max(60_000).default(0),
  TIMESTAMP_AUTHORITY_URL: z
    .string()
    .refine((text) => ['http:', 'https:'].includes(protocolOf(text)), {
      error: 'expected the address of an RFC 3161 authority, https://…',
    })
    .nullable()
    .default(null),
  OUTWARD_INTERNAL_HOSTS: z
    .string()
    .default('')
    .transform(listOf)
    .refine(
      (hosts) => hosts.every((host) => /^[A-Za-z0-9._-]+(:\d{1,5})?$|^\[[0-9a-f:]+\](:\d{1,5})?$/.test(host)),
      {
        error: 'expected hosts, each name or name:port, separated by commas',
      },
    ),
  SEAL_CERTIFICATE: pem('CERTIFICATE'),
  SEAL_KEY: pem('PRIVATE KEY'),
  SLOTS_CACHE: flag.default(true),
  MEASURING_ROUTES: flag.default(false),
  RATE_READS_PER_MINUTE: count.default(600),
  RATE_BOOKINGS_PER_MINUTE: count.default(60),
  RATE_BOOKINGS_PER_HOUR: count.default(20),
  RATE_BOOKINGS_PER_ADDRESS_AND_DAY: count.default(5),
  RATE_SIGN_INS_PER_QUARTER_HOUR: count.default(30),
  // A rotation saves every entry again: some thousands of requests in a row are a person's own work.
  RATE_SEALED_PER_MINUTE: count.default(3_000),
});

export type Configuration = Readonly<z.output<typeof shape>>;
export const CONFIGURATION = Symbol('Configuration');

/** Every problem of the environment, one line each, naming the variable and never its value. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';

  constructor(readonly problems: readonly string[]) {
    super(`Visavis cannot start:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
  }
}

/** @throws ConfigurationError with all problems at once */
export function readConfiguration(environment: Readonly<Record<string, string | undefined>>): Configuration {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = shape.safeParse(given);
  const problems = parsed.success
    ? []
    : parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  problems.push(...productionProblems(given));
  if ((given['SEAL_CERTIFICATE'] === undefined) !== (given['SEAL_KEY'] === undefined)) {
    problems.push('SEAL_KEY: key and certificate of the seal are set together, or neither is');
  }
  if (!parsed.success || problems.length > 0) throw new ConfigurationError(problems);
  return parsed.data;
}

function productionProblems(given: Readonly<Record<string, string | undefined>>): string[] {
  if (given['NODE_ENV'] !== 'production') return [];
  const problems: string[] = [];
  const publicUrl = given['PUBLIC_URL'] ?? '';
  if (protocolOf(publicUrl) === 'http:')
    problems.push('PUBLIC_URL: must be https in production, cookies need it');
  if (['localhost', '127.0.0.1', '[::1]'].includes(hostOf(publicUrl))) {
    problems.push('PUBLIC_URL: must be the public host in production, letters link to it');
  }
  if (given['SMTP_ALLOW_PLAINTEXT'] === '1' && hasPassword(given['SMTP_URL'] ?? ''))
    problems.push('SMTP_ALLOW_PLAINTEXT: must be 0, as SMTP_URL holds a password that anybody could read');
  if (given['MEASURING_ROUTES'] === '1')
    problems.push('MEASURING_ROUTES: only for measuring, not in production');
  return problems;
}

function listOf(text: string): string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** An address, or one with the length of its prefix. */
function isNetwork(text: string): boolean {
  const [address = '', prefix, ...more] = text.split('/');
  const version = isIP(address);
  if (version === 0 || more.length > 0) return false;
  return prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= (version === 4 ? 32 : 128));
}

/** PEM on one line (`\\n` for line ends) or on many; null when not set. */
function pem(label: string) {
  return z
    .string()
    .transform((text) => text.replaceAll('\\n', '\n'))
    .refine((text) => text.includes(`-----BEGIN ${label}-----`) && text.includes(`-----END ${label}-----`), {
      error: `expected PEM with BEGIN ${label} (PKCS 8 for keys)`,
    })
    .nullable()
    .default(null);
}

function protocolOf(text: string): string {
  return URL.canParse(text) ? new URL(text).protocol : '';
}

function hasPassword(text: string): boolean {
  return URL.canParse(text) && new URL(text).password !== '';
}

function hostOf(text: string): string {
  return URL.canParse(text) ? new URL(text).hostname : '';
}
