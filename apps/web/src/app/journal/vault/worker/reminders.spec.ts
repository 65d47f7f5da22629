import { type BidEntry, startPastBid, writeAnswer } from '@visavis/journal';
import { addDays } from '../../../ui/local-date';
import { VaultRefused } from '../vault-trouble';
import {
  aPerson,
  type APerson,
  COACH,
  settled,
  shownBy,
  TODAY,
  troubleOf,
  unlockedAgain,
} from './testing/a-person';
import { AServer } from './testing/a-server';

const COLD = addDays(TODAY, 7);
const SECOND_LOOK = addDays(TODAY, 90);

/** A bid that was lost today, or some days ago. */
function aLost(reminders: BidEntry['reminders'], since = TODAY): BidEntry {
  const lost = writeAnswer(startPastBid(since), 'outcome', 'lost');
  return { ...writeAnswer(lost, 'outcome_date', since), reminders };
}
const both = { cold: true, second_look: true };
const none = { cold: false, second_look: false };

async function saved(person: APerson, document: BidEntry, id: string = crypto.randomUUID()): Promise<string> {
  await person.keeper.save({ kind: 'entry', id, document });
  await settled(person);
  return id;
}

const told = ({ news }: APerson) => news.filter((each) => each.news === 'reminders').at(-1);

