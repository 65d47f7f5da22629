import { TestBed } from '@angular/core/testing';
import type { ContractDraft, ContractReply } from '@visavis/supervision';
import { aContract } from '../../testing/a-contract';
import { aServer, problem } from '../../testing/a-server';
import { DraftEditing } from './draft-editing';

const PURPOSE = 'purpose.text';
const PUT = 'PUT /api/contracts/c1/draft';
const drafted = (revision: number, content: object = {}): ContractReply =>
  aContract({
    may: ['edit', 'propose'],
    draft: {
      number: 1,
      state: 'draft',
      revision,
      content: content as unknown as NonNullable<ContractReply['draft']>['content'],
      gaps: [],
    },
  });
interface Save {
  readonly revision: number;
  readonly content: ContractDraft;
}
/** A server that keeps what it is sent, as long as it is based on what it holds. */
function keeping(stored = drafted(1)) {
  const server = { stored, ...aServer({}) };
  Object.assign(
    server,
    aServer({
      'GET /api/contracts/c1': () => [200, server.stored],
      [PUT]: (body) => {
        const { revision, content } = body as Save;
        if (revision !== server.stored.draft?.revision) return problem(409, 'changed-meanwhile');
        server.stored = drafted(revision + 1, content);
        return [200, server.stored];
      },
    }),
  );
  return server;
}
const purposeOf = (contract: ContractReply) =>
  (contract.draft?.content as unknown as ContractDraft).purpose?.text;

function begin(contract = drafted(1)): DraftEditing {
  TestBed.configureTestingModule({ providers: [DraftEditing] });
  const editing = TestBed.inject(DraftEditing);
  editing.begin(contract);
  return editing;
}

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

describe('a draft that is typed', () => {
  it('is saved by itself after a pause, all keys at once', async () => {
    const server = keeping();
    const editing = begin();
    editing.set(PURPOSE, 'P');
    editing.set(PURPOSE, 'Prendre');
    expect(editing.state()).toBe('typing');
    await jest.advanceTimersByTimeAsync(1100);
    expect(editing.state()).toBe('saved');
    expect(purposeOf(server.stored)).toBe('Prendre');
    expect(server.asked.filter(({ method }) => method === 'PUT')).toHaveLength(1);
  });

  it('sends one save at a time, each on top of the one before, the newest text last', async () => {
    const server = keeping();
    const editing = begin();
    editing.set(PURPOSE, 'un');
    const first = editing.save();
    editing.set(PURPOSE, 'un deux');
    const second = editing.save();
    editing.set(PURPOSE, 'un deux trois');
    await expect(Promise.all([first, second])).resolves.toEqual([false, true]);
    await jest.advanceTimersByTimeAsync(1100);
    expect(editing.state()).toBe('saved');
    expect(purposeOf(server.stored)).toBe('un deux trois');
    const revisions = server.asked.map(({ body }) => (body as Save).revision);
    expect(revisions).toEqual([...new Set(revisions)].sort());
  });

  it('stays as typed when another window has saved meanwhile, until somebody chooses', async () => {
    const server = keeping(drafted(7, { purpose: { text: 'de l’autre fenêtre' } }));
    const editing = begin();
    editing.set(PURPOSE, 'le mien');
    await editing.save();
    expect(editing.state()).toBe('conflict');
    editing.set(PURPOSE, 'le mien, plus long');
    await jest.advanceTimersByTimeAsync(5000);
    expect(editing.state()).toBe('conflict');
    expect(purposeOf(server.stored)).toBe('de l’autre fenêtre');

    await editing.keepMine();
    expect(editing.state()).toBe('saved');
    expect(purposeOf(server.stored)).toBe('le mien, plus long');
  });

  it('is given up for the other window’s text only when that is chosen', async () => {
    keeping(drafted(7, { purpose: { text: 'de l’autre fenêtre' } }));
    const editing = begin();
    editing.set(PURPOSE, 'le mien');
    await editing.save();
    await editing.takeTheirs();
    expect(editing.at(PURPOSE)).toBe('de l’autre fenêtre');
    expect(editing.state()).toBe('saved');
  });

  it('survives a server that is away, and is saved with the next try', async () => {
    const server = keeping();
    const editing = begin();
    const online = globalThis.fetch;
    globalThis.fetch = () => Promise.reject(new TypeError('no network'));
    editing.set(PURPOSE, 'Prendre du recul');
    await jest.advanceTimersByTimeAsync(1100);
    expect(editing.state()).toBe('problem');
    expect(editing.problem()).toContain('rien n’a été perdu');
    expect(editing.at(PURPOSE)).toBe('Prendre du recul');

    globalThis.fetch = online;
    await expect(editing.save()).resolves.toBe(true);
    expect(editing.problem()).toBe('');
    expect(purposeOf(server.stored)).toBe('Prendre du recul');
  });

  it('is held back while it contains what no draft may, and goes on as soon as that is corrected', async () => {
    const server = keeping();
    const editing = begin();
    editing.set(PURPOSE, 'x'.repeat(5000));
    await jest.advanceTimersByTimeAsync(1100);
    expect(editing.state()).toBe('held-back');
    expect(server.asked).toEqual([]);
    editing.set(PURPOSE, 'court');
    await jest.advanceTimersByTimeAsync(1100);
    expect(editing.state()).toBe('saved');
    expect(purposeOf(server.stored)).toBe('court');
  });
});
