import { inject, Injectable } from '@angular/core';
import {
  invitationReply,
  invitationsReply,
  memberReply,
  membersReply,
  type InvitationReply,
  type InvitationsReply,
  type InvitationWish,
  type MemberChange,
  type MemberErasureWish,
  type MemberReply,
  type MembersQuery,
  type MembersReply,
} from '@visavis/practice';
import * as z from 'zod';
import { ApiConnection } from '../shell/api-connection';

/** Who belongs to the practice, and who is invited. Every method throws `Refused`. */
@Injectable({ providedIn: 'root' })
export class PeopleClient {
  readonly #api = inject(ApiConnection);

  members(query: Partial<MembersQuery>, signal?: AbortSignal): Promise<MembersReply> {
    return this.#api.get(`/api/members${queryOf(query)}`, membersReply, signal);
  }

  /** How many owners can work here; the last one cannot go. */
  async activeOwners(signal?: AbortSignal): Promise<number> {
    return (await this.members({ role: 'owner', status: 'active', size: 1 }, signal)).total;
  }

  change(id: string, wish: MemberChange): Promise<MemberReply> {
    return this.#api.patch(`/api/members/${encodeURIComponent(id)}`, wish, memberReply);
  }

  /** With the member's own address, typed. */
  async erase(id: string, wish: MemberErasureWish): Promise<void> {
    await this.#api.post(`/api/members/${encodeURIComponent(id)}/erasure`, wish, z.unknown());
  }

  /** Those that wait for an answer, the newest first. */
  waiting(signal?: AbortSignal): Promise<InvitationsReply> {
    return this.#api.get('/api/invitations?state=waiting&size=100', invitationsReply, signal);
  }

  invite(wish: InvitationWish): Promise<InvitationReply> {
    return this.#api.post('/api/invitations', wish, invitationReply);
  }

  async sendAgain(id: string): Promise<void> {
    await this.#api.post(`/api/invitations/${encodeURIComponent(id)}/send-again`, undefined, z.unknown());
  }

  async withdraw(id: string): Promise<void> {
    await this.#api.delete(`/api/invitations/${encodeURIComponent(id)}`, z.unknown());
  }
}

function queryOf(query: Partial<MembersQuery>): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
  const text = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return text && `?${text}`;
}
