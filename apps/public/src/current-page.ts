import {
  inject,
  Injectable,
  InjectionToken,
  makeStateKey,
  REQUEST_CONTEXT,
  signal,
  TransferState,
  type Type,
} from '@angular/core';
import type { PageData } from '@visavis/booking';

export type PageKind = PageData['kind'];

/** Which component shows which kind of page; the server has them all at hand, the browser loads what it needs. */
export const PAGE_COMPONENTS = new InjectionToken<(kind: PageKind) => Promise<Type<unknown>>>(
  'page components',
);

const PAGE = makeStateKey<PageData | null>('page');

/** The page being shown: on the server handed in with the request, in the browser what the server left there. */
@Injectable({ providedIn: 'root' })
export class CurrentPage {
  private readonly componentOf = inject(PAGE_COMPONENTS);
  private readonly state = inject(TransferState);
  private readonly first =
    (inject(REQUEST_CONTEXT, { optional: true }) as PageData | null) ?? this.state.get(PAGE, null);

  readonly shown = signal<{ readonly page: PageData; readonly component: Type<unknown> } | null>(null);

  /** The page of this document; to be awaited before anything is rendered. */
  async showFirst(): Promise<void> {
    if (!this.first) return;
    this.state.set(PAGE, this.first);
    await this.show(this.first);
  }

  /** Puts another page in its place, without a new document. */
  async show(page: PageData): Promise<void> {
    const component = await this.componentOf(page.kind);
    this.shown.set({ page, component });
  }
}
