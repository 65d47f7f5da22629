/**
 * A rule said no. `reason` comes from a closed union of its subject; thrown inside a transaction, it rolls
 * the transaction back. The API maps reasons to HTTP in one filter, clients map them to words.
 */
export class Refusal<Reason extends string = string> extends Error {
  override readonly name = 'Refusal';

  constructor(
    readonly reason: Reason,
    /** Facts a client may show: never personal data of somebody else. */
    readonly details: Readonly<Record<string, unknown>> = {},
  ) {
    super(reason);
  }
}
