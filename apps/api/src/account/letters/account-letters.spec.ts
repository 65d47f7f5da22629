import type { INestApplicationContext } from '@nestjs/common';
import type { Language } from '@visavis/kernel';
import { randomUUID } from 'node:crypto';
import type { OperationsServer } from '../../operation/operations-server';
import { OutboxBell } from '../../outbox/outbox-bell';
import { aMailServer, type MailServer } from '../../outbox/testing/mail-server';
import { aPostalDatabase, aWorker, TestClock, until } from '../../outbox/testing/post-room';
import { Practice } from '../../outbox/testing/practice';
import { runWorker } from '../../run-worker';
import { codeOf, resetSecret } from '../codes/derive-code';
import { KEY } from '../testing/person';
import { ACCOUNT_LETTER_KINDS, NOTICE_LETTERS, type AccountLetterKind } from './account-letter-kinds';
import { TellPerson } from './tell-person';
import { writeAccountLetter, type AccountLetterFacts } from './write-account-letter';

const SETTINGS = { publicUrl: 'https://visavis.example', secretKey: KEY };
const NOW = Date.parse('2027-01-11T07:00:00Z');

function someFacts(kind: AccountLetterKind, over: Partial<AccountLetterFacts> = {}): AccountLetterFacts {
  const code = {
    target: 'new@visitor.example',
    former: 'old@cabinet.example',
    expiresAt: NOW + 1,
    used: false,
  };
  return {
    kind,
    language: 'fr',
    aboutId: '0193a1b2-0000-4000-8000-000000000001',
    practice: { name: 'Cabinet Démo', slug: 'demo' },
    member: { name: 'Léa Roche', email: 'lea@cabinet.example' },
    code,
    ...over,
  };
}

const write = (kind: AccountLetterKind, over: Partial<AccountLetterFacts> = {}, now = NOW) =>
  writeAccountLetter(someFacts(kind, over), SETTINGS, now);

function mailOf(kind: AccountLetterKind, over: Partial<AccountLetterFacts> = {}) {
  const written = write(kind, over);
  if ('leave' in written) throw new Error(`${kind} was left: ${written.leave}`);
  return written.mail;
}

describe('a letter about an account', () => {
  const all = ACCOUNT_LETTER_KINDS.flatMap((kind) =>
    (['fr', 'en'] as const).map((language) => ({ kind, language })),
  );

  it.each(all)('$kind says in $language what it is about, in text and HTML alike', ({ kind, language }) => {
    const mail = mailOf(kind, { language });
    expect(mail.subject.length).toBeGreaterThan(8);
    expect(mail.subject).not.toMatch(/\d{6}/); // shown on locked phones
    expect(mail.html).toContain(`lang="${language}"`);
    expect(mail.text).toContain('Cabinet Démo');
    const [code] = /^\d{6}$/m.exec(mail.text) ?? [];
    if (code !== undefined) expect(mail.html).toContain(code);
    for (const [address] of mail.text.matchAll(/https:\S+/g)) {
      expect(address.startsWith('https://visavis.example/')).toBe(true);
      expect(mail.html).toContain(address);
    }
  });

  it('differs between the two languages', () => {
    for (const kind of ACCOUNT_LETTER_KINDS) {
      const [fr, en] = (['fr', 'en'] as Language[]).map((language) => mailOf(kind, { language }));
      expect(fr?.subject).not.toBe(en?.subject);
    }
  });

  it('goes to the address it is about', () => {
    expect(mailOf('email-code-new').to.address).toBe('new@visitor.example');
    expect(mailOf('email-taken').to).toEqual({ name: '', address: 'new@visitor.example' });
    expect(mailOf('email-changed').to.address).toBe('old@cabinet.example');
    for (const kind of ['proof-code', 'email-code-current', 'password-reset', 'passkey-added'] as const)
      expect(mailOf(kind).to.address).toBe('lea@cabinet.example');
    expect(write('email-changed', { code: null })).toEqual({ leave: 'no-address' });
  });

  it('tells the owner of a taken address nothing about who asked', () => {
    const { text, html } = mailOf('email-taken');
    expect(text + html).not.toMatch(/Léa|lea@/);
  });

  it('is left when its code is used, replaced or over; what was changed is told all the same', () => {
    const code = someFacts('proof-code').code;
    expect(write('proof-code', { code: code && { ...code, used: true } })).toEqual({ leave: 'overtaken' });
    expect(write('proof-code', { code: null })).toEqual({ leave: 'overtaken' });
    expect(write('password-reset', {}, NOW + 1)).toEqual({ leave: 'too-late' });
    for (const kind of NOTICE_LETTERS.filter((one) => one !== 'email-changed'))
      expect(write(kind, { code: null }, NOW + 86_400_000)).toHaveProperty('mail');
  });

  it('has names in it as they are, never as markup or another header', () => {
    const member = { name: '<b>Léa</b>\r\nBcc: x@evil.example', email: 'lea@cabinet.example' };
    const { to, subject, html } = mailOf('password-reset', { member });
    expect(to.name).not.toMatch(/[\r\n]/);
    expect(subject).not.toMatch(/[\r\n]/);
    expect(html).not.toContain('<b>');
  });
});

