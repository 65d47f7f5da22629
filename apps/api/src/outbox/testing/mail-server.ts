import type { AddressInfo } from 'node:net';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

/** What the server took, as it travelled and as a mail reader sees it. */
export interface Delivery {
  readonly from: string;
  readonly to: readonly string[];
  readonly raw: string;
  /** It came over TLS. */
  readonly encrypted: boolean;
  readonly mail: ParsedMail;
}

export interface MailServer {
  readonly port: number;
  readonly deliveries: readonly Delivery[];
  /** SMTP answers for recipients, by address; others are accepted. */
  readonly refusals: Map<string, number>;
  /** An answer to every DATA, or null to accept. */
  refuseData: number | null;
  /** Milliseconds the server thinks about a letter before it takes it. */
  slowness: number;
  /** Connections that got as far as a sender. */
  senders: number;
  /** Resolves when so many letters have come in; rejects after `within` milliseconds. */
  received(count: number, within?: number): Promise<readonly Delivery[]>;
  stop(): Promise<void>;
}

/** A real SMTP server on the loopback; without STARTTLS unless asked for. Port 0: any. */
export async function aMailServer(options: SMTPServerOptions = {}, port = 0): Promise<MailServer> {
  const deliveries: Delivery[] = [];
  const server = new SMTPServer({
    disabledCommands: ['AUTH'],
    hideSTARTTLS: true,
    authOptional: true,
    // Milliseconds that kept connections get at a stop.
    closeTimeout: 50,
    onMailFrom: (_address, _session, done) => {
      mailServer.senders++;
      done();
    },
    onRcptTo: ({ address }, _session, done) => {
      const code = mailServer.refusals.get(address);
      done(code === undefined ? null : answer(code, `no ${address} here`));
    },
    onData: (stream, session, done) => {
      void (async () => {
        const chunks: Buffer[] = [];
        for await (const chunk of stream) chunks.push(chunk as Buffer);
        await new Promise((resolve) => setTimeout(resolve, mailServer.slowness));
        if (mailServer.refuseData !== null) return done(answer(mailServer.refuseData, 'not this'));
        const raw = Buffer.concat(chunks);
        deliveries.push({
          from: session.envelope.mailFrom === false ? '' : session.envelope.mailFrom.address,
          to: session.envelope.rcptTo.map(({ address }) => address),
          raw: raw.toString('latin1'),
          encrypted: session.secure,
          mail: await simpleParser(raw),
        });
        done();
      })();
    },
    ...options,
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const mailServer: MailServer = {
    port: (server.server.address() as AddressInfo).port,
    deliveries,
    refusals: new Map(),
    refuseData: null,
    slowness: 0,
    senders: 0,
    received: async (count, within = 10_000) => {
      const until = performance.now() + within;
      while (deliveries.length < count) {
        if (performance.now() > until)
          throw new Error(`${deliveries.length} of ${count} letters came within ${within} ms`);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      return deliveries;
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
  return mailServer;
}

function answer(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}
