import type { RecoveryKit } from '../vault/vault-types';
import { entryOnPaper } from './journal-pdf';
import { makePdf } from './make-pdf';
import { recoveryKit } from './recovery-kit';

/*
 * Fetched with the maker of documents when one is made, and by nobody else; what is written in them never leaves the
 * browser.
 */

export function kitOnPaper(kit: RecoveryKit, name: string): Promise<Blob> {
  return makePdf($localize`Kit de secours`, recoveryKit(kit, name));
}

/** @param texts Markdown, one for each entry */
export function journalOnPaper(texts: readonly string[]): Promise<Blob> {
  return makePdf(
    $localize`Journal`,
    texts.flatMap((text, at) => entryOnPaper(text, at === 0)),
  );
}
