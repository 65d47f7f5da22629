import { Refusal, type FieldError, type Language } from '@visavis/kernel';
import type { AccountRefusal } from '@visavis/account';
import { refuse, type AcceptedInvitationReply, type InvitationAcceptance } from '@visavis/practice';
import { Injectable } from '@nestjs/common';
import { randomUUIDv7 } from 'node:crypto';
import { PersonAtTheDoor } from '../../account/person-at-the-door';
import { Directory, type PublicPractice } from '../../booking/calendar/directory';
import { Clock } from '../../clock/clock';
import { Transactions, type Transaction } from '../../database/transactions';
import { violates } from '../../database/violates';
import { malformed } from '../../http/shape';
import { FindInvitation, type InvitationLink, type OpenInvitation } from './find-invitation';
import { joinPractice } from './join-practice';

/** Who accepts: what the browser holds and where it is. */
export interface Caller {
  readonly token: string | undefined;
  readonly address: string;
}

/**
 * A link accepts for its own address only, once: a new account begins with it, or the account of that address joins.
 * Nobody is signed in by it.
 */
@Injectable()
export class AcceptInvitation {
  constructor(
    private readonly finding: FindInvitation,
    private readonly door: PersonAtTheDoor,
    private readonly transactions: Transactions,
    private readonly directory: Directory,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal not-found, malformed, account-exists, other-account, wrong-credentials, already-member */
  async accept(
    link: InvitationLink,
    wish: InvitationAcceptance,
    caller: Caller,
  ): Promise<AcceptedInvitationReply> {
    const practice = await this.finding.practice(link.practice);
    const { email } = await this.transactions.inPractice(practice.id, null, (transaction) =>
      this.finding.open(transaction, practice.id, link),
    );
    const known = await this.door.accountOf(email);
    const account =
      known === null
        ? await this.begin(practice, link, wish)
        : await this.join(practice, link, known, email, wish, caller);
    this.directory.forget(practice.id);
    return { practice: { slug: practice.slug, name: practice.name }, email, account };
  }

  private async begin(
    practice: PublicPractice,
    link: InvitationLink,
    { name, password, language }: InvitationAcceptance,
  ): Promise<'created'> {
    if (name === undefined || password === undefined) throw malformed(missing({ name, password }));
    const secret = await this.door.newPassword(password, 'password');
    const accountId = randomUUIDv7();
    await this.transactions
      .inPractice(practice.id, accountId, async (transaction) => {
        const invitation = await this.finding.open(transaction, practice.id, link);
        await this.create(transaction, accountId, { invitation, name, secret, language });
        await joinPractice(transaction, practice.id, accountId, invitation, this.clock.now());
      })
      .catch((error: unknown) => {
        throw violates(error, 'account_email') ? refuse('account-exists') : error;
      });
    return 'created';
  }

  private async create(
    transaction: Transaction,
    accountId: string,
    person: {
      readonly invitation: OpenInvitation;
      readonly name: string;
      readonly secret: string;
      readonly language: Language | undefined;
    },
  ): Promise<void> {
    const { invitation, name, secret, language } = person;
    const at = new Date(this.clock.now());
    await transaction.query(
      'INSERT INTO account (id, email, name, language, created_at) VALUES ($1, $2, $3, $4, $5)',
      [accountId, invitation.email, name, language ?? invitation.language, at],
    );
    await transaction.query(
      `INSERT INTO credential (id, account_id, kind, secret, created_at) VALUES ($1, $2, 'password', $3, $4)`,
      [randomUUIDv7(), accountId, secret, at],
    );
  }

  private async join(
    practice: PublicPractice,
    link: InvitationLink,
    accountId: string,
    email: string,
    { password }: InvitationAcceptance,
    { token, address }: Caller,
  ): Promise<'joined'> {
    if (password === undefined) {
      const signedIn = await this.door.signedIn(token);
      if (signedIn === null) throw refuse('account-exists');
      if (signedIn !== accountId) throw refuse('other-account');
    } else if (!(await this.door.passwordOpens(accountId, email, password, address))) {
      throw new Refusal<AccountRefusal>('wrong-credentials');
    }
    await this.transactions.inPractice(practice.id, accountId, async (transaction) => {
      const invitation = await this.finding.open(transaction, practice.id, link);
      await joinPractice(transaction, practice.id, accountId, invitation, this.clock.now());
    });
    return 'joined';
  }
}

function missing(given: Readonly<Record<string, unknown>>): FieldError[] {
  return Object.keys(given)
    .filter((field) => given[field] === undefined)
    .map((field) => ({ field, code: 'required' }));
}
