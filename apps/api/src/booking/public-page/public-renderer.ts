import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { PageData } from '@visavis/booking';
import { withAbsoluteAssets } from './absolute-assets';
import { readPageStyles, withStylesInside } from './page-styles';

export interface PublicRenderer {
  /**
   * The whole HTML document of a page, in `page.language`. Takes milliseconds of processor time: cache what is the
   * same for everybody.
   * @throws Error when the page could not be rendered; a page is never half rendered.
   */
  render(page: PageData): Promise<string>;
}

interface ServerBundle {
  renderPage(page: PageData): Promise<string>;
}

/**
 * Renders with the server bundles that the build of apps/public left in `distFolder` (an absolute path to
 * `dist/apps/public`). They are loaded with the first page, or earlier by rendering any page once at start.
 */
export function createPublicRenderer({ distFolder }: { distFolder: string }): PublicRenderer {
  const styles = readPageStyles(distFolder);
  let loading: Promise<ServerBundle> | null = null;

  async function load(): Promise<ServerBundle> {
    try {
      return (await import(pathToFileURL(join(distFolder, 'server', 'server.mjs')).href)) as ServerBundle;
    } catch (error) {
      loading = null; // the next page tries again, once the build is there
      throw error;
    }
  }

  return {
    async render(page) {
      const bundle = await (loading ??= load());
      const html = withStylesInside(await bundle.renderPage(page), page.language, styles);
      return withAbsoluteAssets(html, page.language);
    },
  };
}
