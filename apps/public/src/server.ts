import { AngularAppEngine, createRequestHandler } from '@angular/ssr';
import type { PageData } from '@visavis/booking';

const engine = new AngularAppEngine();

/**
 * The HTML of a page. The host is fixed: nothing a visitor sends decides what is rendered.
 * @param page everything there is to show; its `path` (`/fr/…`, `/en/…`) picks the language's build.
 * @throws Error when nothing could be rendered.
 */
export async function renderPage(page: PageData): Promise<string> {
  const response = await engine.handle(new Request(`http://127.0.0.1/${page.language}/`), page);
  if (response?.status !== 200)
    throw new Error(`the page was not rendered: ${response?.status ?? 'no route'}`);
  return response.text();
}

/** Angular's builder looks for it; the API calls `renderPage` instead. */
export const reqHandler = createRequestHandler(async (request) => engine.handle(request));