describe('letters about accounts leave', () => {
  let clock: TestClock;
  let practice: Practice;
  let mail: MailServer;
  let worker: INestApplicationContext;
  let operations: OperationsServer;

  beforeAll(async () => {
    const urls = await aPostalDatabase('account_letters');
    clock = new TestClock();
    practice = await Practice.create(urls, 'account', clock);
    mail = await aMailServer();
    worker = await aWorker(urls, mail.port, clock);
    operations = await runWorker(worker);
  });

  afterAll(async () => {
    await operations.close();
    await worker.close();
    await mail.stop();
    await practice.close();
  });

  const plan = async (kind: AccountLetterKind, purpose: string, target: string | null = null) => {
    const id = randomUUID();
    const accountId = await practice.accountId();
    const telling = new TellPerson({ ring: () => undefined } as unknown as OutboxBell);
    await practice.do(async (transaction) => {
      await transaction.query('SELECT enter_practice($1, $2)', [practice.id, accountId]);
      await transaction.query(
        `INSERT INTO one_time_code (id, account_id, session_id, purpose, target, former, attempts, created_at, expires_at)
         VALUES ($1, $2, NULL, $3, $4::text, CASE WHEN $4::text IS NOT NULL THEN 'old@cabinet.example' END, 0, $5, $6)`,
        [id, accountId, purpose, target, new Date(clock.now()), new Date(clock.now() + 600_000)],
      );
      const [member]: { id: string }[] = await transaction.query(
        'SELECT id FROM member WHERE practice_id = $1',
        [practice.id],
      );
      await telling.plan(
        transaction,
        { practiceId: practice.id, memberId: member?.id ?? '' },
        kind,
        id,
        clock.now(),
      );
    });
    return id;
  };

  it('through the mail server, with the code that the check will compute', async () => {
    const id = await plan('proof-code', 'proof');
    const reset = await plan('password-reset', 'password-reset');
    await plan('email-code-new', 'email-change', 'new@visitor.example');
    await until(() => Promise.resolve(mail.deliveries.length === 3), 'three letters');
    const find = (text: string) => mail.deliveries.find((delivery) => delivery.mail.text?.includes(text));
    expect(find(codeOf(KEY, 'proof', id))?.mail.subject).toBe('Your confirmation code');
    const link = `https://visavis.example/app/en/new-password/${reset}/${resetSecret(KEY, reset)}`;
    expect(find(link)?.mail.html).toContain(link);
    expect(mail.deliveries.flatMap(({ to }) => to)).toContain('new@visitor.example');
    for (const delivery of mail.deliveries) expect(delivery.to).toHaveLength(1);
  });

  it('not when their code is over: nobody is sent a dead one after an outage', async () => {
    const before = mail.deliveries.length;
    await plan('proof-code', 'proof');
    clock.advance(600_000);
    await until(async () => {
      const rows: { failure: string }[] = await practice.do((transaction) =>
        transaction.query(`SELECT failure FROM letter WHERE practice_id = $1 AND state = 'superseded'`, [
          practice.id,
        ]),
      );
      return rows[0]?.failure === 'too-late';
    }, 'the letter is left');
    expect(mail.deliveries).toHaveLength(before);
  });
});
