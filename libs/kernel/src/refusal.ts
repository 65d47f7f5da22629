/**
 * A rule said no. `reason` comes from a closed union of its subject; thrown inside a transaction, it rolls
 * the transaction back. The API maps reasons to HTTP in one filter, clients map them to words.
 */
export class Refusal<Reason extends string = string> extends Error {
  override readonly name = 'Refusal';

  readonly reason: Reason;
  /** Facts a client may show: never personal data of somebody else. */
  readonly details: Readonly<Record<string, unknown>>;

  constructor(reason: Reason, details: Readonly<Record<string, unknown>> = {}) {
    // A refusal is an answer, not a fault: nobody reads its stack, and writing one costs more than deciding.
    const { stackTraceLimit } = Error;
    Error.stackTraceLimit = 0;
    super(reason);
    Error.stackTraceLimit = stackTraceLimit;
    this.reason = reason;
    this.details = details;
  }
}
