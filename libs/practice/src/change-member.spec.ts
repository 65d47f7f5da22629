import { changeMember, type MemberState } from './change-member';

const owner: MemberState = { roles: ['owner', 'supervisor'], status: 'active' };
const coach: MemberState = { roles: ['coach'], status: 'active' };

describe('changing a member', () => {
  it('keeps the last owner, whether by roles or by deactivation', () => {
    expect(() => changeMember(owner, { roles: ['supervisor'] }, 0)).toThrow('last-owner');
    expect(() => changeMember(owner, { status: 'deactivated' }, 0)).toThrow('last-owner');
    expect(changeMember(owner, { roles: ['supervisor'] }, 1).roles).toEqual(['supervisor']);
  });

  it('lets the last owner become a coach besides', () => {
    expect(changeMember(owner, { roles: ['owner', 'coach'] }, 0)).toMatchObject({
      acts: ['member-roles-changed'],
      supervises: false,
    });
  });

  it('does not count somebody deactivated as an owner who is lost', () => {
    expect(changeMember({ ...owner, status: 'deactivated' }, { roles: ['coach'] }, 0).roles).toEqual([
      'coach',
    ]);
  });

  it('notes each act once, and none when everything is as it was', () => {
    expect(changeMember(coach, { roles: ['coach'], status: 'active' }, 1).acts).toEqual([]);
    expect(changeMember(coach, { roles: ['supervisor'], status: 'deactivated' }, 1)).toEqual({
      roles: ['supervisor'],
      status: 'deactivated',
      acts: ['member-roles-changed', 'member-deactivated'],
      supervises: false,
    });
    expect(changeMember({ ...coach, status: 'deactivated' }, { status: 'active' }, 1).acts).toEqual([
      'member-reactivated',
    ]);
  });
});
