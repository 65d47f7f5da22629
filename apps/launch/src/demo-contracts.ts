import { DemoClient } from './demo-client.ts';
import { DEMO_ACCOUNTS, DEMO_COACHES, DEMO_TERMS } from './demo-content.ts';
import { DemoLetters } from './demo-letters.ts';
import { appointmentsAround } from './demo-week.ts';
import type { System } from './start-system.ts';
import { waitUntil } from './wait-until.ts';

/** Replies as far as they are read here; their full shapes are in libs/supervision. */
interface Content {
  readonly parties: Readonly<Record<'supervisor' | 'coach', object>>;
  readonly [section: string]: unknown;
}
interface Contract {
  readonly id: string;
  readonly state: string;
  readonly coach: { readonly email: string };
  readonly mine: 'supervisor' | 'coach';
  readonly draft: { readonly revision: number; readonly content: Content } | null;
  readonly proposed: {
    readonly number: number;
    readonly canonicalSha256: string;
    readonly pdfSha256: string;
    readonly content: { readonly parties: Readonly<Record<string, { readonly name: string }>> };
    readonly consents: readonly { readonly clause: string; readonly textSha256: string }[];
  } | null;
}
interface Person {
  readonly client: DemoClient;
  readonly email: string;
}
interface Coach {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly signs: boolean;
}
type Place = Pick<System, 'apiUrl' | 'publicUrl'>;

/**
 * Contracts of the demo, made by its people over HTTP, with what their letters say: one signed by both with a
 * first session, one that waits for the coach, and a draft for somebody who has only phoned so far. May be repeated.
 *
 * @returns the coach whose contract is signed by both; null where the letters cannot be read
 */
export async function signDemoContracts(system: System, supervisor: DemoClient): Promise<DemoClient | null> {
  if (!system.mailPageUrl) return null;
  const letters = new DemoLetters(system.mailPageUrl);
  const owner: Person = { client: supervisor, email: DEMO_ACCOUNTS[0].email };
  let signed: DemoClient | null = null;
  for (const coach of DEMO_COACHES) {
    const { client, id } = await agreeContract(system, letters, owner, coach);
    if (!coach.signs) continue;
    await bookSession(client, id);
    signed = client;
  }
  await inviteCaller(supervisor);
  return signed;
}

/** From an invitation to the signatures, of the coach as well when they sign. May be repeated. */
export async function agreeContract(
  place: Place,
  letters: DemoLetters,
  supervisor: Person,
  { signs, ...coach }: Coach,
): Promise<{ readonly client: DemoClient; readonly id: string }> {
  const client = await coachAccount(place, supervisor.client, letters, coach);
  const contract =
    (await contractOf(supervisor.client, coach.email)) ?? (await draft(supervisor.client, coach.email));
  await propose(supervisor.client, contract.id);
  await sign(supervisor, letters, contract.id);
  if (signs) await sign({ client, email: coach.email }, letters, contract.id);
  return { client, id: contract.id };
}

