import { ContractsApp } from '../../supervision/testing/contracts-app';
import { SessionsApp } from '../../supervision/sessions/testing/sessions-app';
import type { Reply } from '../../testing/whole-app';
import { Device, type SealedEntry } from './a-vault';

/** Somebody with a session and an open vault. */
export interface Keeper {
  readonly session: string;
  readonly device: Device;
}

export interface Coach extends Keeper {
  readonly email: string;
  readonly contractId: string;
}

/** Léa, who supervises, and the coach Zoé with a contract in force; both have opened their vaults. */
export class VaultsApp {
  private constructor(
    readonly people: ContractsApp,
    readonly lea: Keeper,
    readonly zoe: Coach,
  ) {}

  static async start(name: string, environment: Readonly<Record<string, string>> = {}): Promise<VaultsApp> {
    const people = await ContractsApp.start(name, environment);
    const zoe = await coachOf(people);
    const lea = await opened(people, people.lea, 'lea@demo.example');
    return new VaultsApp(people, lea, zoe);
  }

  get app() {
    return this.people.app;
  }

  /** A coach whom no other test knows, with a contract in force and an open vault. */
  newCoach(): Promise<Coach> {
    return coachOf(this.people);
  }

  save(keeper: Pick<Keeper, 'session'>, { entryId }: SealedEntry, body: unknown): Promise<Reply> {
    return this.app.post(`/api/vault/entries/${entryId}/revisions`, body, { session: keeper.session });
  }

  /** An entry with one revision, kept. */
  async kept(keeper: Keeper, schema = 'journal/1'): Promise<SealedEntry> {
    const entry = keeper.device.entry(schema);
    expectKept(await this.save(keeper, entry, entry.next()));
    return entry;
  }

  /** The same, opened to the other person of the contract. */
  async shared(from: Keeper, to: Keeper): Promise<SealedEntry> {
    const entry = await this.kept(from);
    expectKept(await this.save(from, entry, entry.inNewEpoch([to.device.identity])));
    return entry;
  }

  get(keeper: Pick<Keeper, 'session'>, url: string): Promise<Reply> {
    return this.app.get(`/api/${url}`, { session: keeper.session });
  }

  post(keeper: Pick<Keeper, 'session'>, url: string, body?: unknown): Promise<Reply> {
    return this.app.post(`/api/${url}`, body, { session: keeper.session });
  }

  /** Rows of everything sealed, by table: to see that a request wrote nothing. */
  async counts(): Promise<unknown> {
    const [counted] = await this.app.rows(
      `SELECT ${SEALED_TABLES.map((table) => `(SELECT count(*)::int FROM ${table}) AS ${table}`).join(', ')}`,
    );
    return counted;
  }

  stop(): Promise<void> {
    return this.people.stop();
  }
}

export const SEALED_TABLES = [
  'vault',
  'vault_key',
  'vault_generation',
  'vault_slot',
  'vault_entry',
  'vault_entry_key',
  'vault_revision',
  'vault_grant',
  'vault_comment',
  'vault_tombstone',
] as const;

async function coachOf(people: ContractsApp): Promise<Coach> {
  const { id, coach, email } = await SessionsApp.of(people).active();
  return { ...(await opened(people, coach, email)), email, contractId: id };
}

async function opened({ app }: ContractsApp, session: string, email: string): Promise<Keeper> {
  const [member] = await app.rows<{ id: string }>(
    `SELECT m.id FROM member m JOIN practice_address d USING (practice_id) WHERE m.email = $1 AND d.slug = 'demo'`,
    [email],
  );
  if (member === undefined) throw new Error(`nobody has the address ${email}`);
  const device = new Device(member.id);
  expectKept(await app.post('/api/vault', device.opening(), { session }));
  return { session, device };
}

function expectKept(reply: Reply): void {
  if (reply.status !== 201) throw new Error(`answered ${reply.status}: ${reply.text}`);
}
