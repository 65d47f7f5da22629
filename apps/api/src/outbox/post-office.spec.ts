import fc from 'fast-check';
import type { Headers } from 'mailparser';
import { judgeDeliveryError } from './judge-delivery-error';
import type { Mail } from './letter-writer';
import { PostOffice } from './post-office';
import { aConfiguration } from './testing/a-configuration';
import { aMailServer, type Delivery, type MailServer } from './testing/mail-server';

const NOW = Date.parse('2026-11-23T12:00:00Z');
const ID = '0193a1b2-0000-7000-8000-000000000009';
const CALENDAR =
  'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y//FR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n';

function aMail(over: Partial<Mail> = {}): Mail {
  return {
    to: { name: 'Camille Martin', address: 'camille@visitor.example' },
    replyTo: { name: 'Léa Roche', address: 'lea@cabinet.example' },
    fromName: 'Cabinet Démo',
    language: 'fr',
    subject: 'Votre premier échange : jeudi 26 novembre',
    text: 'Bonjour Camille,\n\nà bientôt.',
    html: '<p>Bonjour Camille, à bientôt.</p>',
    calendar: { method: 'REQUEST', content: CALENDAR },
    ...over,
  };
}

const addresses = (headers: Headers, name: string) => {
  const value = headers.get(name);
  return typeof value === 'object' && 'value' in value && Array.isArray(value.value) ? value.value : [];
};

describe('the post office', () => {
  let server: MailServer;
  let office: PostOffice;

  beforeEach(async () => {
    server = await aMailServer();
    office = new PostOffice(aConfiguration({ SMTP_URL: `smtp://127.0.0.1:${server.port}` }));
  });
  afterEach(async () => {
    office.onApplicationShutdown();
    await server.stop();
  });

  async function delivered(mail: Mail): Promise<Delivery> {
    const before = server.deliveries.length;
    await office.send(ID, mail, NOW);
    const delivery = server.deliveries[before];
    if (delivery === undefined || server.deliveries.length !== before + 1) throw new Error('not one letter');
    return delivery;
  }

  async function verdict(mail: Mail) {
    return office.send(ID, mail, NOW).then(() => null, judgeDeliveryError);
  }

  it('delivers what was meant: parsed back, the raw message equals the intent', async () => {
    const { mail, from, to, raw } = await delivered(aMail());
    expect([from, to]).toEqual(['letters@mail.cabinet.example', ['camille@visitor.example']]);
    expect(mail.subject).toBe(aMail().subject);
    expect(mail.text?.trim()).toBe(aMail().text);
    expect(mail.html).toBe(aMail().html);
    expect(addresses(mail.headers, 'from')).toEqual([
      { name: 'Cabinet Démo', address: 'letters@mail.cabinet.example' },
    ]);
    expect(addresses(mail.headers, 'to')).toEqual([
      { name: 'Camille Martin', address: 'camille@visitor.example' },
    ]);
    expect(addresses(mail.headers, 'reply-to')).toEqual([
      { name: 'Léa Roche', address: 'lea@cabinet.example' },
    ]);
    expect(mail.date?.getTime()).toBe(NOW);
    expect(raw).toMatch(/Content-Type: text\/calendar; charset=utf-8; method=REQUEST/i);
    expect(mail.attachments.map((part) => part.content.toString())).toContain(CALENDAR);
  });

  it('carries files byte by byte, under their names', async () => {
    const content = Buffer.from('%PDF-1.7\r\n\u00e9\0end', 'latin1');
    const { mail } = await delivered(
      aMail({ files: [{ name: 'contract-1-v1.pdf', type: 'application/pdf', content }] }),
    );
    const file = mail.attachments.find(({ filename }) => filename === 'contract-1-v1.pdf');
    expect([file?.contentType, file?.content]).toEqual(['application/pdf', content]);
  });

  it('says that no person wrote it, so that no auto-reply starts a loop, and keeps its Message-ID over tries', async () => {
    for (const attempt of [1, 2]) {
      const { mail } = await delivered(aMail());
      expect([attempt, mail.messageId]).toEqual([attempt, `<${ID}@mail.cabinet.example>`]);
      expect(mail.headers.get('auto-submitted')).toBe('auto-generated');
      expect(mail.headers.get('precedence')).toBe('bulk');
      expect(mail.headers.get('x-auto-response-suppress')).toBe('All');
    }
  });

  it('sends to one recipient whatever the name looks like', async () => {
    for (const name of [
      'x, evil@example.net',
      'Team: a@example.net, b@example.net;',
      '"x" <evil@example.net>',
      '(evil@example.net)',
      'x\r\nBcc: evil@example.net',
    ]) {
      const { mail, to } = await delivered(aMail({ to: { name, address: 'camille@visitor.example' } }));
      expect(to).toEqual(['camille@visitor.example']);
      expect(addresses(mail.headers, 'to').map((one: { address?: string }) => one.address)).toEqual([
        'camille@visitor.example',
      ]);
      expect([mail.cc, mail.bcc]).toEqual([undefined, undefined]);
    }
  });

  it('refuses an address that could hide a second mailbox, before asking the server', async () => {
    const hiding = [
      'a@b.example, evil@example.net',
      'team: a@b.example, evil@example.net;',
      'a@b.example (x)',
      '"a@b"@c.example',
      'a@b.example\r\nRCPT TO:<evil@example.net>',
      '<a@b.example>',
      'a@b@c.example',
      `${'a'.repeat(64)}@${'b'.repeat(200)}.example`,
    ];
    for (const address of hiding) {
      expect(await verdict(aMail({ to: { name: 'x', address } }))).toEqual({
        permanent: true,
        reason: 'address-unusable',
      });
    }
    expect(server.senders).toBe(0);
    for (const address of hiding) {
      const { mail } = await delivered(aMail({ replyTo: { name: 'x', address } }));
      expect(mail.replyTo).toBeUndefined(); // the letter itself has somebody waiting for it
    }
  });

  it('never grows a header: names and subjects with line breaks come back as they were meant', async () => {
    const known = (await delivered(aMail())).mail.headerLines.map(({ key }) => key).sort();
    const nasty = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.constantFrom('a\r\nBcc: evil@example.net\r\n\r\nbody', 'b\nX-Evil: 1', 'é'.repeat(80)),
    );
    await fc.assert(
      fc.asyncProperty(nasty, nasty, nasty, async (to, reply, from) => {
        const { mail } = await delivered(
          aMail({
            to: { name: to, address: 'camille@visitor.example' },
            replyTo: { name: reply, address: 'lea@cabinet.example' },
            fromName: from,
            subject: `sujet ${to.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ')}`,
          }),
        );
        expect(mail.headerLines.map(({ key }) => key).sort()).toEqual(known);
        expect(mail.headers.has('bcc')).toBe(false);
        expect(addresses(mail.headers, 'to').map((one: { address?: string }) => one.address)).toEqual([
          'camille@visitor.example',
        ]);
        expect(mail.text?.trim()).toBe(aMail().text);
      }),
      { numRuns: 60 },
    );
  });

  it('tells a mailbox that does not exist from a server that asks to come back', async () => {
    server.refusals
      .set('gone@visitor.example', 550)
      .set('grey@visitor.example', 450)
      .set('full@visitor.example', 552);
    const to = (address: string) => verdict(aMail({ to: { name: 'x', address } }));
    expect(await to('gone@visitor.example')).toEqual({ permanent: true, reason: 'mailbox-unknown' });
    expect(await to('full@visitor.example')).toEqual({ permanent: true, reason: 'refused-552' });
    expect(await to('grey@visitor.example')).toEqual({ permanent: false, reason: 'smtp-later-450' });
    server.refuseData = 554;
    expect(await verdict(aMail())).toEqual({ permanent: true, reason: 'refused-554' });
    server.refuseData = 421;
    expect((await verdict(aMail()))?.permanent).toBe(false);
    expect(server.deliveries).toHaveLength(0);
  });

  it('tries again later when nobody answers', async () => {
    await server.stop();
    expect(await verdict(aMail())).toEqual({ permanent: false, reason: 'smtp-unreachable' });
    server = await aMailServer();
  });
});

