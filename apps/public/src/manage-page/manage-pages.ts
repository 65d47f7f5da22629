import type { Type } from '@angular/core';
import type { PageKind } from '../current-page';
import { ErasedPage } from '../text-pages/erased-page';
import { ManagePage } from './manage-page';

/** What the browser loads once a call is booked. */
export function managePages(kind: PageKind): Type<unknown> {
  return kind === 'erased' ? ErasedPage : ManagePage;
}
