import { provideAppInitializer, inject } from '@angular/core';
import {
  bootstrapApplication,
  provideClientHydration,
  withNoHttpTransferCache,
  withNoIncrementalHydration,
} from '@angular/platform-browser';
import { App } from './app';
import { ChooseTimePage } from './choose-time-page/choose-time-page';
import { CurrentPage, PAGE_COMPONENTS, type PageKind } from './current-page';
import { zoneOfBrowser } from './times/zones';

const components = async (kind: PageKind) => {
  if (kind === 'times') return ChooseTimePage;
  if (kind === 'verify') return (await import('./verify-page/verify-page')).VerifyPage;
  return (await import('./manage-page/manage-pages')).managePages(kind);
};

/**
 * Hydrates the page. No template has i18n blocks, so hydration needs no support for them (8 kB); without event
 * replay there is no inline script, so the policy can stay at script-src 'self'.
 */
export function awaken(): void {
  zoneOfBrowser(); // the first question to Intl loads its data (15 ms); the page wakes in the next task
  setTimeout(() =>
    bootstrapApplication(App, {
      providers: [
        provideClientHydration(withNoHttpTransferCache(), withNoIncrementalHydration()),
        { provide: PAGE_COMPONENTS, useValue: components },
        provideAppInitializer(() => inject(CurrentPage).showFirst()),
      ],
    }).catch((error: unknown) => console.error(error)),
  );
}
