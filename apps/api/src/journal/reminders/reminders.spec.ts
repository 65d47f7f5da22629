import { DAY } from '@visavis/kernel';
import { randomUUID } from 'node:crypto';
import { readConfiguration } from '../../configuration/configuration';
import { Transactions } from '../../database/transactions';
import { VaultsApp } from '../testing/vaults-app';
import { ReminderLetterWriter } from './reminder-letter-writer';

describe('a reminder', () => {
  let vaults: VaultsApp;

  beforeAll(async () => {
    vaults = await VaultsApp.start('journal_reminders');
  });
  afterAll(() => vaults.stop());

  const dayIn = (days: number) => new Date(vaults.app.now + days * DAY).toISOString().slice(0, 10);
  const put = (id: string, remindOn: unknown, session = vaults.zoe.session) =>
    vaults.app.send('PUT', `/api/reminders/${id}`, { session, body: { remindOn } });
  const remove = (id: string, session = vaults.zoe.session) =>
    vaults.app.send('DELETE', `/api/reminders/${id}`, { session });
  const mine = async () =>
    (await vaults.get(vaults.zoe, 'reminders')).body as unknown as { reminders: unknown[] };
  const letter = async (id: string) =>
    (
      await vaults.app.rows<{ practice_id: string; kind: string; state: string; due_at: Date }>(
        'SELECT practice_id, kind, state, due_at FROM letter WHERE id = $1',
        [id],
      )
    )[0];

  it('is a letter planned for its day, moved and taken back by whoever asked for it', async () => {
    const id = randomUUID();
    expect((await put(id, dayIn(7))).status).toBe(204);
    expect(await mine()).toEqual({ reminders: [{ id, remindOn: dayIn(7) }] });
    expect((await put(id, dayIn(90))).status).toBe(204);
    expect(await mine()).toEqual({ reminders: [{ id, remindOn: dayIn(90) }] });
    expect(await letter(id)).toMatchObject({ kind: 'journal-reminder', state: 'planned' });
    expect((await remove(id)).status).toBe(204);
    expect(await mine()).toEqual({ reminders: [] });
    expect(await letter(id)).toMatchObject({ state: 'superseded' });
    expect((await remove(id)).status).toBe(404);
    expect((await put(id, dayIn(7))).status).toBe(404);
  });

  it('is nobody else’s: not found, and left as it was', async () => {
    const id = randomUUID();
    await put(id, dayIn(7));
    const before = await letter(id);
    for (const email of ['lea@demo.example', 'sam@demo.example', 'noe@coach.example']) {
      const session = await vaults.app.signIn(email);
      expect([(await put(id, dayIn(9), session)).status, (await remove(id, session)).status]).toEqual([
        404, 404,
      ]);
    }
    expect((await remove(id, await vaults.app.signIn('lea@other.example'))).status).toBe(404);
    expect(await letter(id)).toEqual(before);
    await remove(id);
  });

  it('takes a day ahead and nothing else', async () => {
    for (const wrong of [
      '2027-02-30',
      '2027-2-3',
      '',
      null,
      7,
      '2027-03-01T00:00:00Z',
      dayIn(-3),
      dayIn(2000),
    ])
      expect([wrong, (await put(randomUUID(), wrong)).status]).toEqual([wrong, 400]);
    const named = await vaults.app.send('PUT', `/api/reminders/${randomUUID()}`, {
      session: vaults.zoe.session,
      body: { remindOn: dayIn(7), about: 'Offre perdue' },
    });
    expect(named.body.errors).toEqual([{ field: 'about', code: 'unknown-field' }]);
    expect((await put('not-an-id', dayIn(7))).status).toBe(404);
  });

  it.each([
    ['fr', 'Un rappel vous attend dans votre journal', 'seul votre appareil peut le lire'],
    ['en', 'A reminder waits in your journal', 'only your device can read it'],
  ])(
    'is told in %s by a letter that says only that a reminder waits',
    async (language, subject, sentence) => {
      const id = randomUUID();
      await put(id, dayIn(7));
      await vaults.app.rows('UPDATE member SET language = $1 WHERE id = $2', [
        language,
        vaults.zoe.device.userId,
      ]);
      const writer = new ReminderLetterWriter(
        readConfiguration(process.env),
        vaults.app.nest.get(Transactions),
      );
      const practiceId = (await letter(id))?.practice_id ?? '';

      const written = await writer.write({ practiceId, letterId: id });

      if (!('mail' in written)) throw new Error('the letter was left');
      expect(written.mail).toMatchObject({ to: { address: vaults.zoe.email }, language, subject });
      expect(written.mail.text).toContain(sentence);
      expect(written.mail.text).toContain(`/app/${language}/journal/reminder/${id}`);
      expect(written.mail.html).toContain(`lang="${language}"`);
      await remove(id);
    },
  );
});
