import type { ContractDraft, ContractReply } from '@visavis/supervision';
import { randomUUID } from 'node:crypto';
import { WholeApp, type Reply } from '../../testing/whole-app';

export const COACH = { name: 'Zoé Ardouin', email: 'zoe@coach.example' };

/** An answer about a contract, whatever it is. */
export type Answer = Reply & { readonly contract: ContractReply };

/** Léa and the coach Zoé in one practice, with Sam and another coach beside them. */
export class ContractsApp {
  private constructor(
    readonly app: WholeApp,
    readonly lea: string,
    readonly zoe: string,
    readonly coachId: string,
  ) {}

  static async start(
    name: string,
    environment: Readonly<Record<string, string>> = {},
  ): Promise<ContractsApp> {
    const app = await WholeApp.start(name, environment);
    const coachId = await addCoach(app, 'demo', COACH.name, COACH.email);
    await addCoach(app, 'demo', 'Noé Vidal', 'noe@coach.example');
    const lea = await app.signIn('lea@demo.example', { proven: true });
    const zoe = await app.signIn(COACH.email, { proven: true });
    return new ContractsApp(app, lea, zoe, coachId);
  }

  /** A coach of the practice `demo` whom no other test knows. */
  async newCoach(name = COACH.name): Promise<{ id: string; email: string; session: string }> {
    const email = `coach-${randomUUID().slice(0, 8)}@coach.example`;
    const id = await addCoach(this.app, 'demo', name, email);
    return { id, email, session: await this.app.signIn(email, { proven: true }) };
  }

  /** One request of a person about a contract. */
  async act(session: string, id: string, act: string, body: unknown = {}): Promise<Answer> {
    const reply = await this.app.post(`/api/contracts/${id}/${act}`, body, { session });
    return { ...reply, contract: reply.body as unknown as ContractReply };
  }

  async show(session: string, id: string): Promise<Answer> {
    const reply = await this.app.get(`/api/contracts/${id}`, { session });
    return { ...reply, contract: reply.body as unknown as ContractReply };
  }

  async save(session: string, id: string, revision: number, content: unknown): Promise<Answer> {
    const reply = await this.app.send('PUT', `/api/contracts/${id}/draft`, {
      session,
      body: { revision, content },
    });
    return { ...reply, contract: reply.body as unknown as ContractReply };
  }

  /** A draft as it comes from the product's template. */
  async drafted(coachMemberId = this.coachId): Promise<ContractReply> {
    const wish = { coachMemberId, templateId: 'individual-package-fr' };
    const reply = await this.app.post('/api/contracts', wish, { session: this.lea });
    if (reply.status !== 201) throw new Error(`drafting was answered ${reply.status} ${reply.text}`);
    return reply.body as unknown as ContractReply;
  }

  /** A draft in which nothing is missing. */
  async written(coachMemberId = this.coachId, over: object = {}): Promise<ContractReply> {
    const { id, draft } = await this.drafted(coachMemberId);
    const content = { ...finished(draft?.content as unknown as ContractDraft), ...over };
    return succeeded(await this.save(this.lea, id, 0, content));
  }

  async proposed(coachMemberId = this.coachId, over: object = {}): Promise<ContractReply> {
    const { id, draft } = await this.written(coachMemberId, over);
    return succeeded(await this.act(this.lea, id, 'propose', { revision: draft?.revision }));
  }

  /** Signed by both, not sealed yet. */
  async signed(coach = { id: this.coachId, session: this.zoe }, over: object = {}): Promise<ContractReply> {
    const { id } = await this.proposed(coach.id, over);
    await this.sign(this.lea, id);
    return succeeded(await this.sign(coach.session, id));
  }

  /** Reads what is proposed and signs it as it stands. */
  async sign(session: string, id: string, over: object = {}): Promise<Answer> {
    const { contract } = await this.show(session, id);
    return this.act(session, id, 'sign', { ...signature(contract), ...over });
  }

  /** Kinds and readers of the letters about a contract, in order. */
  letters(id: string): Promise<{ kind: string; to: string }[]> {
    return this.app.rows(
      `SELECT l.kind, m.name AS to FROM letter l JOIN member m ON m.id = l.member_id
       WHERE l.contract_id = $1 ORDER BY l.created_at, l.id`,
      [id],
    );
  }

  async events(id: string): Promise<string[]> {
    const rows = await this.app.rows<{ type: string }>(
      'SELECT type FROM contract_event WHERE contract_id = $1 ORDER BY seq',
      [id],
    );
    return rows.map(({ type }) => type);
  }

  stop(): Promise<void> {
    return this.app.stop();
  }
}

/** What a signature says about the text that is shown, for whoever it is shown to. */
export function signature({ proposed, mine }: ContractReply) {
  if (proposed === null || mine === null) throw new Error('nothing to sign');
  return {
    number: proposed.number,
    canonicalSha256: proposed.canonicalSha256,
    pdfSha256: proposed.pdfSha256,
    fullName: proposed.content.parties[mine].name,
    consents: proposed.consents.map(({ clause, textSha256 }) => ({ clause, textSha256 })),
  };
}

/** What a supervisor fills in. */
export function finished(draft: ContractDraft): ContractDraft {
  return {
    ...draft,
    parties: {
      supervisor: {
        ...draft.parties?.supervisor,
        legalStatus: 'sole-trader',
        siren: '732829320',
        address: '12 rue des Tilleuls\n69001 Lyon',
        insurance: { insurer: 'Mutuelle des Métiers', policy: 'RC-4471', validUntil: '2028-12-31' },
      },
      coach: {
        ...draft.parties?.coach,
        legalStatus: 'micro-entrepreneur',
        siren: '404833048',
        address: '3 quai du Port\n13002 Marseille',
      },
    },
    purpose: {
      ...draft.purpose,
      text: 'Prendre du recul sur ma pratique de coach et sur la manière dont je gagne mes clients.',
    },
    format: { ...draft.format, startsOn: '2027-02-01' },
    fees: { ...draft.fees, amountCents: 150_000 },
    ethics: {
      codes: [{ title: 'Code mondial de déontologie', version: '2021', link: 'https://ethics.example/code' }],
      complaintRoute: 'En parler d’abord ensemble, puis saisir la commission d’éthique.',
    },
    relationships: {
      supervisor: { declares: 'none', items: [] },
      coach: { declares: 'none', items: [] },
    },
  };
}

async function addCoach(app: WholeApp, slug: string, name: string, email: string): Promise<string> {
  const [account, member] = [randomUUID(), randomUUID()];
  await app.rows(
    `INSERT INTO account (id, email, name, language, created_at) VALUES ($1, $2, $3, 'fr', $4)`,
    [account, email, name, new Date(app.now)],
  );
  await app.rows(
    `INSERT INTO member (practice_id, id, account_id, roles, status, name, email, language, created_at)
     SELECT practice_id, $2, $3, '{coach}', 'active', $4, $5, 'fr', $6 FROM practice_address WHERE slug = $1`,
    [slug, member, account, name, email, new Date(app.now)],
  );
  await app.rows(
    `INSERT INTO membership_index (account_id, practice_id, member_id)
     SELECT $2, practice_id, $3 FROM practice_address WHERE slug = $1`,
    [slug, account, member],
  );
  return member;
}

function succeeded(answer: Answer): ContractReply {
  if (answer.status !== 200) throw new Error(`answered ${answer.status}: ${answer.text}`);
  return answer.contract;
}
