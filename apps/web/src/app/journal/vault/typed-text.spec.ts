import { TypedText } from './typed-text';
import { VaultRefused } from './vault-trouble';

function aText(text = 'un') {
  const [drafted, saved] = [[] as string[], [] as string[]];
  const door = {
    draft: jest.fn(async (each: string) => void drafted.push(each)),
    save: jest.fn(async (each: string) => void saved.push(each)),
    join: (base: string | null, mine: string, theirs: string) => `${mine}|${theirs} (${base})`,
  };
  return { typed: new TypedText(door, text, false), door, drafted, saved };
}

describe('a text that is being typed', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('is on the device within 400 ms although typing goes on, and a revision after a pause', async () => {
    const { typed, drafted, saved } = aText();
    for (let at = 0; at < 40; at++) {
      typed.write(`un ${at}`);
      await jest.advanceTimersByTimeAsync(100);
      const behind = at - Number(/\d+/.exec(drafted.at(-1) ?? '')?.[0] ?? -1);
      expect(behind).toBeLessThanOrEqual(4);
    }
    expect(saved).toEqual([]);
    await jest.advanceTimersByTimeAsync(5_000);
    expect([saved, typed.isUnsaved(), typed.isTyped()]).toEqual([['un 39'], false, false]);
  });

  it('is laid down before it is saved, and again when that failed', async () => {
    const { typed, door, drafted } = aText();
    door.save.mockRejectedValueOnce(new VaultRefused('written-elsewhere'));
    typed.write('deux');
    await expect(typed.save()).rejects.toMatchObject({ reason: 'written-elsewhere' });
    expect([drafted, typed.isUnsaved(), typed.trouble()]).toEqual([['deux'], true, 'written-elsewhere']);
    await typed.save();
    expect([typed.isUnsaved(), typed.trouble()]).toEqual([false, null]);
  });

  it('says so when the device keeps nothing, and stays in the page', async () => {
    const { typed, door } = aText();
    door.draft.mockRejectedValueOnce(new VaultRefused('device-storage'));
    typed.write('deux');
    await typed.keep();
    expect([typed.text(), typed.isTyped(), typed.trouble()]).toEqual(['deux', true, 'device-storage']);
  });

  it('takes what another device saved, and joins it with what is typed', () => {
    const { typed } = aText();
    typed.heard('ailleurs');
    expect(typed.text()).toBe('ailleurs');
    typed.write('ici');
    typed.heard('là');
    expect([typed.text(), typed.isUnsaved()]).toEqual(['ici|là (ailleurs)', true]);
  });

  it('takes its own revision for no other edit, also while typing went on', async () => {
    const { typed, door } = aText();
    const sealed = Promise.withResolvers<undefined>();
    door.save.mockReturnValueOnce(sealed.promise);
    typed.write('deux');
    const saving = typed.save();
    await jest.advanceTimersByTimeAsync(1);
    typed.write('deux trois');
    typed.heard('deux');
    sealed.resolve(undefined);
    await saving;
    expect([typed.text(), typed.isUnsaved()]).toEqual(['deux trois', true]);
    typed.heard('deux et demi');
    expect(typed.text()).toBe('deux trois|deux et demi (deux)');
  });
});
