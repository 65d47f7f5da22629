import fc from 'fast-check';
import { type BidEntry, type CoreFieldId, startBid, writeAnswer } from '@visavis/journal';
import { AServer } from './testing/a-server';
import { aPerson, type APerson, settled, shownBy, TODAY, unlockedAgain } from './testing/a-person';

const FIELDS = ['brief_verbatim', 'need_heard', 'walk_away'] as const satisfies readonly CoreFieldId[];

type Step =
  | { readonly do: 'type'; readonly who: 0 | 1; readonly field: (typeof FIELDS)[number] }
  | { readonly do: 'connect'; readonly who: 0 | 1 };

const who = fc.constantFrom(0 as const, 1 as const);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('type' as const), who, field: fc.constantFrom(...FIELDS) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('connect' as const), who }) },
);

describe('two devices that write offline', () => {
  it('never lose a character, whatever they type and whenever they meet', async () => {
    const server = new AServer();
    const one = await aPerson(server);
    const two = await unlockedAgain(server, one);
    const devices = [one, two] as const;
    let tokens = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 12 }), async (steps) => {
        const id = crypto.randomUUID();
        const typed: string[] = [];
        server.offline = false;
        const connect = async (person: APerson) => {
          await person.keeper.refresh();
          await settled(person);
        };
        await one.keeper.save({ kind: 'entry', id, document: startBid(TODAY, 0) });
        await connect(one);
        await connect(two);
        server.offline = true;
        for (const each of steps) {
          const person = devices[each.who];
          if (each.do === 'connect') {
            server.offline = false;
            await connect(person);
            server.offline = true;
            continue;
          }
          const entry = shownBy(person).get(id)?.entry as BidEntry;
          const token = `⟨${++tokens}é⟩`;
          typed.push(token);
          const text = `${entry.answers[each.field] ?? ''}${token}`;
          await person.keeper.save({ kind: 'entry', id, document: writeAnswer(entry, each.field, text) });
        }
        server.offline = false;
        for (let round = 0; round < 3; round++) for (const person of devices) await connect(person);
        const [here, there] = devices.map((person) => shownBy(person).get(id)?.entry);
        expect(here).toEqual(there);
        const all = JSON.stringify(here);
        for (const token of typed) expect(all).toContain(token);
      }),
      { numRuns: 12 },
    );
  });
});
