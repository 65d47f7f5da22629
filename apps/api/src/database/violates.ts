/** What node-postgres and TypeORM put on an error of the server. */
interface ServerError {
  readonly code: string;
  readonly message: string;
}

function serverError(error: unknown): ServerError | null {
  if (typeof error !== 'object' || error === null) return null;
  const candidate = 'driverError' in error ? error.driverError : error;
  if (typeof candidate !== 'object' || candidate === null || !('code' in candidate)) return null;
  return typeof candidate.code === 'string' ? (candidate as unknown as ServerError) : null;
}

/**
 * True when `error` says that the constraint was violated. Decided by SQLSTATE class 23 and the beginning of
 * the constraint's name in the message: on shards names gain a suffix and `error.constraint` is missing.
 */
export function violates(error: unknown, constraint: string): boolean {
  const known = serverError(error);
  return known !== null && known.code.startsWith('23') && known.message.includes(`"${constraint}`);
}

/** True for an exception that one of our functions raised with this message. */
export function raised(error: unknown, message: string): boolean {
  const known = serverError(error);
  return known !== null && known.code === 'P0001' && known.message === message;
}

/** True when the server understood the statement and would not do it: an exception of ours, a constraint, a policy, a race. */
export function isRefused(error: unknown): boolean {
  return /^(P0001|23|40|42501)/.test(serverError(error)?.code ?? '');
}

/** Deadlock (40P01) and serialisation failure (40001). */
export function isRetryable(error: unknown): boolean {
  const code = serverError(error)?.code;
  return code === '40P01' || code === '40001';
}

/**
 * The database cannot be reached, is starting or shutting down, has no connection left, or took too long.
 * Nothing is known to be wrong with the request: 503.
 */
export function isUnavailable(error: unknown): boolean {
  const known = serverError(error);
  if (known !== null && /^(08|53|57P|57014|55P03|25P03|ECONN|EPIPE|ETIMEDOUT|ENOTFOUND)/.test(known.code))
    return true;
  return error instanceof Error && (RELEASED.includes(error.name) || UNREACHABLE.test(error.message));
}

/** What TypeORM throws in the middle of a transaction whose connection broke: it took the connection away. */
const RELEASED = ['QueryRunnerAlreadyReleasedError', 'QueryRunnerProviderAlreadyReleasedError'];

const UNREACHABLE =
  /timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection error|Client was closed and is not queryable/;
