import { inject, Injectable } from '@angular/core';
import {
  appointmentDetail,
  blocksReply,
  weekReply,
  type AppointmentDetail,
  type AppointmentMoveWish,
  type BlocksReply,
  type BlockWish,
  type HandBookingWish,
  type Outcome,
  type WeekReply,
} from '@visavis/booking';
import type { MoveSessionWish } from '@visavis/supervision';
import type { Instant } from '@visavis/kernel';
import * as z from 'zod';
import { ApiConnection } from '../shell/api-connection';

export type RemovalScope = 'one' | 'following' | 'all';

/** What fills the supervisor's week. Every method throws `Refused`. */
@Injectable({ providedIn: 'root' })
export class AppointmentClient {
  readonly #api = inject(ApiConnection);

  /** All appointments that meet the range, of every status; at most 62 days. */
  between(from: Instant, to: Instant, signal?: AbortSignal): Promise<WeekReply> {
    const query = new URLSearchParams({ from: new Date(from).toISOString(), to: new Date(to).toISOString() });
    return this.#api.get(`/api/appointments?${query.toString()}`, weekReply, signal);
  }

  detail(id: string, signal?: AbortSignal): Promise<AppointmentDetail> {
    return this.#api.get(path(id), appointmentDetail, signal);
  }

  bookByHand(wish: HandBookingWish): Promise<AppointmentDetail> {
    return this.#api.post('/api/appointments', wish, appointmentDetail);
  }

  move(id: string, wish: AppointmentMoveWish): Promise<AppointmentDetail> {
    return this.#api.post(`${path(id)}/move`, wish, appointmentDetail);
  }

  /** A supervision session, by its own id. */
  async moveSession(id: string, wish: MoveSessionWish): Promise<void> {
    await this.#api.post(`/api/sessions/${encodeURIComponent(id)}/move`, wish, z.unknown());
  }

  cancel(id: string, sequence: number): Promise<AppointmentDetail> {
    return this.#api.post(`${path(id)}/cancel`, { sequence }, appointmentDetail);
  }

  recordOutcome(id: string, outcome: Outcome | null): Promise<AppointmentDetail> {
    return this.#api.post(`${path(id)}/outcome`, { outcome }, appointmentDetail);
  }

  sendLetterAgain(id: string, letterId: string): Promise<AppointmentDetail> {
    return this.#api.post(
      `${path(id)}/letters/${encodeURIComponent(letterId)}/send-again`,
      {},
      appointmentDetail,
    );
  }

  blockTime(wish: BlockWish): Promise<BlocksReply> {
    return this.#api.post('/api/blocks', wish, blocksReply);
  }

  async removeBlock(id: string, scope: RemovalScope): Promise<number> {
    const shape = z.object({ removed: z.number().int() });
    const { removed } = await this.#api.post(
      `/api/blocks/${encodeURIComponent(id)}/remove`,
      { scope },
      shape,
    );
    return removed;
  }
}

function path(id: string): string {
  return `/api/appointments/${encodeURIComponent(id)}`;
}
