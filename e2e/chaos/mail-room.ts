import { SMTPServer } from 'smtp-server';
import { anyFreePort } from '../../apps/launch/src/free-port.ts';

/** A letter that the mail server took over; after its "250" it counts as delivered. */
export interface Delivery {
  messageId: string;
  to: string;
}

/** A mail server that keeps who got which Message-ID, and that can be away for a while. */
export class MailRoom {
  readonly deliveries: Delivery[] = [];
  readonly port: number;
  #server: SMTPServer | null = null;

  private constructor(port: number) {
    this.port = port;
  }

  static async open(): Promise<MailRoom> {
    const room = new MailRoom(await anyFreePort());
    await room.open();
    return room;
  }

  async open(): Promise<void> {
    const server = this.#create();
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(this.port, '127.0.0.1', resolve);
    });
    // A sender killed in the middle of a letter is what this is about.
    server.on('error', () => undefined);
    this.#server = server;
  }

  /** Refuses connections from now on; open ones are cut. */
  async close(): Promise<void> {
    const server = this.#server;
    this.#server = null;
    if (server) await new Promise<void>((resolve) => server.close(() => resolve()));
  }

  isOpen(): boolean {
    return this.#server !== null;
  }

  to(address: string): Delivery[] {
    return this.deliveries.filter(({ to }) => to === address);
  }

  #create(): SMTPServer {
    return new SMTPServer({
      authOptional: true,
      disabledCommands: ['AUTH', 'STARTTLS'],
      closeTimeout: 50,
      logger: false,
      onData: (stream, session, callback) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          const messageId = messageIdOf(Buffer.concat(chunks).toString('utf8'));
          for (const { address } of session.envelope.rcptTo) this.deliveries.push({ messageId, to: address });
          callback();
        });
      },
    });
  }
}

function messageIdOf(mail: string): string {
  const header = mail.slice(0, mail.indexOf('\r\n\r\n'));
  return /^message-id:\s*<([^>]+)>/im.exec(header)?.[1] ?? 'none';
}
