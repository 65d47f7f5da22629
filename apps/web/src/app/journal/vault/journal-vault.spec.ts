import { TestBed } from '@angular/core/testing';
import { ProveItsYou } from '../../shell/prove-its-you';
import { Session } from '../../shell/session';
import { aSession } from '../../testing/a-session';
import { JournalVault } from './journal-vault';
import type { Ask, FromWorker, ToWorker } from './protocol';
import { OPEN_PORT, type VaultPort } from './vault-line';
import type { VaultStanding } from './vault-types';

const LOCKED: VaultStanding = {
  state: 'locked',
  generation: 1,
  ownWords: [],
  mayShare: true,
  writableUntil: null,
  setAsideUntil: null,
};
const OPEN: VaultStanding = { ...LOCKED, state: 'open', ownWords: ['abaisser'] };

/** The page's side of a worker: what was said to it, and a way to answer. */
class APort implements VaultPort {
  onmessage: VaultPort['onmessage'] = null;
  onerror: VaultPort['onerror'] = null;
  readonly said: ToWorker[] = [];
  ended = false;
  answers: Partial<Record<Ask, unknown>> = { look: LOCKED, unlock: OPEN, flush: undefined };

  postMessage(message: ToWorker): void {
    this.said.push(message);
    if (!('ask' in message) || !(message.ask in this.answers)) return;
    const answer = this.answers[message.ask];
    queueMicrotask(() =>
      this.say(
        answer instanceof Error
          ? { id: message.id, refused: answer.message as never, details: {} }
          : { id: message.id, answer },
      ),
    );
  }

  say(data: FromWorker): void {
    this.onmessage?.({ data } as MessageEvent<FromWorker>);
  }

  terminate(): void {
    this.ended = true;
  }
}

function aVault() {
  const ports: APort[] = [];
  const openPort = async () => {
    ports.push(new APort());
    return ports.at(-1)!;
  };
  TestBed.configureTestingModule({ providers: [{ provide: OPEN_PORT, useValue: openPort }] });
  const session = TestBed.inject(Session);
  session.begin(aSession());
  const vault = TestBed.inject(JournalVault);
  return { vault, ports, session, port: () => ports.at(-1)! };
}

