import { troubleWords, wordsOfTrouble } from './journal-words';
import { VaultRefused } from './vault/vault-trouble';

/** Words for a key that was typed: which of its words is wrong, when that is known. */
export function wordsOfTypedKey(error: unknown): string {
  if (!(error instanceof VaultRefused)) return wordsOfTrouble(error);
  const { position, words } = error.details as { position?: number; words?: number };
  if (error.reason === 'word-unknown' && position !== undefined)
    return $localize`Le mot ${position}:position: ne fait pas partie de la liste. Vérifiez-le sur votre feuille\u202f; accents et majuscules ne comptent pas.`;
  if (error.reason === 'words-differ' && position !== undefined)
    return $localize`Le mot ${position}:position: n’est pas celui qui était affiché. Relisez votre feuille et corrigez-le.`;
  if (error.reason === 'passphrase-length' && words !== undefined)
    return $localize`La phrase de passe compte sept mots, vous en avez tapé ${words}:count:.`;
  return troubleWords(error.reason);
}
