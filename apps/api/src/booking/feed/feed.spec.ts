import type { FeedReply } from '@visavis/booking';
import { DAY, MINUTE } from '@visavis/kernel';
import { randomUUIDv7 } from 'node:crypto';
import { NOW, ORIGIN, SettingsApp } from '../../practice/testing/settings-app';

describe('the calendar feed', () => {
  let app: SettingsApp;
  let lea: string;

  beforeAll(async () => {
    app = await SettingsApp.start('feed');
    await app.createPractice('feeds');
    await app.createPractice('others');
    lea = await app.signIn('lea@feeds.example');
    await book(NOW + DAY, 'booked', 'Camille');
    await book(NOW + 2 * DAY, 'cancelled', 'Dominique');
    await book(NOW - 29 * DAY, 'done', 'Claude');
    await book(NOW - 31 * DAY, 'done', 'Maxime');
    await book(NOW + 370 * DAY, 'booked', 'Sacha');
  });

  afterAll(() => app.stop());

  async function book(start: number, status: string, firstName: string): Promise<void> {
    const id = randomUUIDv7();
    await app.rows(
      `INSERT INTO appointment (practice_id, id, supervisor_id, kind, status, starts_at, ends_at, occupies, sequence, link_version,
         origin, created_at, updated_at)
       SELECT s.practice_id, $1, s.id, 'discovery-call', $4, $2, $3, tstzrange($2, $3), 0, 1, 'public', $2, $2
       FROM supervisor s JOIN practice_address d ON d.practice_id = s.practice_id WHERE d.slug = 'feeds' AND s.slug = 'lea'`,
      [id, new Date(start), new Date(start + 30 * MINUTE), status],
    );
    await app.rows(
      `INSERT INTO discovery_call (practice_id, id, first_name, last_name, email, phone, reason, words, language, time_zone, open, created_at)
       SELECT practice_id, id, $2, 'Martin', $2 || '@visitor.example', '+33199004412', 'other', 'secret words', 'fr', 'Europe/Paris', false, starts_at
       FROM appointment WHERE id = $1`,
      [id, firstName],
    );
  }

  const settings = async () => (await app.send<FeedReply>('GET', '/api/feed', { session: lea })).body;
  const path = async () => new URL((await settings()).url).pathname;
  const events = (text: string) => text.match(/BEGIN:VEVENT/g)?.length ?? 0;

  it('has a secret address of 128 bits at the public host', async () => {
    const { url, details } = await settings();

    expect(url).toMatch(new RegExp(`^${ORIGIN}/calendar/feeds/lea/[A-Za-z0-9_-]{22}\\.ics$`));
    expect(details).toBe(false);
  });

  it('says when the supervisor is busy from a month back to a year ahead, and nothing about whom', async () => {
    const answer = await app.send('GET', await path());

    expect(answer.status).toBe(200);
    expect(answer.headers).toMatchObject({
      'content-type': 'text/calendar; charset=utf-8',
      'cache-control': 'no-store',
    });
    expect(answer.text).toMatch(/^BEGIN:VCALENDAR\r\n/);
    expect(events(answer.text)).toBe(2);
    expect(answer.text).toContain('DTSTART:20270112T070000Z');
    expect(answer.text).not.toMatch(/Camille|Martin|33199004412|secret words|visitor\.example/);
  });

  it('answers HEAD without a body', async () => {
    const answer = await app.send('HEAD', await path());

    expect([answer.status, answer.text]).toEqual([200, '']);
  });

  it('tells names and numbers once the supervisor wants it, never what the visitor wrote', async () => {
    await app.send('PUT', '/api/feed', { session: lea, body: { details: true } });
    const told = await app.send('GET', await path());
    await app.send('PUT', '/api/feed', { session: lea, body: { details: false } });

    expect(told.text).toContain('Camille Martin');
    expect(told.text).toContain('tel:+33199004412');
    expect(told.text).not.toMatch(/secret words|visitor\.example/);
    expect((await app.send('GET', await path())).text).not.toContain('Camille');
  });

  it('is not found under its old address after a rotation', async () => {
    const old = await path();
    const rotated = await app.send<FeedReply>('POST', '/api/feed/rotate', { session: lea, body: {} });

    expect(new URL(rotated.body.url).pathname).not.toBe(old);
    expect((await app.send('GET', old)).status).toBe(404);
    expect((await app.send('GET', new URL(rotated.body.url).pathname)).status).toBe(200);
    const acts = await app.rows<{ act: string }>(
      `SELECT act FROM audit_event WHERE act LIKE 'feed-%' ORDER BY id`,
    );
    expect(acts.map(({ act }) => act)).toEqual(['feed-changed', 'feed-changed', 'feed-rotated']);
  });

  it('opens with nobody else’s secret', async () => {
    const file = (await path()).split('/').at(-1) ?? '';
    const sam = new URL(
      (await app.send<FeedReply>('GET', '/api/feed', { session: await app.signIn('sam@feeds.example') })).body
        .url,
    ).pathname;

    const wrong = [
      `/calendar/feeds/sam/${file}`,
      `/calendar/others/lea/${file}`,
      `/calendar/feeds/nobody/${file}`,
      `/calendar/nowhere/lea/${file}`,
      `/calendar/feeds/lea/${sam.split('/').at(-1)}`,
      `/calendar/feeds/lea/${file.replace('.ics', '')}`,
      `/calendar/feeds/lea/${'A'.repeat(22)}.ics`,
      `/calendar/feeds/lea/${file.slice(0, 10)}.ics`,
      `/calendar/%00/lea/${file}`,
    ];
    for (const url of wrong) expect([url, (await app.send('GET', url)).status]).toEqual([url, 404]);
  });

  it('is gone when the supervisor is no longer active', async () => {
    const open = await path();
    await app.rows(`UPDATE supervisor SET active = false WHERE slug = 'lea'`);

    expect((await app.send('GET', open)).status).toBe(404);
  });
});
