import type { Configuration } from '../../configuration/configuration';
import { createDataSource } from '../../database/data-source';
import { Transactions } from '../../database/transactions';
import type { Mail } from '../../outbox/letter-writer';
import { invitationLink } from '../testing/people';
import { ORIGIN, SettingsApp } from '../testing/settings-app';
import { PracticeLetterWriter } from './practice-letter-writer';

describe('the letter of an invitation', () => {
  let app: SettingsApp;
  let owner: string;
  let writer: PracticeLetterWriter;
  let close: () => Promise<void>;

  beforeAll(async () => {
    app = await SettingsApp.start('practice_letters');
    await app.createPractice('one');
    owner = await app.signIn('lea@one.example');
    const dataSource = await createDataSource({
      url: app.urls.app,
      pool: 1,
      statementTimeout: 5_000,
      applicationName: 'test',
    }).initialize();
    close = () => dataSource.destroy();
    const configuration = { PUBLIC_URL: ORIGIN, SECRET_KEY: Buffer.from('A'.repeat(43), 'base64url') };
    writer = new PracticeLetterWriter(
      configuration as Configuration,
      new Transactions(dataSource),
      app.clock,
    );
  });
  afterAll(async () => {
    await close();
    await app.stop();
  });

  const invite = (email: string, over: object = {}) =>
    app.send('POST', '/api/invitations', {
      session: owner,
      body: { email, name: 'Nina <b>Petit</b>', roles: ['coach'], language: 'fr', ...over },
    });
  const refOf = async (email: string) => {
    const [row] = await app.rows<{ practice_id: string; id: string }>(
      `SELECT l.practice_id, l.id FROM letter l JOIN invitation i ON i.practice_id = l.practice_id AND i.id = l.invitation_id
       WHERE i.email = $1 ORDER BY l.created_at DESC, l.id DESC LIMIT 1`,
      [email],
    );
    return { practiceId: row?.practice_id ?? '', letterId: row?.id ?? '' };
  };
  const mailTo = async (email: string): Promise<Mail> => {
    const written = await writer.write(await refOf(email));
    if ('leave' in written) throw new Error(written.leave);
    return written.mail;
  };

  it('goes to the address it is for, with a link that opens it and markup shown as it was typed', async () => {
    await invite('nina@coach.example');
    const mail = await mailTo('nina@coach.example');

    expect(mail.to).toEqual({ name: 'Nina <b>Petit</b>', address: 'nina@coach.example' });
    expect(mail.fromName).toBe('Cabinet one');
    expect(mail.html).toContain('Nina &lt;b&gt;Petit&lt;/b&gt;');
    expect(mail.text).toContain('Léa Roche vous invite à rejoindre Cabinet one sur Visavis, comme coach.');
    expect(mail.text).toContain('jusqu’au lundi 25 janvier 2027');
    const [, path, secret] = /\/app\/fr\/invitation\/(one\/[0-9a-f-]{36})#([\w-]{22})/.exec(mail.text) ?? [];
    const [slug, id] = (path ?? '').split('/');
    expect(`/api/public/${slug}/invitations/${id}/${secret}`).toBe(
      await invitationLink(app, 'nina@coach.example'),
    );
    expect((await app.send('GET', `/api/public/${slug}/invitations/${id}/${secret}`)).status).toBe(200);
  });

  it('is in the language chosen for it', async () => {
    await invite('ann@coach.example', { language: 'en', roles: ['supervisor', 'coach'] });
    const mail = await mailTo('ann@coach.example');
    expect(mail.subject).toBe('Invitation to join Cabinet one');
    expect(mail.text).toContain('as a supervisor, a coach');
    expect(mail.text).toContain('until Monday, 25 January 2027');
  });

  it('stays when the invitation was withdrawn or has expired', async () => {
    const { body } = await invite('gone@coach.example');
    const ref = await refOf('gone@coach.example');
    app.clock.at += 15 * 86_400_000;
    expect(await writer.write(ref)).toEqual({ leave: 'too-late' });
    app.clock.at -= 15 * 86_400_000;
    await app.send('DELETE', `/api/invitations/${body['id'] as string}`, { session: owner });
    expect(await writer.write(ref)).toEqual({ leave: 'overtaken' });
  });
});
