/** Where the answer to a request comes from: `network` means that the service worker does not touch it at all. */
export type Source = 'document' | 'kept' | 'network';

type Wanted = Pick<Request, 'method' | 'url' | 'mode'>;

/** Names that carry a hash of what is inside: such a file never changes. */
const HASHED = /^(?:media\/)?[\w.-]+-[\w-]{8}\.(?:js|css|woff2?)$/;

/**
 * The document of every page below `scope`, and the files it is made of; nothing else. What the API answers is neither
 * kept nor even looked at.
 */
export function answerFrom({ method, url, mode }: Wanted, scope: string): Source {
  if (method !== 'GET' || !url.startsWith(scope)) return 'network';
  const path = url.slice(scope.length).split('#')[0] ?? '';
  if (mode === 'navigate') return /\.[a-z0-9]+$/i.test(path.split('?')[0] ?? '') ? 'network' : 'document';
  return HASHED.test(path) ? 'kept' : 'network';
}
