import { inject, Injectable } from '@angular/core';
import { ownPageReply, type OwnPageReply, type OwnPageWish } from '@visavis/practice';
import { ApiConnection } from '../shell/api-connection';

/** What visitors read of the supervisor who is signed in. Every method throws `Refused`. */
@Injectable({ providedIn: 'root' })
export class OwnPageClient {
  readonly #api = inject(ApiConnection);

  page(signal?: AbortSignal): Promise<OwnPageReply> {
    return this.#api.get('/api/own-page', ownPageReply, signal);
  }

  save(wish: OwnPageWish): Promise<OwnPageReply> {
    return this.#api.put('/api/own-page', wish, ownPageReply);
  }
}
