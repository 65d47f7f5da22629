import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSsl } from './open-ssl';

/** What the authority does with a question, instead of answering it. */
export type Mischief = (question: Buffer, answer: (question: Buffer) => Buffer) => Buffer | null;

/** A time-stamp authority of this machine: `openssl ts` behind a small server. */
export class LocalAuthority {
  asked = 0;
  mischief: Mischief | null = null;

  private constructor(
    private readonly server: Server,
    readonly folder: string,
  ) {}

  static async start(): Promise<LocalAuthority> {
    const folder = mkdtempSync(join(tmpdir(), 'visavis-authority-'));
    const at = (file: string) => join(folder, file);
    writeFileSync(
      at('extensions'),
      '[tsa]\nextendedKeyUsage=critical,timeStamping\nkeyUsage=critical,digitalSignature\n',
    );
    writeFileSync(at('serial'), '01\n');
    writeFileSync(
      at('tsa.conf'),
      [
        '[tsa]',
        'default_tsa=here',
        '[here]',
        `serial=${at('serial')}`,
        `signer_cert=${at('tsa.pem')}`,
        `signer_key=${at('tsa.key')}`,
        `certs=${at('root.pem')}`,
        'signer_digest=sha256',
        'default_policy=1.2.3.4.1',
        'digests=sha256',
        'ess_cert_id_alg=sha256',
      ].join('\n'),
    );
    const run = (...parameters: string[]) => {
      const { ok, said } = openSsl(...parameters);
      if (!ok) throw new Error(said);
    };
    const name = (file: string, common: string) =>
      ['-newkey', 'rsa:2048', '-nodes', '-keyout', at(`${file}.key`), '-subj', `/CN=${common}`] as const;
    run('req', '-x509', ...name('root', 'Test root'), '-days', '3650', '-out', at('root.pem'));
    run('req', '-new', ...name('tsa', 'Test authority'), '-out', at('tsa.csr'));
    run(
      ...[
        'x509',
        '-req',
        '-in',
        at('tsa.csr'),
        '-CA',
        at('root.pem'),
        '-CAkey',
        at('root.key'),
        '-days',
        '3650',
      ],
      ...['-CAcreateserial', '-extfile', at('extensions'), '-extensions', 'tsa', '-out', at('tsa.pem')],
    );
    const server = createServer();
    const authority = new LocalAuthority(server, folder);
    server.on('request', (request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        authority.asked++;
        const question = Buffer.concat(chunks);
        const answer = authority.mischief?.(question, (other) => authority.answer(other)) ?? null;
        if (authority.mischief !== null && answer === null) return; // says nothing
        response
          .setHeader('content-type', 'application/timestamp-reply')
          .end(answer ?? authority.answer(question));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return authority;
  }

  get host(): string {
    return `127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  get address(): string {
    return `http://${this.host}/tsr`;
  }

  file(name: string): string {
    return join(this.folder, name);
  }

  answer(question: Buffer): Buffer {
    writeFileSync(this.file('question.tsq'), question);
    const { ok, said } = openSsl(
      ...['ts', '-reply', '-config', this.file('tsa.conf'), '-queryfile', this.file('question.tsq')],
      ...['-out', this.file('answer.tsr')],
    );
    if (!ok) throw new Error(said);
    return readFileSync(this.file('answer.tsr'));
  }

  stop(): void {
    this.server.closeAllConnections();
    this.server.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
