import { Clock } from '../../clock/clock';
import { CONFIGURATION, type Configuration } from '../../configuration/configuration';
import { Transactions } from '../../database/transactions';
import { OutwardFetch } from '../../http/outward/outward-fetch';
import { LetterStates } from '../../outbox/letter-states';
import { LetterWriters } from '../../outbox/letter-writers';
import { OutboxBell } from '../../outbox/outbox-bell';
import { PostOffice } from '../../outbox/post-office';
import { SendLetter } from '../../outbox/send-letter';
import { aMailServer, type MailServer } from '../../outbox/testing/mail-server';
import type { WholeApp } from '../../testing/whole-app';
import { SealKeys } from '../documents/seal/seal-keys';
import { TimestampAuthority } from '../documents/timestamp/timestamp-authority';
import { ContractLetterWriter } from '../letters/contract-letter-writer';
import { PassContractTime } from '../worker/pass-contract-time';
import { SealTools } from '../worker/seal-tools';
import { SealVersions } from '../worker/seal-versions';

/** What the worker does to contracts, one step at a time, with a real mail server at the end. */
export class ContractWorker {
  private constructor(
    private readonly app: WholeApp,
    readonly mail: MailServer,
    private readonly office: PostOffice,
    private readonly sender: SendLetter,
    private readonly seals: SealVersions,
    private readonly time: PassContractTime,
  ) {}

  /** @param authority address of a time-stamp authority on this machine, if there is one */
  static async start(app: WholeApp, authority: string | null = null): Promise<ContractWorker> {
    const mail = await aMailServer();
    const configuration: Configuration = {
      ...app.nest.get<Configuration>(CONFIGURATION),
      SMTP_URL: `smtp://127.0.0.1:${mail.port}`,
      SMTP_ALLOW_PLAINTEXT: true,
      TIMESTAMP_AUTHORITY_URL: authority,
      OUTWARD_INTERNAL_HOSTS: authority === null ? [] : [new URL(authority).host],
    } as Configuration;
    const transactions = app.nest.get(Transactions);
    const clock = app.nest.get(Clock);
    const bell = app.nest.get(OutboxBell, { strict: false });
    const office = new PostOffice(configuration);
    const writers = new LetterWriters([new ContractLetterWriter(configuration, transactions)]);
    const tools = new SealTools(
      new SealKeys(configuration),
      new TimestampAuthority(new OutwardFetch(configuration), configuration),
    );
    return new ContractWorker(
      app,
      mail,
      office,
      new SendLetter(new LetterStates(transactions, clock), writers, office, clock),
      new SealVersions(configuration, transactions, clock, bell, tools),
      new PassContractTime(transactions, clock, bell),
    );
  }

  seal(): Promise<number> {
    return this.seals.sealDue();
  }

  pass(): Promise<number> {
    return this.time.passDue();
  }

  /** Sends what is planned about one contract. */
  async deliver(contractId: string): Promise<void> {
    const letters = await this.app.rows<{ practice_id: string; id: string }>(
      `SELECT practice_id, id FROM letter WHERE contract_id = $1 AND state = 'planned' ORDER BY created_at, id`,
      [contractId],
    );
    for (const { practice_id: practiceId, id } of letters)
      await this.sender.attempt({ practiceId, letterId: id });
  }

  async stop(): Promise<void> {
    this.office.onApplicationShutdown();
    await this.mail.stop();
  }
}