describe('reminders', () => {
  it('reach the server once the entry has, as days under ids that are no entry’s, and are said to be planned', async () => {
    const server = new AServer();
    const person = await aPerson(server);
    const id = await saved(person, aLost(both));
    expect(server.remindersOf(COACH)).toEqual([COLD, SECOND_LOOK]);
    expect(server.asked.indexOf('keepReminder')).toBeGreaterThan(server.asked.indexOf('saveRevision'));
    expect([...server.people.get(COACH)!.reminders.keys()]).not.toContain(id);
    expect(told(person)).toEqual({
      news: 'reminders',
      planned: [
        { entryId: id, kind: 'cold', on: COLD },
        { entryId: id, kind: 'second_look', on: SECOND_LOOK },
      ],
      trouble: null,
    });
  });

  it('lead back to their entry, and the ids of others to none', async () => {
    const server = new AServer();
    const person = await aPerson(server);
    const [one, other] = [await saved(person, aLost(both)), await saved(person, aLost(both))];
    await person.keeper.save({ kind: 'entry', id: one, document: aLost(none) });
    await settled(person);
    await person.keeper.save({ kind: 'entry', id: one, document: aLost(both) });
    await settled(person);
    const ids = [...server.people.get(COACH)!.reminders.keys()];
    const led = await Promise.all(ids.map((id) => person.keeper.reminded(id)));
    // Those that were taken back are of the same entry: their letter may have left already.
    expect(led.toSorted()).toEqual([one, one, one, one, other, other].toSorted());
    expect(await person.keeper.reminded(crypto.randomUUID())).toBeNull();
  });

  it('are asked for by nobody who did not wish them, nor for a day that is over', async () => {
    const server = new AServer();
    const person = await aPerson(server);
    await saved(person, aLost(none));
    await saved(person, aLost(both, addDays(TODAY, -30)));
    expect(server.remindersOf(COACH)).toEqual([addDays(TODAY, 60)]);
  });

  it('move with the decision, are taken back, and can be wished again', async () => {
    const server = new AServer();
    const person = await aPerson(server);
    const id = await saved(person, aLost({ cold: true, second_look: false }));
    await saved(person, aLost({ cold: true, second_look: false }, addDays(TODAY, -2)), id);
    expect(server.remindersOf(COACH)).toEqual([addDays(TODAY, 5)]);
    await saved(person, aLost(none), id);
    expect(server.remindersOf(COACH)).toEqual([]);
    expect(told(person)).toMatchObject({ planned: [] });
    await saved(person, aLost({ cold: true, second_look: false }), id);
    expect(server.remindersOf(COACH)).toEqual([COLD]);
  });

  it('are taken back when their stage is sealed', async () => {
    const server = new AServer();
    const person = await aPerson(server);
    const lost = aLost(both);
    const id = await saved(person, lost);
    await saved(person, { ...lost, seals: [{ seal: 'cold', revision: 2, on: TODAY }] }, id);
    expect(server.remindersOf(COACH)).toEqual([SECOND_LOOK]);
  });

  it('go with their entry', async () => {
    const server = new AServer();
    const person = await aPerson(server);
    const id = await saved(person, aLost(both));
    await person.keeper.remove(id);
    expect(server.remindersOf(COACH)).toEqual([]);
  });

  it('keep an entry from being removed as long as they cannot be taken back', async () => {
    const server = new AServer();
    const person = await aPerson(server);
    const id = await saved(person, aLost(both));
    server.before = (call) => {
      if (call === 'cancelReminder') throw new VaultRefused('unavailable');
    };
    expect(await troubleOf(() => person.keeper.remove(id))).toBe('unavailable');
    expect(shownBy(person).get(id)?.entry).not.toBeNull();
    expect(server.kept(id).tombstone).toBeNull();
  });

  it('wait without a connection, and follow when there is one', async () => {
    const server = new AServer();
    const person = await aPerson(server);
    server.offline = true;
    await saved(person, aLost(both));
    expect(told(person)).toBeUndefined();
    server.offline = false;
    await person.keeper.refresh();
    expect(server.remindersOf(COACH)).toEqual([COLD, SECOND_LOOK]);
  });

  it('that fail are told, lose nothing of the entry, and are tried again after a lock', async () => {
    const server = new AServer();
    const person = await aPerson(server);
    server.before = (call) => {
      if (call === 'keepReminder') throw new VaultRefused('unavailable');
    };
    const id = await saved(person, aLost(both));
    expect(told(person)).toMatchObject({ planned: [], trouble: 'unavailable' });
    expect(shownBy(person).get(id)).toMatchObject({ sync: 'confirmed', trouble: null });
    server.before = () => undefined;
    const again = await unlockedAgain(server, person, person.device);
    await settled(again);
    expect(server.remindersOf(COACH)).toEqual([COLD, SECOND_LOOK]);
    expect(told(again)).toMatchObject({ trouble: null });
  });

  it('are tried again by themselves', async () => {
    const server = new AServer();
    const person = await aPerson(server);
    let failures = 0;
    server.before = (call) => {
      if (call === 'keepReminder' && failures++ === 0) throw new VaultRefused('unavailable');
    };
    await person.keeper.save({ kind: 'entry', id: crypto.randomUUID(), document: aLost(both) });
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    expect(server.remindersOf(COACH)).toEqual([COLD, SECOND_LOOK]);
    await settled(person);
  });

  it('are the same on another device, and under new keys: taken back there, none is left', async () => {
    const server = new AServer();
    const person = await aPerson(server);
    const id = await saved(person, aLost(both));
    const kit = await person.keeper.prepareRotation();
    const groups = kit.recoveryCode.split('-');
    await person.keeper.confirmRotation({
      passphraseTyped: kit.passphrase,
      groupsTyped: kit.groupsAsked.map((group) => [group, groups[group] ?? ''] as const),
    });
    await settled(person);
    const other = await unlockedAgain(server, { id: person.id, kit });
    await other.keeper.acceptFirstLook();
    await saved(other, aLost(none), id);
    expect(server.remindersOf(COACH)).toEqual([]);
    expect(server.people.get(COACH)!.reminders.size).toBe(2);
  });

  it('are none of a former member’s, who saves and removes all the same', async () => {
    const server = new AServer();
    const person = await aPerson(server);
    server.before = (call) => {
      if (/Reminder/.test(call)) throw new VaultRefused('role-too-low');
    };
    const id = await saved(person, aLost(both));
    expect(shownBy(person).get(id)?.sync).toBe('confirmed');
    await person.keeper.remove(id);
    expect(shownBy(person).has(id)).toBe(false);
  });
});
