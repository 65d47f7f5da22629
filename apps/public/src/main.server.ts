import { inject, provideAppInitializer, type Type } from '@angular/core';
import {
  bootstrapApplication,
  provideClientHydration,
  withNoHttpTransferCache,
  withNoIncrementalHydration,
  type BootstrapContext,
} from '@angular/platform-browser';
import { provideRouter } from '@angular/router';
import { provideServerRendering, RenderMode, withRoutes } from '@angular/ssr';
import { App } from './app';
import { ChooseTimePage } from './choose-time-page/choose-time-page';
import { CurrentPage, PAGE_COMPONENTS, type PageKind } from './current-page';
import { describePage } from './frame/describe-page';
import { ManagePage } from './manage-page/manage-page';
import { PracticePage } from './practice-page/practice-page';
import { ErasedPage } from './text-pages/erased-page';
import { PrivacyPage } from './text-pages/privacy-page';
import { ProblemPage } from './text-pages/problem-page';
import { VerifyPage } from './verify-page/verify-page';

const COMPONENTS: Record<PageKind, Type<unknown>> = {
  practice: PracticePage,
  times: ChooseTimePage,
  manage: ManagePage,
  erased: ErasedPage,
  privacy: PrivacyPage,
  verify: VerifyPage,
  problem: ProblemPage,
};

const bootstrap = (context: BootstrapContext) =>
  bootstrapApplication(
    App,
    {
      providers: [
        provideClientHydration(withNoHttpTransferCache(), withNoIncrementalHydration()),
        provideServerRendering(withRoutes([{ path: '**', renderMode: RenderMode.Server }])),
        // The server's engine wants a route to match; the browser never loads the router.
        provideRouter([{ path: '**', children: [] }]),
        { provide: PAGE_COMPONENTS, useValue: async (kind: PageKind) => COMPONENTS[kind] },
        provideAppInitializer(describePage),
        provideAppInitializer(() => inject(CurrentPage).showFirst()),
      ],
    },
    context,
  );

export default bootstrap;
