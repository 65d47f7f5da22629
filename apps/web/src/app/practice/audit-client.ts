import { inject, Injectable } from '@angular/core';
import { auditReply, type AuditQuery, type AuditReply } from '@visavis/practice';
import { ApiConnection } from '../shell/api-connection';

/** Who did what. Every method throws `Refused`. */
@Injectable({ providedIn: 'root' })
export class AuditClient {
  readonly #api = inject(ApiConnection);

  /** The newest first; `before` is `next` of the reply before. */
  events(query: Partial<AuditQuery>, signal?: AbortSignal): Promise<AuditReply> {
    const given = Object.entries(query).filter(([, value]) => value !== undefined);
    const text = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
    return this.#api.get(`/api/audit${text && `?${text}`}`, auditReply, signal);
  }
}
