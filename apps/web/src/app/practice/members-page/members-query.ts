import { ROLES } from '@visavis/account';
import { DIRECTIONS, MEMBER_SORTS, MEMBER_STATUSES, type MembersQuery } from '@visavis/practice';

/** What stands in the address of the page; all of it may be missing or wrong. */
export interface AddressQuery {
  readonly search?: string | undefined;
  readonly role?: string | undefined;
  readonly status?: string | undefined;
  /** `name`, or `name-descending`. */
  readonly order?: string | undefined;
  readonly page?: string | undefined;
}

/** What to ask the server: everything that makes no sense is left out. */
export function membersQueryOf({ search, role, status, order, page }: AddressQuery): Partial<MembersQuery> {
  const [sort, direction] = (order ?? '').split('-');
  const number = Number(page);
  return {
    ...found('role', ROLES, role),
    ...found('status', MEMBER_STATUSES, status),
    ...found('sort', MEMBER_SORTS, sort),
    ...found('direction', DIRECTIONS, direction),
    ...(search?.trim() && { search: search.trim().slice(0, 100) }),
    ...(Number.isInteger(number) && number > 1 && number <= 100_000 && { page: number }),
  };
}

function found<Name extends string, Value extends string>(
  name: Name,
  list: readonly Value[],
  text: string | undefined,
): Partial<Record<Name, Value>> {
  const value = list.find((one) => one === text);
  return value === undefined ? {} : ({ [name]: value } as Record<Name, Value>);
}
