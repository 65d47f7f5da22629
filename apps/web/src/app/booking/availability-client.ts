import { inject, Injectable } from '@angular/core';
import {
  availabilityReply,
  countriesReply,
  explainReply,
  holidaysReply,
  previewReply,
  type AvailabilityReply,
  type CalendarWish,
  type CountriesReply,
  type ExplainReply,
  type ExplainWish,
  type HolidaysReply,
  type HolidaysWish,
  type OfferKind,
  type OfferWish,
  type OverrideWish,
  type PreviewReply,
  type PreviewWish,
} from '@visavis/booking';
import { ApiConnection } from '../shell/api-connection';
import { LANGUAGE } from '../ui/language';
import type { LocalDate } from '../ui/local-date';

/** When visitors may book. Every method throws `Refused`; every change answers with all that is saved. */
@Injectable({ providedIn: 'root' })
export class AvailabilityClient {
  readonly #api = inject(ApiConnection);

  saved(signal?: AbortSignal): Promise<AvailabilityReply> {
    return this.#api.get('/api/availability', availabilityReply, signal);
  }

  saveOffer(kind: OfferKind, wish: OfferWish): Promise<AvailabilityReply> {
    return this.#api.put(`/api/offers/${kind}`, wish, availabilityReply);
  }

  saveCalendar(wish: CalendarWish): Promise<AvailabilityReply> {
    return this.#api.put('/api/calendar', wish, availabilityReply);
  }

  saveOverride(date: LocalDate, wish: OverrideWish): Promise<AvailabilityReply> {
    return this.#api.put(`/api/overrides/${date}`, wish, availabilityReply);
  }

  removeOverride(date: LocalDate): Promise<AvailabilityReply> {
    return this.#api.delete(`/api/overrides/${date}`, availabilityReply);
  }

  closeHolidays(wish: HolidaysWish): Promise<AvailabilityReply> {
    return this.#api.post('/api/overrides/holidays', wish, availabilityReply);
  }

  holidays(year: number, signal?: AbortSignal): Promise<HolidaysReply> {
    return this.#api.get(`/api/holidays?year=${year}`, holidaysReply, signal);
  }

  countries(signal?: AbortSignal): Promise<CountriesReply> {
    return this.#api.get(`/api/holidays/countries?language=${LANGUAGE}`, countriesReply, signal);
  }

  preview(wish: PreviewWish, signal?: AbortSignal): Promise<PreviewReply> {
    return this.#api.post('/api/availability/preview', wish, previewReply, signal);
  }

  explain(wish: ExplainWish): Promise<ExplainReply> {
    return this.#api.post('/api/availability/explain', wish, explainReply);
  }
}
