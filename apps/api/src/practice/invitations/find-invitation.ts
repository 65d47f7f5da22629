import { Refusal, type GeneralRefusal } from '@visavis/kernel';
import { mayInvite } from '@visavis/practice';
import { Inject, Injectable } from '@nestjs/common';
import { Directory, type PublicPractice } from '../../booking/calendar/directory';
import { Clock } from '../../clock/clock';
import { CONFIGURATION, type Configuration } from '../../configuration/configuration';
import type { Transaction } from '../../database/transactions';
import { lockInvitation, readInviter, type InvitationRow } from './invitation.queries';
import { isInvitationSecret } from './invitation-secret';

/** What the link of a letter says. */
export interface InvitationLink {
  readonly practice: string;
  readonly id: string;
  readonly secret: string;
}

export interface OpenInvitation extends InvitationRow {
  readonly invitedBy: string;
}

/** The invitation behind a link. Whatever is not exactly an open one is not found, and nobody learns why. */
@Injectable()
export class FindInvitation {
  constructor(
    private readonly directory: Directory,
    private readonly clock: Clock,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  /** @throws Refusal not-found */
  async practice(slug: string): Promise<PublicPractice> {
    const practice = await this.directory.practice(slug);
    if (practice === null) throw new Refusal<GeneralRefusal>('not-found');
    return practice;
  }

  /**
   * Locked, so that of several who accept at once one goes first. Whoever invited must still be allowed to: an
   * invitation is no way back in for who has left.
   *
   * @throws Refusal not-found
   */
  async open(
    transaction: Transaction,
    practiceId: string,
    { id, secret }: InvitationLink,
  ): Promise<OpenInvitation> {
    const invitation = await lockInvitation(transaction, practiceId, id);
    if (
      invitation?.state !== 'open' ||
      invitation.expires_at.getTime() <= this.clock.now() ||
      !isInvitationSecret(this.configuration.SECRET_KEY, { ...invitation, practiceId }, secret)
    )
      throw new Refusal<GeneralRefusal>('not-found');
    const inviter = await readInviter(transaction, practiceId, invitation.invited_by);
    if (inviter === null || !mayInvite(inviter.roles, invitation.roles))
      throw new Refusal<GeneralRefusal>('not-found');
    return { ...invitation, invitedBy: inviter.name };
  }
}
