import { text } from 'node:stream/consumers';
import { loadDemo, planHomecoming, type Taken, vaultReply } from '@visavis/journal';
import { type Caller, VaultMaker } from './vault-maker';

/** On standard input: where the API is, and the sessions of a fictitious coach and of their supervisor. */
interface Wish {
  readonly apiUrl: string;
  readonly publicUrl: string;
  readonly coach: string;
  readonly supervisor: string;
  /** YYYY-MM-DD, around which the journal is written. */
  readonly today: string;
}

/** Says on standard output with which passphrases the two vaults open. */
async function openDemoVaults({ coach, supervisor, today, ...where }: Wish): Promise<void> {
  const writing = await vaultOf(caller(where, coach));
  const reading = await vaultOf(caller(where, supervisor));
  writing.trust(reading.publicKeys);
  reading.trust(writing.publicKeys);

  let shown: Taken | undefined;
  for (const taken of await demoEntries(today)) {
    await writing.write('journal/1', JSON.stringify(taken.entry), taken.id);
    if (taken.entry.kind === 'bid' && taken.entry.answers.outcome === 'lost') shown = taken;
  }
  if (shown) {
    await writing.share(shown.id, reading.publicKeys, JSON.stringify(shown.entry));
    await reading.comment(writing.keyOf(shown.id), JSON.stringify({ v: 1, text: COMMENT }));
  }
  await writing.writeIndex();
  await reading.writeIndex();
  process.stdout.write(JSON.stringify({ coach: writing.passphrase, supervisor: reading.passphrase }));
}

const COMMENT =
  'Vous dites que le prix a décidé. Qu’aurait vu une caméra pendant leur dernière question, avant le prix\u202f?';

async function vaultOf(caller: Caller): Promise<VaultMaker> {
  const { userId } = vaultReply.parse(await caller.send('GET', '/api/vault'));
  return VaultMaker.open(caller, userId);
}

/** As if they were brought back from a file: what was sealed is sealed in the first revision. */
async function demoEntries(today: string): Promise<readonly Taken[]> {
  const entries = await loadDemo(today);
  const file = entries.map((entry) => ({ id: crypto.randomUUID(), entry }));
  return planHomecoming(file, new Map(), () => 0).added;
}

function caller({ apiUrl, publicUrl }: Pick<Wish, 'apiUrl' | 'publicUrl'>, session: string): Caller {
  return {
    send: async (method, path, body) => {
      const response = await fetch(apiUrl + path, {
        method,
        headers: {
          origin: publicUrl,
          cookie: `__Host-session=${session}`,
          ...(body !== undefined && { 'content-type': 'application/json' }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(20_000),
      });
      if (!response.ok) throw new Error(`${method} ${path} was answered ${response.status}`);
      const answer = await response.text();
      return answer === '' ? null : JSON.parse(answer);
    },
  };
}

await openDemoVaults(JSON.parse(await text(process.stdin)) as Wish);
