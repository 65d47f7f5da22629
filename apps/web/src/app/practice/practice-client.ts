import { inject, Injectable } from '@angular/core';
import {
  practiceErasureReply,
  practiceSettingsReply,
  retentionReply,
  type PracticeErasureReply,
  type PracticeErasureWish,
  type PracticeSettingsReply,
  type PracticeWish,
  type RetentionReply,
} from '@visavis/practice';
import * as z from 'zod';
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

  /** What the next round of retention would erase; erases nothing. */
  retention(signal?: AbortSignal): Promise<RetentionReply> {
    return this.#api.get('/api/practice/retention', retentionReply, signal);
  }

  askForErasure(wish: PracticeErasureWish): Promise<PracticeErasureReply> {
    return this.#api.post('/api/practice/erasure', wish, practiceErasureReply);
  }

  async takeErasureBack(): Promise<void> {
    await this.#api.delete('/api/practice/erasure', z.unknown());
  }
}
