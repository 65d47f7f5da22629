import type { PeopleReplyJson } from '@visavis/journal';
import { Injectable } from '@nestjs/common';
import { Transactions } from '../../database/transactions';
import type { Asking } from '../../http/asking';
import { KEY, type KeyRow, keyJson } from '../sealed-rows';

interface PersonRow {
  readonly member_id: string;
  readonly name: string;
  readonly role: 'supervisor' | 'coach';
  readonly contract_id: string;
}

// Of several contracts between two the latest in force counts.
const PEOPLE = `
  SELECT DISTINCT ON (o.member_id) o.member_id, m.name, o.role, o.contract_id FROM (
    SELECT c.id AS contract_id, c.in_force_since,
      CASE WHEN s.member_id = $2 THEN c.coach_member_id ELSE s.member_id END AS member_id,
      CASE WHEN s.member_id = $2 THEN 'coach' ELSE 'supervisor' END AS role
    FROM contract c JOIN supervisor s ON s.practice_id = c.practice_id AND s.id = c.supervisor_id
    WHERE c.practice_id = $1 AND c.state IN ('active', 'suspended', 'notice-given')
      AND (s.member_id = $2 OR c.coach_member_id = $2)) o
  JOIN member m ON m.practice_id = $1 AND m.id = o.member_id AND m.status = 'active' AND m.erased_at IS NULL
  JOIN member a ON a.practice_id = $1 AND a.id = $2 AND a.status = 'active'
  ORDER BY o.member_id, o.in_force_since DESC`;
const KEYS = `
  SELECT ${KEY} FROM keys_in_force($1, $2) f JOIN vault_key y ON y.practice_id = $1 AND y.id = f.key_id`;

/** Those with whom a contract is in force, and the public keys they have now. */
@Injectable()
export class ListPeople {
  constructor(private readonly transactions: Transactions) {}

  list(asking: Asking): Promise<PeopleReplyJson> {
    const { practiceId, memberId } = asking;
    return this.transactions.asMember(asking, async (transaction) => {
      const people: PersonRow[] = await transaction.query(PEOPLE, [practiceId, memberId]);
      const keys: KeyRow[] = await transaction.query(KEYS, [
        practiceId,
        people.map(({ member_id }) => member_id),
      ]);
      const keysOf = (member: string) => keys.find(({ owner_id }) => owner_id === member);
      return {
        people: people
          .toSorted((one, other) => one.name.localeCompare(other.name))
          .map(({ member_id: userId, name, role, contract_id: contractId }) => {
            const key = keysOf(userId);
            return { userId, name, role, keys: key === undefined ? null : keyJson(key), contractId };
          }),
      };
    });
  }
}
