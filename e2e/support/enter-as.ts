import type { BrowserContext } from '@playwright/test';
import { runningProduct } from './product.ts';

/** Gives a browser somebody's session. Cookies do not know ports: it holds through a proxy on another one as well. */
export async function enterAs(context: BrowserContext, token: string): Promise<void> {
  await context.addCookies([
    {
      name: '__Host-session',
      value: token,
      domain: new URL(runningProduct().url).hostname,
      path: '/',
      secure: true,
      httpOnly: true,
      sameSite: 'Lax',
    },
  ]);
}
