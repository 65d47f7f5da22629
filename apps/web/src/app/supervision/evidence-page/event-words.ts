import type { EventType, EvidenceReply, Party } from '@visavis/supervision';

type ChainEvent = EvidenceReply['events'][number];

/** One sentence for every kind of entry; `who` is a name, or the clock. */
const SENTENCES: Record<EventType, (who: string) => string> = {
  created: (who) => $localize`${who}:who: a ouvert le brouillon`,
  frozen: (who) => $localize`${who}:who: a proposé le texte, il est figé`,
  viewed: (who) => $localize`${who}:who: a ouvert le texte`,
  commented: (who) => $localize`${who}:who: a laissé un commentaire`,
  'changes-requested': (who) => $localize`${who}:who: a demandé des changements`,
  declined: (who) => $localize`${who}:who: a refusé`,
  withdrawn: (who) => $localize`${who}:who: a retiré la proposition`,
  lapsed: () => $localize`La proposition est devenue caduque, sans réponse à temps`,
  signed: (who) => $localize`${who}:who: a signé`,
  'fully-signed': () => $localize`Les deux parties ont signé`,
  sealed: () => $localize`Le document a été scellé`,
  timestamped: () => $localize`Une autorité a horodaté le sceau`,
  'timestamp-pending': () => $localize`L’horodatage est demandé, l’autorité n’a pas encore répondu`,
  'copy-sent': () => $localize`Le document est parti par e-mail`,
  started: () => $localize`Le contrat est entré en vigueur`,
  'amendment-opened': (who) => $localize`${who}:who: a ouvert un avenant`,
  'amendment-in-force': () => $localize`L’avenant est entré en vigueur`,
  suspended: (who) => $localize`${who}:who: a suspendu le contrat`,
  resumed: (who) => $localize`Le contrat a repris (${who}:who:)`,
  'notice-given': (who) => $localize`${who}:who: a donné le préavis`,
  'notice-cancelled': () => $localize`Le préavis a été annulé d’un commun accord`,
  'agreement-asked': (who) => $localize`${who}:who: a demandé l’accord de l’autre partie`,
  ended: () => $localize`Le contrat a pris fin`,
  completed: () => $localize`Le contrat est accompli`,
  expired: () => $localize`Le contrat est arrivé à son terme`,
  rescinded: (who) => $localize`${who}:who: s’est rétracté·e`,
  'renewal-opened': (who) => $localize`${who}:who: a préparé le renouvellement`,
};

export function eventSentence({ type, by }: ChainEvent, names: Readonly<Record<Party, string>>): string {
  return SENTENCES[type](by === 'clock' ? $localize`l’horloge` : names[by]);
}
