import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router } from '@angular/router';
import { AUDIT_ACTORS, AUDIT_ACTS, type AuditQuery, type AuditReply } from '@visavis/practice';
import { GrowingList } from '../../shell/growing-list';
import { Session } from '../../shell/session';
import { INTL_LOCALE } from '../../ui/language';
import { isLocalDate } from '../../ui/local-date';
import { sayClock, sayDayAndYear } from '../../ui/say-time';
import { Skeleton } from '../../ui/skeleton';
import { dateAt } from '../../ui/zone-clock';
import { AuditClient } from '../audit-client';
import { ACTOR_WORDS, actWords, sentenceOf } from './audit-words';

type Filter = 'from' | 'to' | 'actor' | 'act' | 'memberId' | 'objectId';

/** The history of the practice, the newest first; what is looked for stands in the address. */
@Component({
  selector: 'visavis-audit-page',
  imports: [MatButton, Skeleton],
  templateUrl: './audit-page.html',
  styleUrl: './audit-page.scss',
})
export class AuditPage {
  readonly #client = inject(AuditClient);
  readonly #router = inject(Router);
  readonly #session = inject(Session);

  // From the address.
  readonly from = input<string>();
  readonly to = input<string>();
  readonly actor = input<string>();
  readonly act = input<string>();
  readonly memberId = input<string>();
  readonly objectId = input<string>();

  readonly #query = computed<Partial<AuditQuery>>(() => {
    const [from, to] = [this.from(), this.to()];
    const actor = AUDIT_ACTORS.find((one) => one === this.actor());
    const act = AUDIT_ACTS.find((one) => one === this.act());
    const [memberId, objectId] = [this.memberId(), this.objectId()];
    return {
      ...(from && isLocalDate(from) && { from }),
      ...(to && isLocalDate(to) && { to }),
      ...(actor && { actor }),
      ...(act && { act }),
      ...(memberId && { memberId }),
      ...(objectId && { objectId }),
    };
  });
  protected readonly list = new GrowingList(this.#query, async (query, before, signal) => {
    const { events, next } = await this.#client.events({ ...query, ...(before && { before }) }, signal);
    return { items: events, next };
  });

  protected readonly filtered = computed(() => Object.keys(this.#query()).length > 0);
  protected readonly narrowed = computed(() => {
    const { memberId, objectId } = this.#query();
    if (objectId) return $localize`Seulement ce qui concerne un même élément.`;
    return memberId ? $localize`Seulement ce qu’a fait une même personne.` : '';
  });
  protected readonly days = computed(() => {
    const zone = this.#session.zone();
    const byDate = new Map<string, AuditReply['events']>();
    for (const event of this.list.items()) {
      const date = dateAt(zone, event.at);
      byDate.set(date, [...(byDate.get(date) ?? []), event]);
    }
    return [...byDate].map(([date, events]) => ({
      date,
      label: sayDayAndYear(date),
      rows: events.map((event) => ({
        ...event,
        clock: sayClock(zone, event.at),
        words: sentenceOf(event),
      })),
    }));
  });
  protected readonly count = computed(() => {
    if (this.list.blank()) return '';
    return $localize`Lignes montrées\u202f: ${this.list.items().length}:count:`;
  });
  protected readonly actors = AUDIT_ACTORS.map((value) => ({
    value,
    words: value === 'member' ? $localize`Les membres` : ACTOR_WORDS[value],
  }));
  protected readonly acts = AUDIT_ACTS.map((value) => ({ value, words: actWords(value) })).sort((a, b) =>
    a.words.localeCompare(b.words, INTL_LOCALE),
  );

  protected filter(name: Filter, event: Event): void {
    this.ask({ [name]: (event.target as HTMLInputElement).value || null });
  }

  protected ask(change: Partial<Record<Filter, string | null>>): void {
    void this.#router.navigate([], { queryParams: change, queryParamsHandling: 'merge' });
  }

  protected clear(): void {
    void this.#router.navigate([], { queryParams: {} });
  }
}
