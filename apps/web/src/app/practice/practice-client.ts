import { inject, Injectable } from '@angular/core';
import { practiceSettingsReply, type PracticeSettingsReply, type PracticeWish } from '@visavis/practice';
import { ApiConnection } from '../shell/api-connection';

/** The settings of the practice; only owners may change them. Every method throws `Refused`. */
@Injectable({ providedIn: 'root' })
export class PracticeClient {
  readonly #api = inject(ApiConnection);

  settings(signal?: AbortSignal): Promise<PracticeSettingsReply> {
    return this.#api.get('/api/practice', practiceSettingsReply, signal);
  }

  save(wish: PracticeWish): Promise<PracticeSettingsReply> {
    return this.#api.put('/api/practice', wish, practiceSettingsReply);
  }
}
