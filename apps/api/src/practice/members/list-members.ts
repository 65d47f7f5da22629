import type { MemberReply, MembersQuery, MembersReply } from '@visavis/practice';
import { Injectable } from '@nestjs/common';
import { Transactions } from '../../database/transactions';
import type { Asking } from '../../http/asking';
import { COUNT_MEMBERS, LIST_MEMBERS } from './member.queries';

/** Owners see everybody; supervisors their colleagues, and the coaches they invited or hold a contract with. */
@Injectable()
export class ListMembers {
  constructor(private readonly transactions: Transactions) {}

  list(asking: Asking, query: MembersQuery): Promise<MembersReply> {
    const { practiceId, accountId, roles, memberId } = asking;
    const { page, size, sort, direction } = query;
    const matches = [
      practiceId,
      query.status ?? null,
      query.role ?? null,
      patternOf(query.search),
      roles.includes('owner') ? null : memberId,
    ];
    return this.transactions.inPractice(practiceId, accountId, async (transaction) => {
      const [counted]: { total: number }[] = await transaction.query(COUNT_MEMBERS, matches);
      const members: MemberReply[] = await transaction.query(LIST_MEMBERS[sort][direction], [
        ...matches,
        size,
        (page - 1) * size,
      ]);
      return { members, total: counted?.total ?? 0, page, size };
    });
  }
}

/** Whatever the case and the accents; the wildcards of LIKE stand for themselves. */
function patternOf(search: string | undefined): string | null {
  if (search === undefined || search === '') return null;
  const folded = search
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .toLowerCase();
  return `%${folded.replaceAll(/[\\%_]/g, (wildcard) => `\\${wildcard}`)}%`;
}
