/** What a failed delivery means for the letter. The reason is shown to the supervisor and holds no address. */
export interface DeliveryVerdict {
  /** True: the same letter would be refused again. */
  readonly permanent: boolean;
  readonly reason: string;
}

/** The address cannot be one mailbox; nothing was sent. */
export class UnusableAddress extends Error {
  override readonly name = 'UnusableAddress';
}

/** Said by the server about this letter, not about us, our sign-in or the connection. */
const ABOUT_THE_LETTER = ['RCPT TO', 'DATA'];
const MAILBOX_UNKNOWN = [550, 551, 553];

const UNREACHABLE: Readonly<Record<string, string>> = {
  ECONNECTION: 'smtp-unreachable',
  ESOCKET: 'smtp-unreachable',
  ETIMEDOUT: 'smtp-unreachable',
  EDNS: 'smtp-unreachable',
  ETLS: 'smtp-tls-refused',
  EAUTH: 'smtp-sign-in-refused',
  ENOAUTH: 'smtp-sign-in-refused',
};

/**
 * 5xx about recipient or content ends a letter; everything else (4xx, no connection, a sign-in or certificate the
 * operator must mend) is tried again. 503 means a confused session, not a refused letter.
 */
export function judgeDeliveryError(error: unknown): DeliveryVerdict {
  if (error instanceof UnusableAddress) return { permanent: true, reason: 'address-unusable' };
  const { code, command, responseCode } = smtpFacts(error);
  if (
    responseCode !== null &&
    ABOUT_THE_LETTER.includes(command) &&
    responseCode >= 500 &&
    responseCode !== 503
  ) {
    const unknown = command === 'RCPT TO' && MAILBOX_UNKNOWN.includes(responseCode);
    return { permanent: true, reason: unknown ? 'mailbox-unknown' : `refused-${responseCode}` };
  }
  if (code in UNREACHABLE) return { permanent: false, reason: UNREACHABLE[code] ?? 'smtp-failed' };
  return { permanent: false, reason: responseCode === null ? 'smtp-failed' : `smtp-later-${responseCode}` };
}

function smtpFacts(error: unknown): { code: string; command: string; responseCode: number | null } {
  const facts =
    typeof error === 'object' && error !== null ? (error as Readonly<Record<string, unknown>>) : {};
  return {
    code: typeof facts['code'] === 'string' ? facts['code'] : '',
    command: typeof facts['command'] === 'string' ? facts['command'] : '',
    responseCode: typeof facts['responseCode'] === 'number' ? facts['responseCode'] : null,
  };
}
