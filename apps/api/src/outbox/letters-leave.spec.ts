import type { INestApplicationContext } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { HOUR, MINUTE } from '@visavis/kernel';
import { runWorker } from '../run-worker';
import type { OperationsServer } from '../operation/operations-server';
import { JobQueue } from './job-queue';
import { LETTER_QUEUE } from './letter-queue';
import { LetterStates } from './letter-states';
import { OutboxBell } from './outbox-bell';
import { RelayLetters } from './relay-letters';
import { aMailServer, type MailServer } from './testing/mail-server';
import { aPostalDatabase, aWorker, TestClock, until } from './testing/post-room';
import { Practice } from './testing/practice';

const NEXT_SWEEP = 2_500;
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe('letters leave', () => {
  let urls: Awaited<ReturnType<typeof aPostalDatabase>>;
  let clock: TestClock;
  let practice: Practice;
  let mail: MailServer;
  let worker: INestApplicationContext;
  let operations: OperationsServer;

  beforeAll(async () => {
    urls = await aPostalDatabase('letters_leave');
    clock = new TestClock();
    practice = await Practice.create(urls, 'one', clock);
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

  const to = (address: string) => mail.deliveries.filter((delivery) => delivery.to.includes(address));
  const ring = () => new OutboxBell(worker.get(DataSource)).ring();
  const settled = (id: string, states: readonly string[], within?: number) =>
    until(
      async () => (await practice.letters(id)).map((letter) => letter.state).join() === states.join(),
      `letters ${states.join()}`,
      within,
    );

  it('within a second of the bell: one to each, reminders waiting for their time', async () => {
    let waited = 0;
    // Four in a row: the sweep alone, every two seconds, would take about four.
    for (const address of ['a', 'b', 'c', 'd'].map((name) => `${name}-prompt@visitor.example`)) {
      const id = await practice.book({ email: address });
      const rungAt = performance.now();
      ring();
      await until(() => Promise.resolve(to(address).length === 1), 'the letter', 10_000);
      waited += performance.now() - rungAt;
      await settled(id, ['sent', 'sent', 'planned', 'planned', 'planned', 'planned']);
      const [letter] = await practice.letters(id);
      expect(to(address)[0]?.mail.messageId).toBe(`<${letter?.id}@mail.cabinet.example>`);
      expect(to(address)[0]?.mail.text).toContain('Léa Roche vous appellera');
    }
    expect(waited).toBeLessThan(3_800);
  });

  it('without a bell as well, a sweep later', async () => {
    const id = await practice.book({ email: 'swept@visitor.example', start: practice.soon() });
    await settled(id, ['sent', 'sent'], 2 * NEXT_SWEEP);
    expect(to('swept@visitor.example')).toHaveLength(1);
  });

  it('once each, however often and by however many they are handed over', async () => {
    const ids = await Promise.all(
      Array.from({ length: 20 }, (_, i) => practice.book({ email: `crowd${i}@visitor.example` })),
    );
    const relay = worker.get(RelayLetters);
    await Promise.all([relay.relayDue(), relay.relayDue(), relay.relayDue()]);
    await Promise.all(
      ids.map((id) => settled(id, ['sent', 'sent', 'planned', 'planned', 'planned', 'planned'])),
    );
    await pause(500);
    expect(ids.map((_, i) => to(`crowd${i}@visitor.example`).length)).toEqual(ids.map(() => 1));
  });

  it('also of a practice that waits for its erasure', async () => {
    const ask = (asked: string) =>
      practice.do((transaction) =>
        transaction.query(
          `UPDATE practice SET erasure_asked_at = CASE WHEN $2 THEN now() END,
             erasure_due_at = CASE WHEN $2 THEN now() + interval '30 days' END,
             erasure_asked_by = CASE WHEN $2 THEN practice_id END WHERE practice_id = $1`,
          [practice.id, asked],
        ),
      );
    const id = await practice.book({ email: 'closing@visitor.example', start: practice.soon() });
    await ask('true');
    ring();
    await settled(id, ['sent', 'sent']);
    expect(to('closing@visitor.example')).toHaveLength(1);
    await ask('false');
  });

  it('again when the supervisor asks for it, although the queue knows the letter', async () => {
    mail.refusals.set('twice@visitor.example', 550);
    const id = await practice.book({ email: 'twice@visitor.example', start: practice.soon() });
    ring();
    await settled(id, ['failed', 'sent']);
    const [failed] = await practice.letters(id);
    expect(failed).toMatchObject({ failure: 'mailbox-unknown', attempts: 1 });
    mail.refusals.clear();
    await practice.do((transaction) =>
      transaction.query(
        `UPDATE letter SET state = 'planned', relayed_at = NULL, failure = NULL WHERE practice_id = $1 AND id = $2`,
        [practice.id, failed?.id],
      ),
    );
    ring();
    await settled(id, ['sent', 'sent']);
    expect(to('twice@visitor.example')).toHaveLength(1);
  });

  it('later when the server is busy, with the reason in view until then', async () => {
    mail.refusals.set('grey@visitor.example', 450);
    const id = await practice.book({ email: 'grey@visitor.example', start: practice.soon() });
    ring();
    await until(async () => (await practice.letters(id))[0]?.failure === 'smtp-later-450', 'the reason');
    mail.refusals.clear();
    await settled(id, ['sent', 'sent']);
    const [letter] = await practice.letters(id);
    expect(letter?.failure).toBeNull();
    expect(letter?.attempts).toBeGreaterThanOrEqual(2);
    expect(to('grey@visitor.example')).toHaveLength(1);
  });

  it('not for erased people, not without an address, not when a newer letter tells more', async () => {
    const erased = await practice.book({ email: 'erased@visitor.example', start: practice.soon() });
    const soon = practice.soon();
    const overtaken = await practice.book({ email: 'overtaken@visitor.example', start: soon });
    await practice.plan(overtaken, 'moved', soon, true, 1);
    await practice.do((transaction) =>
      transaction.query(
        `UPDATE discovery_call SET first_name = NULL, last_name = NULL, email = NULL, phone = NULL, words = NULL, open = false,
           erased_at = $3 WHERE practice_id = $1 AND id = $2`,
        [practice.id, erased, new Date(clock.now())],
      ),
    );
    ring();
    await settled(erased, ['superseded', 'superseded']);
    await until(
      async () =>
        (await practice.letters(overtaken)).every(
          (letter) => letter.state !== 'planned' && letter.state !== 'sending',
        ),
      'settling',
    );
    expect((await practice.letters(overtaken)).map((l) => `${l.kind} ${l.state}`).sort()).toEqual([
      'confirmation superseded',
      'confirmation superseded',
      'move sent',
      'move sent',
    ]);
    expect([to('erased@visitor.example').length, to('overtaken@visitor.example').length]).toEqual([0, 1]);
  });

  it('past one that cannot be written, which is put aside after three tries and counted', async () => {
    const poisoned = await practice.book({ email: 'poison@visitor.example', letters: 'tried-again' });
    await practice.do((transaction) =>
      practice.insertLetter(
        transaction,
        poisoned,
        { kind: 'rebooking', recipient: 'supervisor', language: 'fr', sequence: 0, dueAt: clock.now() },
        clock.now(),
      ),
    );
    const healthy = await practice.book({ email: 'healthy@visitor.example', start: practice.soon() });
    ring();
    await settled(healthy, ['sent', 'sent']);
    await until(
      async () => (await practice.letters(poisoned)).some((letter) => letter.state === 'failed'),
      'giving up',
    );
    const poison = (await practice.letters(poisoned)).find((letter) => letter.kind === 'rebooking');
    expect(poison).toMatchObject({ state: 'failed', failure: 'cannot-be-written', attempts: 3 });
    const figures = await (await fetch(`http://127.0.0.1:${operations.port}/metrics`)).text();
    expect(figures).toMatch(/visavis_dead_letters_total 1\n/);
    expect(figures).toMatch(/visavis_letters\{state="failed"\} [1-9]/);
    expect(figures).toMatch(/visavis_relay_lag_seconds \d/);
    expect(figures).not.toMatch(/@|Camille/);
  });

  it('although a worker died between taking one and sending it: the same Message-ID, once', async () => {
    const id = await practice.book({ email: 'crashed@visitor.example', letters: 'did-not-answer' });
    const [letter] = await practice.letters(id);
    const ref = { practiceId: practice.id, letterId: letter?.id ?? '' };
    const { boss } = worker.get(JobQueue);
    // What the dead worker did: its job is active without a heartbeat, its row says sending.
    await worker.get(LetterStates).claim(ref);
    await worker.get(LetterStates).markRelayed(ref.practiceId, [ref.letterId]);
    const database = worker.get(DataSource);
    await boss.insert(LETTER_QUEUE, [{ id: ref.letterId, data: ref, startAfter: 3_600 }]);
    await database.query(
      `UPDATE pgboss.job SET state = 'active', started_on = now() - interval '1 minute', heartbeat_on = now() - interval '1 minute',
         start_after = now() WHERE id = $1`,
      [ref.letterId],
    );
    expect((await practice.letters(id))[0]?.state).toBe('sending');
    // Comes by itself every ten seconds; here at once.
    await database.query(`UPDATE pgboss.queue SET monitor_claim_on = now() - interval '1 hour'`);
    await boss.supervise(LETTER_QUEUE);
    await settled(id, ['sent'], 25_000);
    expect(to('crashed@visitor.example').map(({ mail: { messageId } }) => messageId)).toEqual([
      `<${ref.letterId}@mail.cabinet.example>`,
    ]);
    expect((await practice.letters(id))[0]?.attempts).toBe(2);
  });

  it('even when the queue lost the job', async () => {
    const id = await practice.book({ email: 'lost@visitor.example', letters: 'did-not-answer' });
    const [letter] = await practice.letters(id);
    await practice.do((transaction) =>
      transaction.query('UPDATE letter SET relayed_at = $3 WHERE practice_id = $1 AND id = $2', [
        practice.id,
        letter?.id,
        new Date(clock.now() - 49 * HOUR),
      ]),
    );
    expect(await worker.get(RelayLetters).relayStranded()).toBe(1);
    await settled(id, ['sent']);
    expect(to('lost@visitor.example')).toHaveLength(1);
  });

  it('each once when the mail server was away and is back, and a reminder whose time passed meanwhile never', async () => {
    const { port } = mail;
    await mail.stop();
    const ids = await Promise.all(
      Array.from({ length: 8 }, (_, i) =>
        practice.book({ email: `away${i}@visitor.example`, start: clock.now() + 4 * HOUR + i * MINUTE }),
      ),
    );
    const reminded = await practice.book({
      email: 'reminded@visitor.example',
      start: clock.now() + 62 * MINUTE,
    });
    clock.advance(3 * MINUTE);
    ring();
    const reasons = async () =>
      (await Promise.all([...ids, reminded].map((id) => practice.letters(id))))
        .flat()
        .map((letter) => letter.failure);
    await until(
      async () => (await reasons()).filter((reason) => reason === 'smtp-unreachable').length >= 20,
      'trying in vain',
    );
    expect(await readiness()).toEqual([200, 'degraded: mail']);
    clock.advance(40 * MINUTE);
    mail = await aMailServer({}, port);
    await Promise.all(ids.map((id) => settled(id, ['sent', 'sent', 'planned', 'planned'])));
    await settled(reminded, ['sent', 'sent', 'superseded', 'superseded']);
    await pause(500);
    const reminders = (await practice.letters(reminded)).filter((letter) => letter.kind === 'reminder-1h');
    expect(reminders.map((letter) => letter.failure)).toEqual(['too-late', 'too-late']);
    expect(ids.map((_, i) => to(`away${i}@visitor.example`).length)).toEqual(ids.map(() => 1));
    expect(to('reminded@visitor.example')).toHaveLength(1);
    const figures = await (await fetch(`http://127.0.0.1:${operations.port}/metrics`)).text();
    expect(figures).toMatch(/visavis_letter_attempts_total\{result="too-late"\} 2\n/);
    expect(await readiness()).toEqual([200, 'ready']);
  });

  const readiness = async () => {
    const reply = await fetch(`http://127.0.0.1:${operations.port}/health/ready`);
    return [reply.status, await reply.text()];
  };

  it('says it is live and ready, on a port that knows nothing else', async () => {
    const status = async (path: string) => (await fetch(`http://127.0.0.1:${operations.port}${path}`)).status;
    expect([await status('/health/live'), await status('/health/ready'), await status('/')]).toEqual([
      200, 200, 404,
    ]);
  });

  it('puts ids and nothing else into the queue', async () => {
    const rows: { data: object; output: object | null }[] = await worker
      .get(DataSource)
      .query('SELECT data, output FROM pgboss.job');
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(Object.keys(row.data).sort()).toEqual(['letterId', 'practiceId']);
    expect(JSON.stringify(rows)).not.toMatch(/@|Camille|\+33/);
  });

  it('when the worker is asked to end: what is under way is finished, what is not stays planned', async () => {
    mail.slowness = 1_500;
    const under = await practice.book({ email: 'underway@visitor.example', letters: 'did-not-answer' });
    ring();
    await until(async () => (await practice.letters(under))[0]?.state === 'sending', 'sending');
    await worker.close();
    const late = await practice.book({ email: 'afterwards@visitor.example', letters: 'did-not-answer' });
    await pause(NEXT_SWEEP);
    expect((await practice.letters(under)).map((letter) => letter.state)).toEqual(['sent']);
    expect((await practice.letters(late)).map((letter) => letter.state)).toEqual(['planned']);
    expect([to('underway@visitor.example').length, to('afterwards@visitor.example').length]).toEqual([1, 0]);
  });
});