/** Signs in, for which the first time an invitation is accepted. */
async function coachAccount(
  place: Place,
  supervisor: DemoClient,
  letters: DemoLetters,
  { name, email, password }: Omit<Coach, 'signs'>,
): Promise<DemoClient> {
  const client = new DemoClient(place);
  const credentials = { email, password };
  const isThere = await client.send('POST', '/api/session', credentials).then(
    () => true,
    () => false,
  );
  if (isThere) return client;
  const wish = { email, name, roles: ['coach'], language: 'fr' };
  // An invitation of an interrupted start is answered with a refusal; its letter is there already.
  await supervisor.send('POST', '/api/invitations', wish).catch(() => undefined);
  const link = await letters.find(email, /\/app\/fr\/invitation\/(\S+\/\S+#\S+)/);
  const [practice = '', rest = ''] = link.split('/');
  const [id = '', secret = ''] = rest.split('#');
  await client.send('POST', `/api/public/${practice}/invitations/${id}/${secret}`, { name, password });
  await client.send('POST', '/api/session', credentials);
  return client;
}

async function draft(supervisor: DemoClient, email: string): Promise<Contract> {
  const query = new URLSearchParams({ role: 'coach', search: email });
  const { members } = (await supervisor.send('GET', `/api/members?${query.toString()}`)) as {
    members: { id: string; email: string }[];
  };
  const coachMemberId = members.find((member) => member.email === email)?.id;
  return (await supervisor.send('POST', '/api/contracts', {
    coachMemberId,
    templateId: 'individual-package-fr',
  })) as Contract;
}

async function contractOf(client: DemoClient, email: string): Promise<Contract | undefined> {
  const { contracts } = (await client.send('GET', '/api/contracts')) as { contracts: Contract[] };
  return contracts.find(({ coach }) => coach.email === email);
}

async function propose(supervisor: DemoClient, id: string): Promise<void> {
  const contract = (await supervisor.send('GET', `/api/contracts/${id}`)) as Contract;
  if (contract.draft === null) return;
  const { content, revision } = contract.draft;
  const { parties, ...terms } = DEMO_TERMS(Temporal.Now.plainDateISO('Europe/Paris').toString());
  const merged = Object.entries(terms).map(([name, section]) => [
    name,
    { ...(content[name] as object | undefined), ...section },
  ]);
  const saved = (await supervisor.send('PUT', `/api/contracts/${id}/draft`, {
    revision,
    content: {
      ...content,
      ...(Object.fromEntries(merged) as object),
      parties: {
        supervisor: { ...content.parties.supervisor, ...parties.supervisor },
        coach: { ...content.parties.coach, ...parties.coach },
      },
    },
  })) as Contract;
  await supervisor.send('POST', `/api/contracts/${id}/propose`, { revision: saved.draft?.revision });
}

/** Reads, proves with a code from the mailbox who one is, and signs what was read. */
async function sign({ client, email }: Person, letters: DemoLetters, id: string): Promise<void> {
  const { proposed, mine } = (await client.send('GET', `/api/contracts/${id}`)) as Contract;
  if (proposed === null || proposed.consents.length === 0) return; // signed already
  const known = await letters.count(email);
  await client.send('POST', '/api/session/proof/code');
  const code = await letters.find(email, /^(\d{6,8})$/m, known);
  await client.send('POST', '/api/session/proof', { code });
  await client.send('POST', `/api/contracts/${id}/sign`, {
    number: proposed.number,
    canonicalSha256: proposed.canonicalSha256,
    pdfSha256: proposed.pdfSha256,
    fullName: proposed.content.parties[mine]?.name,
    consents: proposed.consents.map(({ clause, textSha256 }) => ({ clause, textSha256 })),
  });
}

/** The first session under a contract in force, on offer next week or later. */
async function bookSession(coach: DemoClient, id: string): Promise<void> {
  const inForce = async () =>
    ((await coach.send('GET', `/api/contracts/${id}`)) as Contract).state === 'active';
  await waitUntil('The contract of the demo should come into force', inForce, 30_000);
  const path = `/api/contracts/${id}/sessions`;
  if (((await coach.send('GET', path)) as { sessions: unknown[] }).sessions.length > 0) return;
  const day = 86_400_000;
  const between = (from: number, to: number) =>
    new URLSearchParams({ from: new Date(from).toISOString(), to: new Date(to).toISOString() }).toString();
  const query = between(Date.now() + 3 * day, Date.now() + 17 * day);
  const { starts } = (await coach.send('GET', `/api/contracts/${id}/slots?${query}`)) as { starts: number[] };
  if (starts[0] === undefined) throw new Error('The demo finds no time for a session.');
  await coach.send('POST', path, { start: new Date(starts[0]).toISOString(), medium: 'video' });
}

/** One click after a call that went well, the latest of them. */
async function inviteCaller(supervisor: DemoClient): Promise<void> {
  const calls = await appointmentsAround(supervisor, Date.now());
  const call = calls.findLast(({ outcome }) => outcome === 'went-well');
  if (call === undefined) return;
  await supervisor.send('POST', `/api/appointments/${call.id}/invite`, {
    language: 'fr',
    templateId: 'individual-session-fr',
  });
}
