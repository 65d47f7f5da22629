import { LETTER_KINDS, RECIPIENTS, type LetterKind, type Recipient } from '@visavis/booking';
import { LANGUAGES } from '@visavis/kernel';
import fc from 'fast-check';
import type { Mail } from '../../outbox/letter-writer';
import { escapeHtml } from '../../outbox/paper/letter-html';
import { managePath, manageSecret } from './manage-link';
import { spellTime } from './spell-time';
import { someFacts, START } from './testing/a-call';
import { writeLetter } from './write-letter';

const NOW = START - 3 * 86_400_000;
const settings = {
  publicUrl: 'https://visavis.example',
  secretKey: Buffer.alloc(32, 7),
  sendingAddress: 'letters@cabinet.example',
};

function mailOf(facts: ReturnType<typeof someFacts>, now = NOW): Mail {
  const written = writeLetter(facts, settings, now);
  if ('leave' in written) throw new Error(`left: ${written.leave}`);
  return written.mail;
}

const written = (kind: LetterKind, recipient: Recipient) =>
  !(recipient === 'supervisor' && (kind === 'existing-link' || kind === 'rebooking'));
const all = LANGUAGES.flatMap((language) =>
  RECIPIENTS.flatMap((recipient) =>
    LETTER_KINDS.filter((kind) => written(kind, recipient)).map((kind) => ({ language, recipient, kind })),
  ),
);

