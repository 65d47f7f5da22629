import { inject, Injectable } from '@angular/core';
import { blockedContactsReply, type BlockedContactsReply, type BlockedContactWish } from '@visavis/booking';
import { ApiConnection } from '../shell/api-connection';

/** Who may not book. Every method throws `Refused`. */
@Injectable({ providedIn: 'root' })
export class BlockedContactsClient {
  readonly #api = inject(ApiConnection);

  all(signal?: AbortSignal): Promise<BlockedContactsReply> {
    return this.#api.get('/api/blocked-contacts', blockedContactsReply, signal);
  }

  block(wish: BlockedContactWish): Promise<BlockedContactsReply> {
    return this.#api.post('/api/blocked-contacts', wish, blockedContactsReply);
  }

  release(id: string): Promise<BlockedContactsReply> {
    return this.#api.delete(`/api/blocked-contacts/${encodeURIComponent(id)}`, blockedContactsReply);
  }
}
