import type { InvitationPageReply } from '@visavis/practice';
import { Injectable } from '@nestjs/common';
import { Transactions } from '../../database/transactions';
import { FindInvitation, type InvitationLink } from './find-invitation';

/** What the page behind a link shows. Scanners of mail follow links, so looking changes nothing. */
@Injectable()
export class ShowInvitation {
  constructor(
    private readonly finding: FindInvitation,
    private readonly transactions: Transactions,
  ) {}

  /** @throws Refusal not-found */
  async show(link: InvitationLink): Promise<InvitationPageReply> {
    const practice = await this.finding.practice(link.practice);
    const invitation = await this.transactions.inPractice(practice.id, null, (transaction) =>
      this.finding.open(transaction, practice.id, link),
    );
    const [account] = await this.transactions.outside<{ id: string | null }>(
      'SELECT find_account($1) AS id',
      [invitation.email],
    );
    const { email, name, roles, language, invitedBy, expires_at: expiresAt } = invitation;
    return {
      practice: { slug: practice.slug, name: practice.name },
      email,
      name,
      roles: [...roles],
      language,
      invitedBy,
      expiresAt: expiresAt.getTime(),
      account: account?.id ? 'existing' : 'new',
    };
  }
}
