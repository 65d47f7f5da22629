import { TestBed } from '@angular/core/testing';
import * as z from 'zod';
import { aSession } from '../testing/a-session';
import { ApiConnection } from './api-connection';
import { ProveItsYou } from './prove-its-you';
import { wordsOf } from './refusal-words';
import { Refused } from './refused';
import { Session } from './session';

const helene = aSession();
const shape = z.object({ free: z.boolean() });
let answers: (() => Response | Promise<Response>)[];
let asked: { readonly path: string; readonly init: RequestInit }[];

const json =
  (status: number, body: unknown, headers: Record<string, string> = {}) =>
  () =>
    new Response(JSON.stringify(body), {
      status,
      headers: { 'content-type': 'application/json', ...headers },
    });
const problem = (status: number, reason: string, more: object = {}, headers: Record<string, string> = {}) =>
  json(status, { type: `urn:visavis:${reason}`, title: reason, status, reason, ...more }, headers);
const asking = () => TestBed.inject(ApiConnection).post('/api/x', { a: 1 }, shape);
const refusal = async (): Promise<Refused> =>
  asking().then(
    () => Promise.reject(new Error('was accepted')),
    (error: Refused) => error,
  );

beforeEach(() => {
  answers = [];
  asked = [];
  globalThis.fetch = (path, init = {}) => {
    asked.push({ path: String(path), init });
    const answer = answers.shift();
    return answer ? Promise.resolve(answer()) : Promise.reject(new TypeError('no network'));
  };
});

describe('the way to the server', () => {
  it('reads a reply with its schema', async () => {
    answers = [json(200, { free: true, unknown: 1 })];
    await expect(asking()).resolves.toEqual({ free: true });
    expect(asked[0]?.init).toMatchObject({ method: 'POST', body: '{"a":1}', credentials: 'same-origin' });
  });

  it('says no to a reply it cannot read', async () => {
    answers = [json(200, { free: 'yes' })];
    expect((await refusal()).reason).toBe('unreadable');
  });

  it('tells what is wrong with each field', async () => {
    answers = [
      problem(400, 'malformed', {
        errors: [
          { field: 'phone', code: 'invalid-phone' },
          { field: 'x', code: 'new-code' },
        ],
      }),
    ];
    expect((await refusal()).fields).toEqual({ phone: 'invalid-phone', x: 'invalid' });
  });

  it('keeps the free times of a lost race', async () => {
    answers = [problem(409, 'time-just-taken', { alternatives: [1, 2], conflicts: [3] })];
    expect(await refusal()).toMatchObject({
      reason: 'time-just-taken',
      alternatives: [1, 2],
      conflicts: [3],
    });
  });

  it('has words for a pause that was asked for, a reason it does not know and a server that is away', async () => {
    answers = [
      problem(429, 'too-many-requests', {}, { 'retry-after': '90' }),
      problem(418, 'teapot'),
      json(502, null),
    ];
    expect(wordsOf(await refusal())).toContain('2 min');
    expect((await refusal()).reason).toBe('failed');
    expect((await refusal()).reason).toBe('unavailable');
    expect((await refusal()).reason).toBe('offline');
  });

  it('waits until the person has signed in again, then asks again', async () => {
    const session = TestBed.inject(Session);
    session.begin(helene);
    answers = [problem(401, 'not-signed-in'), json(200, { free: true })];
    const reply = asking();
    await new Promise((resolve) => setTimeout(resolve));
    expect(session.expired()).toBe(true);
    expect(asked).toHaveLength(1);
    session.begin(helene);
    await expect(reply).resolves.toEqual({ free: true });
    expect(session.expired()).toBe(false);
  });

  it('does not ask a stranger to sign in again', async () => {
    answers = [problem(401, 'not-signed-in')];
    expect((await refusal()).reason).toBe('not-signed-in');
    expect(TestBed.inject(Session).expired()).toBe(false);
  });

  it('waits until the person has shown that it is them, then asks again', async () => {
    TestBed.inject(Session).begin(helene);
    const proof = TestBed.inject(ProveItsYou);
    answers = [problem(403, 'proof-needed'), json(200, { free: true })];
    const reply = asking();
    await new Promise((resolve) => setTimeout(resolve));
    expect(proof.asked()).toBe(true);
    proof.answer(true);
    await expect(reply).resolves.toEqual({ free: true });
    expect(proof.asked()).toBe(false);
  });

  it('keeps the refusal of whoever would not show that it is them', async () => {
    TestBed.inject(Session).begin(helene);
    answers = [problem(403, 'proof-needed'), json(200, { free: true })];
    const reply = refusal();
    await new Promise((resolve) => setTimeout(resolve));
    TestBed.inject(ProveItsYou).answer(false);
    expect((await reply).reason).toBe('proof-needed');
    expect(asked).toHaveLength(1);
  });

  it('never waits for a session to sign in with', async () => {
    TestBed.inject(Session).begin(helene);
    answers = [problem(401, 'not-signed-in')];
    await expect(
      TestBed.inject(ApiConnection).enter('/api/session/second-factor', {}, shape),
    ).rejects.toMatchObject({ reason: 'not-signed-in' });
    expect(TestBed.inject(Session).expired()).toBe(false);
  });
});
