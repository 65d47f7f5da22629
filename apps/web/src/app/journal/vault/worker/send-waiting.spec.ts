import { aFree, aPerson, type APerson, settled, shownBy, SUPERVISOR } from './testing/a-person';
import { AServer } from './testing/a-server';

const WAITING = 40;

/** How many rows of the queue were read from the device during `act`, however they were asked for. */
async function countingRows(act: () => Promise<void>): Promise<number> {
  let rows = 0;
  const puttingBack: (() => void)[] = [];
  const listen = <Asked extends 'get' | 'getAll' | 'openCursor'>(
    kind: { prototype: Record<Asked, (...given: never[]) => IDBRequest> },
    asked: Asked,
    storeOf: (asker: unknown) => string,
  ) => {
    const original = kind.prototype[asked];
    kind.prototype[asked] = function (this: unknown, ...given) {
      const request = original.apply(this, given);
      if (storeOf(this) === 'waiting')
        request.addEventListener('success', () => (rows += [request.result ?? []].flat().length));
      return request;
    };
    puttingBack.push(() => (kind.prototype[asked] = original));
  };
  for (const asked of ['get', 'getAll', 'openCursor'] as const) {
    listen(IDBObjectStore, asked, (store) => (store as IDBObjectStore).name);
    listen(IDBIndex, asked, (index) => (index as IDBIndex).objectStore.name);
  }
  try {
    await act();
  } finally {
    for (const putBack of puttingBack) putBack();
  }
  return rows;
}

async function writes({ keeper }: APerson, text: string, id: string = crypto.randomUUID()): Promise<string> {
  await keeper.save({ kind: 'entry', id, document: aFree(text) });
  return id;
}

async function sentAll(server: AServer, person: APerson): Promise<void> {
  server.offline = false;
  await person.keeper.refresh();
  await settled(person);
}

describe('what waits', () => {
  it('is read from the device one by one when it is sent, and none twice', async () => {
    const server = new AServer();
    const person = await aPerson(server);
    server.offline = true;
    const ids: string[] = [];
    for (let count = 0; count < WAITING; count++) ids.push(await writes(person, `texte ${count}`));
    await settled(person);
    const rows = await countingRows(() => sentAll(server, person));
    for (const id of ids) expect(shownBy(person).get(id)?.sync).toBe('confirmed');
    // The vault's own index follows and is read as well.
    expect(rows).toBeGreaterThanOrEqual(WAITING);
    expect(rows).toBeLessThanOrEqual(WAITING + 2);
  });

  it('goes out in the order in which it was written, across entries', async () => {
    const server = new AServer();
    const person = await aPerson(server);
    server.offline = true;
    const [one, other] = [await writes(person, 'un'), await writes(person, 'deux')];
    await writes(person, 'trois', one);
    await writes(person, 'quatre', other);
    await settled(person);
    const order: string[] = [];
    server.after = (call) => {
      if (call !== 'saveRevision') return;
      order.push([one, other].map((id) => server.entries.get(id)?.revisions.length ?? 0).join('-'));
    };
    await sentAll(server, person);
    expect(order.slice(0, 4)).toEqual(['1-0', '1-1', '2-1', '2-2']);
  });

  it('passes by an entry that is refused, and sends what lies behind it', async () => {
    const server = new AServer();
    const person = await aPerson(server);
    const first = await writes(person, 'un');
    await settled(person);
    server.offline = true;
    await writes(person, 'refusé', first);
    await writes(person, 'refusé encore', first);
    const behind = await writes(person, 'derrière');
    await settled(person);
    Object.assign(server.kept(first), { ownerId: SUPERVISOR });
    await sentAll(server, person);
    expect(server.kept(behind).revisions).toHaveLength(1);
    expect(server.kept(first).revisions).toHaveLength(1);
    expect((await person.device.waiting(person.kit.vaultId)).map(({ entryId }) => entryId)).toEqual([
      first,
      first,
    ]);
  });

  it('is nobody else’s who writes in the same browser', async () => {
    const server = new AServer();
    const person = await aPerson(server);
    server.offline = true;
    await writes(person, 'un');
    const [row] = await person.device.waiting(person.kit.vaultId);
    const { order: _, ...another } = { ...row!, vaultId: crypto.randomUUID() };
    await person.device.addWaiting(another);
    const last = await writes(person, 'deux');
    await settled(person);
    await sentAll(server, person);
    expect(server.kept(last).revisions).toHaveLength(1);
    expect(await person.device.waiting(another.vaultId)).toHaveLength(1);
    expect(await person.device.nextWaiting(person.kit.vaultId, 0)).toBeNull();
  });
});