describe('encryption on the way to the mail server', () => {
  const plain = { SMTP_ALLOW_PLAINTEXT: '0' };

  // The server warns that its own certificate is for tests, which is what it is here for.
  beforeAll(() => void jest.spyOn(console, 'error').mockImplementation(() => undefined));
  afterAll(() => jest.restoreAllMocks());

  it.each([
    ['a server without STARTTLS', { hideSTARTTLS: true }, 'smtp', plain],
    ['a certificate nobody vouches for', { hideSTARTTLS: false }, 'smtp', plain],
    ['a certificate nobody vouches for, TLS from the start', { secure: true }, 'smtps', plain],
    ['the same although plain text is allowed', { secure: true }, 'smtps', { SMTP_ALLOW_PLAINTEXT: '1' }],
  ])('refuses %s, and the letter waits', async (_name, options, protocol, allowed) => {
    const server = await aMailServer(options);
    const office = new PostOffice(
      aConfiguration({ SMTP_URL: `${protocol}://127.0.0.1:${server.port}`, ...allowed }),
    );
    try {
      const verdict = await office.send(ID, aMail(), NOW).then(() => null, judgeDeliveryError);
      expect(verdict?.permanent).toBe(false);
      expect(verdict?.reason).toMatch(/^smtp-(tls-refused|unreachable)$/);
      expect([server.senders, server.deliveries.length]).toEqual([0, 0]);
    } finally {
      office.onApplicationShutdown();
      await server.stop();
    }
  });

  it('does without only when the operator says so, and still encrypts when the server can', async () => {
    for (const hideSTARTTLS of [true, false]) {
      const server = await aMailServer({ hideSTARTTLS });
      const office = new PostOffice(aConfiguration({ SMTP_URL: `smtp://127.0.0.1:${server.port}` }));
      await office.send(ID, aMail(), NOW);
      expect(server.deliveries.map((delivery) => delivery.encrypted)).toEqual([!hideSTARTTLS]);
      office.onApplicationShutdown();
      await server.stop();
    }
  });
});
