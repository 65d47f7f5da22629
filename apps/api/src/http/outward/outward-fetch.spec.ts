import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createTcpServer, type AddressInfo } from 'node:net';
import { isPublicAddress } from './addresses';
import { OutwardFetch, type OutwardError, type OutwardRequest } from './outward-fetch';

jest.setTimeout(30_000);

describe('the way out', () => {
  const open: { close(): unknown }[] = [];
  const asked: string[] = [];

  afterAll(() => open.forEach((server) => server.close()));

  async function serve(listener: RequestListener): Promise<string> {
    const server: Server = createServer((request, response) => {
      asked.push(`${request.method} ${request.url}`);
      listener(request, response);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    open.push({ close: () => (server.closeAllConnections(), server.close()) });
    return `127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  const outward = (...internal: string[]) => new OutwardFetch({ OUTWARD_INTERNAL_HOSTS: internal });
  const GET: OutwardRequest = { method: 'GET' };
  const refusal = (done: Promise<unknown>): Promise<[string, string]> =>
    done.then(
      () => ['', 'answered'],
      (error: OutwardError) => [error.reason, error.message],
    );

  it('knows what is not the public internet', () => {
    const inside = [
      ...[
        '127.0.0.1',
        '10.1.2.3',
        '172.16.0.1',
        '172.31.255.255',
        '192.168.1.1',
        '169.254.169.254',
        '0.0.0.0',
      ],
      ...['100.64.0.1', '198.18.0.1', '224.0.0.1', '255.255.255.255', '192.0.2.1'],
      ...[
        '::',
        '::1',
        'fe80::1',
        'fc00::1',
        'fd12::1',
        'ff02::1',
        '64:ff9b::a00:1',
        '2002:a00:1::',
        '2001::1',
      ],
      ...['::ffff:10.0.0.1', '::ffff:7f00:1', '::ffff:8.8.8.8', '::10.0.0.1', '2001:db8::1'],
      ...['', 'localhost', '1.2.3', '0x7f.1'],
    ];
    const outside = ['8.8.8.8', '1.1.1.1', '172.32.0.1', '100.128.0.1', '2606:4700::1111', '2a00:1450::1'];

    expect(inside.filter(isPublicAddress)).toEqual([]);
    expect(outside.filter((address) => !isPublicAddress(address))).toEqual([]);
  });

  it('answers with status, type and bytes of a host that the operator lists', async () => {
    const host = await serve((request, response) => {
      response
        .setHeader('content-type', 'text/plain')
        .end(`${request.headers['x-mark']} ${request.headers.host}`);
    });
    const reply = await outward(host).fetch(`http://${host}/a?b=c`, {
      method: 'POST',
      headers: { 'x-mark': 'yes' },
      body: Buffer.from('body'),
    });

    expect(reply).toMatchObject({ status: 200, type: 'text/plain' });
    expect(reply.body.toString()).toBe(`yes ${host}`);
  });

  it('sends nothing to an address that is not public, however it is written', async () => {
    const host = await serve((_request, response) => response.end('inside'));
    const port = host.split(':')[1] ?? '';
    const before = asked.length;
    // A port is listed for a name; the address behind that name was not.
    const listed = outward(`other.example:${port}`);

    for (const address of [
      `http://${host}/`,
      'http://127.0.0.1/',
      'http://localhost/',
      'http://[::1]/',
      'http://[::ffff:127.0.0.1]/',
      'http://2130706433/',
      'http://0x7f.0.0.1/',
      'http://169.254.169.254/latest/meta-data/',
    ]) {
      const [reason, message] = await refusal(listed.fetch(address, GET));
      expect(['bad-address', 'not-public', 'not-reached', 'too-slow']).toContain(reason);
      expect(message).toBe('the address could not be read');
    }
    expect(asked.length).toBe(before);
  });

  it('looks at the address of the connection, not at the name', async () => {
    const host = await serve((_request, response) => response.end('inside'));
    const port = Number(host.split(':')[1]);
    const before = asked.length;
    const { accept } = OutwardFetch.prototype as unknown as { accept: (address: string) => URL };
    const permissive = outward();
    // As if the port were allowed for everybody: what is left is the check of the socket.
    Object.assign(permissive, { accept: (address: string) => (void accept, new URL(address)) });

    expect(await refusal(permissive.fetch(`http://localhost:${port}/`, GET))).toEqual([
      'not-public',
      'the address could not be read',
    ]);
    expect(asked.length).toBe(before);
  });

  it.each([
    ['file:///etc/passwd'],
    ['ftp://example.org/'],
    ['gopher://example.org/'],
    ['data:text/plain,x'],
    ['http://example.org:22/'],
    ['https://example.org:80/'],
    ['http://name:secret@example.org/'],
    ['//example.org/'],
    [''],
  ])('does not open %s', async (address) => {
    expect(await refusal(outward().fetch(address, GET))).toEqual([
      'bad-address',
      'the address could not be read',
    ]);
  });

  it('looks again at every place that a redirect leads to, and follows three', async () => {
    const inside = await serve((_request, response) => response.end('inside'));
    const host: string = await serve((request, response) => {
      const left = Number(request.url?.slice(1));
      response.writeHead(302, { location: left === 0 ? `http://${inside}/secret` : `/${left - 1}` }).end();
    });
    const before = asked.filter((line) => line.includes('/secret')).length;

    expect(await refusal(outward(host).fetch(`http://${host}/1`, GET))).toEqual([
      'bad-address',
      expect.any(String),
    ]);
    expect(await refusal(outward(host).fetch(`http://${host}/9`, GET))).toEqual([
      'too-many-redirects',
      expect.any(String),
    ]);
    expect(asked.filter((line) => line.includes('/secret')).length).toBe(before);
    const both = await outward(host, inside).fetch(`http://${host}/1`, GET);
    expect(both.body.toString()).toBe('inside');
  });

  it('reads no more than 5 MB, and nothing that unfolds', async () => {
    const big = await serve((_request, response) => {
      response.writeHead(200);
      const chunk = Buffer.alloc(1024 * 1024);
      for (let i = 0; i < 6; i++) response.write(chunk);
      response.end();
    });
    const announced = await serve((_request, response) =>
      response.writeHead(200, { 'content-length': String(6 * 1024 * 1024) }).end(),
    );
    const packed = await serve((_request, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end('x'),
    );

    expect((await refusal(outward(big).fetch(`http://${big}/`, GET)))[0]).toBe('too-large');
    expect((await refusal(outward(announced).fetch(`http://${announced}/`, GET)))[0]).toBe('too-large');
    expect((await refusal(outward(packed).fetch(`http://${packed}/`, GET)))[0]).toBe('encoded');
  });

  it('waits ten seconds for all of it, also for a host that answers drop by drop', async () => {
    const slow = await serve((_request, response) => {
      response.writeHead(200);
      const drops = setInterval(() => response.write('.'), 200);
      response.on('close', () => clearInterval(drops));
    });
    const silent = createTcpServer(() => undefined);
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    open.push(silent.unref());
    const mute = `127.0.0.1:${(silent.address() as AddressInfo).port}`;
    const started = performance.now();

    const reasons = await Promise.all([
      refusal(outward(slow).fetch(`http://${slow}/`, GET)),
      refusal(outward(mute).fetch(`http://${mute}/`, GET)),
      refusal(outward(mute).fetch(`https://${mute}/`, GET)),
    ]);

    expect(reasons.map(([reason]) => reason)).toEqual(['too-slow', 'too-slow', 'too-slow']);
    expect(performance.now() - started).toBeLessThan(14_000);
  });

  it('believes no certificate that nobody vouches for', async () => {
    const { createServer: createSecure } = await import('node:https');
    const { makeSealCertificate } = await import('../../supervision/documents/seal/make-seal-certificate');
    const made = await makeSealCertificate('localhost', Date.now());
    const { X509Certificate, createPrivateKey } = await import('node:crypto');
    const server = createSecure(
      {
        cert: new X509Certificate(made.certificate).toString(),
        key: createPrivateKey({ key: made.key, format: 'der', type: 'pkcs8' }).export({
          type: 'pkcs8',
          format: 'pem',
        }),
      },
      (_request, response) => response.end('hello'),
    );
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    open.push(server);
    const host = `localhost:${(server.address() as AddressInfo).port}`;

    expect((await refusal(outward(host).fetch(`https://${host}/`, GET)))[0]).toBe('not-reached');
  });
});
