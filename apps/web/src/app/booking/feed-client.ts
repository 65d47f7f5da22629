import { inject, Injectable } from '@angular/core';
import { feedReply, type FeedReply } from '@visavis/booking';
import { ApiConnection } from '../shell/api-connection';

/** The secret address other calendars read. Every method throws `Refused`. */
@Injectable({ providedIn: 'root' })
export class FeedClient {
  readonly #api = inject(ApiConnection);

  feed(signal?: AbortSignal): Promise<FeedReply> {
    return this.#api.get('/api/feed', feedReply, signal);
  }

  showDetails(details: boolean): Promise<FeedReply> {
    return this.#api.put('/api/feed', { details }, feedReply);
  }

  rotate(): Promise<FeedReply> {
    return this.#api.post('/api/feed/rotate', {}, feedReply);
  }
}