describe('writeLetter', () => {
  it.each(all)(
    'writes the $kind to the $recipient ($language) in plain text and HTML, links from the configuration',
    (letter) => {
      const mail = mailOf(someFacts(letter));
      expect(mail.subject).not.toBe('');
      expect(mail.text).not.toMatch(/undefined|null|\[object/);
      const links = [...`${mail.text} ${mail.html}`.matchAll(/https?:\/\/[^/\s"]+/g)].map(([host]) => host);
      expect(new Set(links)).toEqual(new Set(['https://visavis.example']));
      expect(mail.html).toContain(`<html lang="${letter.language}">`);
      for (const paragraph of mail.text.split('\n\n').filter((p) => !p.includes('\n')))
        expect(mail.html).toContain(escapeHtml(paragraph));
      if (letter.language === 'fr')
        expect(`${mail.subject}\n${mail.text.replace(/https?:\S+/g, '')}`).not.toMatch(
          /[^\u202f\s][:;!?»]|[ \u00a0][:;!?»]|«[^\u202f]|'/,
        );
    },
  );

  it('says who calls whom, on which number, in each reader’s own zone and language', () => {
    const visitor = mailOf(someFacts({ language: 'fr' }));
    expect(visitor.text).toContain('Léa Roche vous appellera au +33\u00a01\u00a099\u00a000\u00a012\u00a034.');
    expect(visitor.text).toContain(
      'jeudi 26 novembre 2026, 4\u202fh\u202f30 (heure de l’Est nord-américain, UTC−5)',
    );
    const supervisor = mailOf(someFacts({ recipient: 'supervisor', language: 'en' }));
    expect(supervisor.text).toContain(
      'You will call Camille Martin on +33\u00a01\u00a099\u00a000\u00a012\u00a034.',
    );
    expect(supervisor.text).toMatch(
      /Thursday,? 26 November 2026, 10:30 \(Central European (Standard )?Time, UTC\+1\)/,
    );
  });

  it('gives the visitor their manage link and a way to answer the supervisor, and the reverse', () => {
    const facts = someFacts();
    const visitor = mailOf(facts);
    const secret = manageSecret(settings.secretKey, facts.appointment);
    expect(visitor.text).toContain(`https://visavis.example/fr/m/demo/${facts.appointment.id}/${secret}\n`);
    expect(visitor.to).toEqual({ name: 'Camille Martin', address: 'camille@visitor.example' });
    expect(visitor.replyTo?.address).toBe('lea@cabinet.example');
    const supervisor = mailOf(someFacts({ recipient: 'supervisor' }));
    expect(supervisor.text).toContain(
      `https://visavis.example/app/fr/appointments/${facts.appointment.id}\n`,
    );
    expect(supervisor.text).not.toContain(secret);
    expect(supervisor.calendar?.content).not.toContain(secret);
    expect([supervisor.to.address, supervisor.replyTo?.address]).toEqual([
      'lea@cabinet.example',
      'camille@visitor.example',
    ]);
  });

  it('derives another secret for another version, appointment, practice and key: 128 bits each', () => {
    const { appointment } = someFacts();
    const secrets = [
      manageSecret(settings.secretKey, appointment),
      manageSecret(settings.secretKey, { ...appointment, linkVersion: 2 }),
      manageSecret(settings.secretKey, { ...appointment, id: appointment.practiceId }),
      manageSecret(settings.secretKey, { ...appointment, practiceId: appointment.id }),
      manageSecret(Buffer.alloc(32, 8), appointment),
    ];
    expect(new Set(secrets).size).toBe(5);
    expect(secrets.every((secret) => Buffer.from(secret, 'base64url').length === 16)).toBe(true);
    expect(managePath('en', 'demo', 'x', 'y')).toBe('/en/m/demo/x/y');
  });

  it('puts a calendar part into what changes the calendar, and into nothing else', () => {
    const methods = LETTER_KINDS.map((kind) => [kind, mailOf(someFacts({ kind })).calendar?.method ?? null]);
    expect(Object.fromEntries(methods)).toEqual({
      confirmation: 'REQUEST',
      move: 'REQUEST',
      cancellation: 'CANCEL',
      'reminder-24h': null,
      'reminder-1h': null,
      'existing-link': null,
      rebooking: null,
    });
    expect(mailOf(someFacts({ sequence: 5, kind: 'move' })).calendar?.content).toContain('SEQUENCE:5\r\n');
  });

  it('leaves letters whose time is past, that a newer one overtook, or whose reader is erased or has no address', () => {
    const left = (facts: ReturnType<typeof someFacts>, now = NOW) => {
      const result = writeLetter(facts, settings, now);
      return 'leave' in result ? result.leave : null;
    };
    const { appointment, visitor } = someFacts();
    expect(left(someFacts(), START)).toBe('too-late');
    expect(left(someFacts({ kind: 'reminder-1h', dueAt: START - 3_600_000 }), START - 60_000)).toBe(
      'too-late',
    );
    expect(left(someFacts({}, { overtaken: true }))).toBe('overtaken');
    expect(
      left(someFacts({ kind: 'reminder-24h' }, { appointment: { ...appointment, status: 'cancelled' } })),
    ).toBe('overtaken');
    expect(left(someFacts({}, { visitor: null }))).toBe('erased');
    if (visitor === null) throw new Error('the builder gives a visitor');
    expect(left(someFacts({}, { visitor: { ...visitor, email: null } }))).toBe('no-address');
    expect(left(someFacts({ recipient: 'supervisor' }, { visitor: { ...visitor, email: null } }))).toBeNull();
    const gone = { supervisor: { ...someFacts().supervisor, left: true as const } };
    expect(left(someFacts({ recipient: 'supervisor' }, gone))).toBe('no-address');
    expect(left(someFacts({}, gone))).toBeNull();
  });

  it('still tells the supervisor that a call is off when the visitor erased themselves with it', () => {
    const mail = mailOf(someFacts({ kind: 'cancellation', recipient: 'supervisor' }, { visitor: null }));
    expect(mail.text).toContain('une personne qui a effacé ses données');
    expect(mail.replyTo).toBeNull();
  });

  it('cannot be made to carry markup, a second header or a second line in the subject', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }), (name) => {
        const { visitor, supervisor } = someFacts();
        if (visitor === null) throw new Error('the builder gives a visitor');
        const evil = `${name}<script>"'&\r\nBcc: evil@example.net`;
        const mail = mailOf(
          someFacts(
            {},
            {
              visitor: { ...visitor, name: evil, firstName: evil },
              supervisor: { ...supervisor, name: evil },
            },
          ),
        );
        expect(mail.subject).not.toMatch(/[\r\n]/);
        expect(mail.replyTo?.name).not.toMatch(/[\r\n]/);
        expect(mail.html).not.toContain('<script>');
      }),
    );
  });
});

describe('spellTime', () => {
  it('names zone and offset at the moment itself, in summer and winter, for every zone the runtime knows', () => {
    const summer = Date.parse('2026-07-15T10:00:00Z');
    expect(spellTime(summer, 'Europe/Paris', 'fr')).toMatch(
      /^mercredi 15 juillet 2026, 12\u202fh\u202f00 \(.*, UTC\+2\)$/,
    );
    expect(spellTime(summer, 'UTC', 'en')).toMatch(/, 10:00 \(UTC\)$/);
    expect(spellTime(Date.parse('2026-03-29T22:00:00Z'), 'Europe/Paris', 'fr')).toContain(
      'lundi 30 mars 2026, 0\u202fh\u202f00',
    );
    for (const zone of Intl.supportedValuesOf('timeZone'))
      expect(spellTime(summer, zone, 'fr')).toMatch(/ \(.+, UTC.*\)$|\(UTC\)$/);
  });
});
