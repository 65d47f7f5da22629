import { inject, Injectable } from '@angular/core';
import {
  acceptedInvitationReply,
  invitationPageReply,
  setupReply,
  type AcceptedInvitationReply,
  type InvitationAcceptance,
  type InvitationPageReply,
  type SetupReply,
  type SetupWish,
} from '@visavis/practice';
import { ApiConnection } from '../shell/api-connection';

/** Where an invitation's link leads; the secret was never sent with the page. */
export interface InvitationAddress {
  readonly practice: string;
  readonly id: string;
  readonly secret: string;
}

/** What may be done before one belongs to a practice. Every method throws `Refused`. */
@Injectable({ providedIn: 'root' })
export class InvitationClient {
  readonly #api = inject(ApiConnection);

  read(address: InvitationAddress, signal?: AbortSignal): Promise<InvitationPageReply> {
    return this.#api.get(pathOf(address), invitationPageReply, signal);
  }

  accept(address: InvitationAddress, wish: InvitationAcceptance): Promise<AcceptedInvitationReply> {
    return this.#api.enter(pathOf(address), wish, acceptedInvitationReply);
  }

  /** The first practice of this installation and its owner. */
  setUp(wish: SetupWish): Promise<SetupReply> {
    return this.#api.enter('/api/setup', wish, setupReply);
  }
}

function pathOf({ practice, id, secret }: InvitationAddress): string {
  return `/api/public/${encodeURIComponent(practice)}/invitations/${encodeURIComponent(id)}/${encodeURIComponent(secret)}`;
}
