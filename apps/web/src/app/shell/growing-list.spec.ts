import { beforeEach, describe, expect, it } from '@jest/globals';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { GrowingList, type ListPage } from './growing-list';

interface Question {
  readonly cursor: string | null;
  readonly aborted: () => boolean;
  readonly answer: (page: ListPage<string>) => Promise<void>;
  readonly fail: () => Promise<void>;
}

describe('a list that grows', () => {
  const query = signal('a');
  let asked: Question[];
  let list: GrowingList<string, string>;

  beforeEach(() => {
    query.set('a');
    asked = [];
    list = TestBed.runInInjectionContext(() => new GrowingList(query, ask));
    TestBed.tick();
  });

  it('is blank until its first page came, and then goes on where that ended', async () => {
    expect([list.blank(), list.loading()]).toEqual([true, true]);
    await last().answer({ items: ['1', '2'], next: 'after-2' });
    expect([list.blank(), list.loading(), list.items(), list.next()]).toEqual([
      false,
      false,
      ['1', '2'],
      'after-2',
    ]);
    list.more();
    expect(last().cursor).toBe('after-2');
    await last().answer({ items: ['3'], next: null });
    expect([list.items(), list.next()]).toEqual([['1', '2', '3'], null]);
    list.more();
    expect(asked).toHaveLength(2);
  });

  it('drops the answer to a question that was replaced', async () => {
    const [first] = asked;
    query.set('b');
    TestBed.tick();
    expect(first?.aborted()).toBe(true);
    await last().answer({ items: ['b'], next: null });
    await first?.answer({ items: ['a'], next: null });
    expect(list.items()).toEqual(['b']);
  });

  it('says what went wrong, keeps what it shows, and can ask again', async () => {
    await last().answer({ items: ['1'], next: 'after-1' });
    list.more();
    await last().fail();
    expect(list.problem()).not.toBe('');
    expect([list.items(), list.loading()]).toEqual([['1'], false]);
    list.again();
    expect([list.problem(), last().cursor]).toEqual(['', null]);
  });

  function ask(_: string, cursor: string | null, aborting: AbortSignal): Promise<ListPage<string>> {
    const { promise, resolve, reject } = Promise.withResolvers<ListPage<string>>();
    asked.push({
      cursor,
      aborted: () => aborting.aborted,
      answer: async (page) => (resolve(page), await settled()),
      fail: async () => (reject(new Error('away')), await settled()),
    });
    return promise;
  }

  function last(): Question {
    const question = asked.at(-1);
    if (!question) throw new Error('Nothing was asked.');
    return question;
  }
});

/** Replies pass through a few promises. */
const settled = () => new Promise<void>((resolve) => setTimeout(resolve));
