import type { RetentionKind, RetentionReply } from '@visavis/practice';
import { sayDate } from '../../../ui/say-date';

type Kind = RetentionReply['kinds'][number];

const KIND_WORDS: Record<RetentionKind, string> = {
  prospects: $localize`Premiers échanges sans suite`,
  'contracts-not-concluded': $localize`Contrats jamais conclus`,
  'contract-evidence': $localize`Contrats terminés et leurs preuves`,
  'vaults-set-aside': $localize`Journaux scellés dont tous les accès ont été perdus`,
  'vaults-left': $localize`Journaux scellés de personnes parties depuis douze mois`,
};

/** What the next round would do about one kind of things; `zone` is of whoever reads. */
export function retentionSentence({ kind, due, oldestDueAt, nextDueAt }: Kind, zone: string): string {
  const what = KIND_WORDS[kind];
  if (due > 0 && oldestDueAt !== null)
    return $localize`${what}:what:\u202f: ${due}:count: à effacer, le plus ancien dû depuis le ${sayDate(zone, oldestDueAt)}:date:.`;
  if (due > 0) return $localize`${what}:what:\u202f: ${due}:count: à effacer.`;
  if (nextDueAt !== null)
    return $localize`${what}:what:\u202f: rien à effacer\u202f; le prochain arrive à terme le ${sayDate(zone, nextDueAt)}:date:.`;
  return $localize`${what}:what:\u202f: rien à effacer, rien en vue.`;
}
