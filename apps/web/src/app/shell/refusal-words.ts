import { REFUSAL_WORDS } from './reasons';
import { Refused } from './refused';

export { REFUSAL_WORDS };

/** Words for anything that was thrown while talking to the server. */
export function wordsOf(error: unknown): string {
  if (!(error instanceof Refused)) return REFUSAL_WORDS.failed;
  const seconds = error.retryAfterSeconds;
  if (error.reason === 'too-many-requests' && seconds !== null) {
    const minutes = Math.max(1, Math.ceil(seconds / 60));
    return $localize`Trop de demandes en peu de temps. Recommencez dans ${minutes}:minutes: min.`;
  }
  return REFUSAL_WORDS[error.reason];
}