describe('the vault, seen from the page', () => {
  it('is locked, open and locked again, and locking ends the worker after everything was written down', async () => {
    const { vault, port, ports } = aVault();
    expect(vault.state()).toBe('loading');
    await vault.look();
    expect(vault.state()).toBe('locked');
    await vault.unlock({ passphrase: 'abaisser' });
    expect([vault.state(), vault.ownWords()]).toEqual(['open', ['abaisser']]);
    const first = port();
    await vault.lock();
    expect(first.said.map((each) => 'ask' in each && each.ask)).toEqual(['look', 'unlock', 'flush']);
    expect([first.ended, vault.state(), vault.ownWords()]).toEqual([true, 'locked', []]);
    await vault.unlock({ passphrase: 'abaisser' });
    expect(ports).toHaveLength(2);
  });

  describe('that was opened while nobody could be asked who is signed in', () => {
    async function opened() {
      const { vault, session, port } = aVault();
      session.end();
      TestBed.tick();
      session.cutOff();
      await vault.look();
      await vault.unlock({ passphrase: 'abaisser' });
      return { vault, session, port: port() };
    }
    const serverIsBack = async (session: Session) => {
      session.begin(aSession());
      TestBed.tick();
      await new Promise((resolve) => setTimeout(resolve));
    };

    it('stays open for its owner when the server answers again', async () => {
      const { vault, session, port } = await opened();
      port.answers = { recognise: { ...OPEN, mayShare: false } };
      await serverIsBack(session);
      expect([vault.state(), vault.mayShare(), port.ended]).toEqual(['open', false, false]);
    });

    it.each([
      ['somebody else is signed in', null],
      ['nobody answers after all', new Error('offline')],
    ])('is closed when %s', async (_, answer) => {
      const { vault, session, port } = await opened();
      port.answers = { recognise: answer };
      await serverIsBack(session);
      expect([vault.state(), port.ended]).toEqual(['loading', true]);
    });

    it('says so when the server shows another vault', async () => {
      const { vault, session, port } = await opened();
      port.answers = { recognise: new Error('generation-went-back') };
      await serverIsBack(session);
      expect([vault.state(), vault.refusal(), port.ended]).toEqual(['refused', 'generation-went-back', true]);
    });
  });

  it('ends the worker even when something could not be written down', async () => {
    const { vault, port } = aVault();
    await vault.look();
    port().answers.flush = new Error('device-storage');
    await expect(vault.lock()).rejects.toMatchObject({ reason: 'device-storage' });
    expect(port().ended).toBe(true);
  });

  it('says why what the server shows is refused, and takes it back when it fits again', async () => {
    const { vault, port } = aVault();
    await vault.look();
    port().answers.look = new Error('vault-vanished');
    await vault.look();
    expect([vault.state(), vault.refusal()]).toEqual(['refused', 'vault-vanished']);
    port().answers.look = LOCKED;
    await vault.look();
    expect([vault.state(), vault.refusal()]).toEqual(['locked', null]);
  });

  it('asks the browser once it is open not to clear what it keeps, unless that is promised already', async () => {
    const asked: string[] = [];
    let isKept = false;
    const storage = {
      persisted: async () => isKept,
      persist: async () => void asked.push('persist'),
    };
    Object.defineProperty(navigator, 'storage', { configurable: true, value: storage });
    const { vault } = aVault();
    await vault.look();
    expect(asked).toEqual([]);
    await vault.unlock({ passphrase: 'abaisser' });
    await new Promise((resolve) => setTimeout(resolve));
    expect(asked).toEqual(['persist']);
    isKept = true;
    await vault.lock();
    await vault.unlock({ passphrase: 'abaisser' });
    await new Promise((resolve) => setTimeout(resolve));
    expect(asked).toEqual(['persist']);
    Reflect.deleteProperty(navigator, 'storage');
  });

  it('locks after a quarter of an hour without a touch, also when the machine slept', async () => {
    jest.useFakeTimers({ doNotFake: ['queueMicrotask'], now: Date.parse('2026-11-27T10:00:00Z') });
    try {
      const { vault, port } = aVault();
      await vault.look();
      await vault.unlock({ passphrase: 'abaisser' });
      jest.advanceTimersByTime(14 * 60_000);
      document.dispatchEvent(new Event('keydown'));
      jest.advanceTimersByTime(14 * 60_000);
      expect(port().ended).toBe(false);
      jest.setSystemTime(Date.now() + 60 * 60_000);
      // Whoever opens the laptop is not believed to have been there all the time.
      document.dispatchEvent(new Event('pointerdown'));
      await jest.advanceTimersByTimeAsync(1);
      expect([port().ended, vault.state()]).toEqual([true, 'locked']);
    } finally {
      jest.useRealTimers();
    }
  });

  it('answers a page that asks before anything else has happened', async () => {
    const { vault, port } = aVault();
    const looked = vault.look();
    TestBed.tick();
    await looked;
    expect([port().ended, vault.state()]).toEqual([false, 'locked']);
  });

  it('forgets everything when the person signs out or enters another practice', async () => {
    const { vault, port, session } = aVault();
    await vault.look();
    await vault.unlock({ passphrase: 'abaisser' });
    session.begin(aSession({ practice: { slug: 'saules', name: 'Saules' } }));
    TestBed.tick();
    await Promise.resolve();
    await Promise.resolve();
    expect([port().ended, vault.state()]).toEqual([true, 'loading']);
  });

  it('keeps the vault open while the same person signs in again', async () => {
    const { vault, port, session } = aVault();
    await vault.look();
    await vault.unlock({ passphrase: 'abaisser' });
    port().say({ need: 'session' });
    expect(session.expired()).toBe(true);
    session.begin(aSession());
    TestBed.tick();
    await new Promise((resolve) => setTimeout(resolve));
    expect([port().ended, vault.state()]).toEqual([false, 'open']);
    expect(port().said.at(-1)).toEqual({ met: 'session', well: true });
  });

  it('asks the person to show that it is them when the worker needs it', async () => {
    const { vault, port } = aVault();
    await vault.look();
    port().say({ need: 'proof' });
    const proof = TestBed.inject(ProveItsYou);
    expect(proof.asked()).toBe(true);
    proof.answer(false);
    await new Promise((resolve) => setTimeout(resolve));
    expect(port().said.at(-1)).toEqual({ met: 'proof', well: false });
  });

  it('refuses what was still asked when the worker breaks', async () => {
    const { vault, port } = aVault();
    await vault.look();
    const prepared = vault.prepare();
    await new Promise((resolve) => setTimeout(resolve));
    port().onerror?.({} as ErrorEvent);
    await expect(prepared).rejects.toMatchObject({ reason: 'worker-failed' });
  });
});
