import type { BookedCall, KnownDocument, ManageAct } from '@visavis/booking';
import type { Problem } from '@visavis/kernel';

/** What came back: a value, a reasoned "no", or silence. */
export type Answer<T> =
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'refused'; readonly problem: Problem }
  | { readonly kind: 'unreachable' };

const PATIENCE_MS = 20_000;

/** Books a call. @param body the fields of a booking wish. @param key the same for a retry of the same form. */
export function bookCall(
  practice: string,
  supervisor: string,
  body: unknown,
  key: string | null,
): Promise<Answer<BookedCall>> {
  return post(`/api/public/${practice}/${supervisor}/bookings`, body, key);
}

/** Moves, cancels, corrects, rebooks or erases. @param managePath `/fr/m/<practice>/<id>/<secret>` */
export function changeCall(managePath: string, act: ManageAct, body: unknown): Promise<Answer<BookedCall>> {
  return post(`${callAddress(managePath)}/${act}`, body, null);
}

/** Asks what is known about a file, by hashes that were computed here. */
export function askAboutFile(hashes: {
  readonly sha256: string;
  readonly frozenSha256?: string;
}): Promise<Answer<KnownDocument>> {
  return post('/api/public/verify', hashes, null);
}

/** The API's address of a call whose page is known. */
export function callAddress(managePath: string): string {
  const [practice, id, secret] = managePath.split('/').slice(3);
  return `/api/public/${practice}/calls/${id}/${secret}`;
}

async function post<T>(address: string, body: unknown, key: string | null): Promise<Answer<T>> {
  let response: Response;
  try {
    response = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(key ? { 'idempotency-key': key } : {}) },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    if (response.status === 204) return { kind: 'done', value: undefined as T };
    const answer: unknown = await response.json();
    return response.ok
      ? { kind: 'done', value: answer as T }
      : { kind: 'refused', problem: answer as Problem };
  } catch {
    return { kind: 'unreachable' }; // no network, too slow, or an answer that is not the API's
  }
}
