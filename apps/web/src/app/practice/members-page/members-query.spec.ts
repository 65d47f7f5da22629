import { membersQueryOf } from './members-query';

describe('what the address asks of the list of members', () => {
  it('is passed on', () => {
    expect(
      membersQueryOf({
        search: ' hél ',
        role: 'coach',
        status: 'active',
        order: 'joined-descending',
        page: '3',
      }),
    ).toEqual({
      search: 'hél',
      role: 'coach',
      status: 'active',
      sort: 'joined',
      direction: 'descending',
      page: 3,
    });
  });

  it('is left out where it makes no sense', () => {
    expect(
      membersQueryOf({ search: '  ', role: 'king', status: 'asleep', order: 'shoe-size', page: '-1' }),
    ).toEqual({});
    expect(membersQueryOf({ page: '1.5' })).toEqual({});
    expect(membersQueryOf({ page: '1e9' })).toEqual({});
  });
});
