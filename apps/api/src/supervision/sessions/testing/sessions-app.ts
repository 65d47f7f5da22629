import type { LedgerReply, SessionReply, SessionsBookedReply } from '@visavis/supervision';
import { startContract } from '@visavis/supervision';
import { randomUUID } from 'node:crypto';
import { Transactions } from '../../../database/transactions';
import { NOW, type Reply } from '../../../testing/whole-app';
import { lockContract, saveTransition } from '../../contracts/contract.repository';
import { ContractsApp } from '../../testing/contracts-app';

/** Monday, the first of February 2027, nine in Paris: the day contracts of these tests start. */
export const FIRST_DAY = Date.parse('2027-02-01T08:00:00Z');

type Booked = Reply & { readonly booked: SessionsBookedReply };

/** Léa and her coaches with contracts in force, and what one does with their sessions. */
export class SessionsApp {
  private constructor(readonly people: ContractsApp) {}

  static async start(name: string): Promise<SessionsApp> {
    return new SessionsApp(await ContractsApp.start(name));
  }

  /** Beside what a test does with contracts anyway. */
  static of(people: ContractsApp): SessionsApp {
    return new SessionsApp(people);
  }

  get app() {
    return this.people.app;
  }

  /**
   * A contract in force between Léa and a new coach: ten sessions of ninety minutes unless told otherwise. Sealing
   * is the worker's; here it counts as done.
   */
  async active(
    format: object = {},
    over: object = {},
  ): Promise<{ id: string; coach: string; email: string }> {
    this.app.now = NOW;
    const coach = await this.people.newCoach();
    const { content } = await this.drafted(coach.id);
    const merged = { ...content.format, startsOn: '2027-02-01', sessionMin: 90, ...TEN_SESSIONS, ...format };
    const { id } = await this.people.signed(coach, { format: merged, ...over });
    this.app.now = FIRST_DAY;
    await this.startNow(id);
    await this.app.rows(STAY_SIGNED_IN);
    return { id, coach: coach.session, email: coach.email };
  }

  private async drafted(coachId: string): Promise<{ content: { format: object } }> {
    const { draft } = await this.people.drafted(coachId);
    return { content: draft?.content as unknown as { format: object } };
  }

  private async startNow(id: string): Promise<void> {
    const [row] = await this.app.rows<{ practice_id: string }>(
      'SELECT practice_id FROM contract WHERE id = $1',
      [id],
    );
    const practiceId = row?.practice_id ?? '';
    await this.app.nest.get(Transactions).inPractice(practiceId, null, async (transaction) => {
      const stored = await lockContract(transaction, practiceId, id);
      const started = startContract(stored.contract, { sealed: true, copiesSent: true }, this.app.now);
      await saveTransition(transaction, stored, started, this.app.now);
    });
  }

  async book(
    session: string,
    id: string,
    start: string,
    more: object = {},
    key: string = randomUUID(),
  ): Promise<Booked> {
    const reply = await this.app.post(
      `/api/contracts/${id}/sessions`,
      { start, medium: 'video', ...more },
      { session, headers: { 'idempotency-key': key } },
    );
    return { ...reply, booked: reply.body as unknown as SessionsBookedReply };
  }

  /** The only session a booking made. */
  async booked(session: string, id: string, start: string): Promise<SessionReply> {
    const { status, text, booked } = await this.book(session, id, start);
    const [made] = booked.created ?? [];
    if (status !== 201 || made === undefined) throw new Error(`booking was answered ${status}: ${text}`);
    return made;
  }

  async ledger(session: string, id: string): Promise<LedgerReply> {
    return (await this.app.get(`/api/contracts/${id}/ledger`, { session })).body as unknown as LedgerReply;
  }

  async sessions(session: string, id: string): Promise<SessionReply[]> {
    const { body } = await this.app.get(`/api/contracts/${id}/sessions`, { session });
    return (body as unknown as { sessions: SessionReply[] }).sessions;
  }

  /** Kinds, readers and states of the letters about an appointment. */
  letters(
    appointmentId: string,
  ): Promise<{ kind: string; recipient: string; state: string; sequence: number }[]> {
    return this.app.rows(
      `SELECT kind, recipient, state, sequence FROM letter WHERE appointment_id = $1 ORDER BY sequence, kind, recipient`,
      [appointmentId],
    );
  }

  stop(): Promise<void> {
    return this.people.stop();
  }
}

/** Tests wander through months; nobody signs in again for that. */
const STAY_SIGNED_IN = `UPDATE session SET last_seen_at = '2100-01-01', expires_at = '2101-01-01'`;
const TEN_SESSIONS = { term: { kind: 'package', minutes: 900, validMonths: 12 } };
