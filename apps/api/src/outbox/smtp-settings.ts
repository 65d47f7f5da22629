import type { SMTPPoolOptions } from 'nodemailer';
import type { Configuration } from '../configuration/configuration';

/**
 * How to talk to the mail server: encrypted with a certificate that checks, or not at all, unless the operator
 * wrote SMTP_ALLOW_PLAINTEXT=1 (a mail catcher, a relay on the same machine). Nothing waits longer than 20 s.
 */
export function smtpSettings({
  SMTP_URL,
  SMTP_ALLOW_PLAINTEXT,
}: Configuration): SMTPPoolOptions & { pool: true } {
  const url = new URL(SMTP_URL);
  const secure = url.protocol === 'smtps:';
  return {
    pool: true,
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? (secure ? 465 : 587) : Number(url.port),
    secure,
    requireTLS: !secure && !SMTP_ALLOW_PLAINTEXT,
    opportunisticTLS: SMTP_ALLOW_PLAINTEXT,
    // Plain text is what was allowed, not TLS with whomever: smtps keeps its promise.
    tls: { rejectUnauthorized: secure || !SMTP_ALLOW_PLAINTEXT, minVersion: 'TLSv1.2' },
    ...(url.username === ''
      ? {}
      : { auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) } }),
    maxConnections: 4,
    // The queue tries again, visibly; the pool must not do so behind its back.
    maxRequeues: 0,
    idleTimeout: 20_000,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
    dnsTimeout: 10_000,
  };
}
