import { AServer } from './testing/a-server';
import { aFree, aPerson, settled, typedAgain, unlockedAgain } from './testing/a-person';

const id = '22222222-2222-4222-8222-222222222222';
const other = '33333333-3333-4333-8333-333333333333';

describe('what is typed beside an entry', () => {
  it('is there again after the vault was locked or the tab killed, each beside its own entry', async () => {
    const server = new AServer();
    const person = await aPerson(server);
    await person.keeper.jot({ entryId: id, jottings: { comment: 'Qu’est-ce que…' } });
    await person.keeper.jot({ entryId: other, jottings: { comment: 'autre' } });
    const again = await unlockedAgain(server, person, person.device);
    expect(await again.keeper.jottings(id)).toEqual({ comment: 'Qu’est-ce que…' });
    expect(await again.keeper.jottings(other)).toEqual({ comment: 'autre' });
  });

  it('is what was typed last, also when a lock follows at once', async () => {
    const server = new AServer();
    const person = await aPerson(server);
    const strokes = ['Q', 'Qu', 'Que'].map((comment) =>
      person.keeper.jot({ entryId: id, jottings: { comment } }),
    );
    await person.keeper.flush();
    const row = await person.device.sealed(person.kit.vaultId, `jotting/${id}`);
    expect(row).toBeDefined();
    const again = await unlockedAgain(server, person, person.device);
    expect(await again.keeper.jottings(id)).toEqual({ comment: 'Que' });
    await Promise.all(strokes);
  });

  it('leaves nothing behind once it is sent, and goes with its entry', async () => {
    const server = new AServer();
    const person = await aPerson(server);
    const row = () => person.device.sealed(person.kit.vaultId, `jotting/${id}`);
    await person.keeper.jot({ entryId: id, jottings: { comment: 'un' } });
    await person.keeper.jot({ entryId: id, jottings: {} });
    expect(await row()).toBeUndefined();
    await person.keeper.save({ kind: 'entry', id, document: aFree('texte') });
    await settled(person);
    await person.keeper.jot({ entryId: id, jottings: { comment: 'deux' } });
    await person.keeper.remove(id);
    expect(await row()).toBeUndefined();
  });

  it('lies on the device without a readable word, and still opens under new keys', async () => {
    const server = new AServer();
    const person = await aPerson(server);
    await person.keeper.jot({ entryId: id, jottings: { comment: 'canari-commentaire' } });
    const row = await person.device.sealed(person.kit.vaultId, `jotting/${id}`);
    expect(Buffer.from(row?.ciphertext ?? []).includes('canari')).toBe(false);
    expect(row?.ciphertext.length).toBeGreaterThan(0);
    await person.keeper.confirmRotation(typedAgain(await person.keeper.prepareRotation()));
    expect(await person.keeper.jottings(id)).toEqual({ comment: 'canari-commentaire' });
  });
});
