import { pageVersion } from './page-version';

// Parts of this version are loaded for as long as the page is open: until then no service worker forgets them.
const version = pageVersion(document);
if (version !== null)
  void navigator.locks?.request(version, { mode: 'shared' }, () => new Promise<never>(() => undefined));
