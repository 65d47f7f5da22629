import type { BidEntry } from '../entry/entry-document';
import { isEmpty } from '../entry/answers';
import type { CoreFieldId, FieldId } from './all-fields';

/** Which earlier answers a question looks back at: bid-entry.json says so in its reasons. */
const RECALLED: Partial<Record<FieldId, readonly CoreFieldId[]>> = {
  attribution: ['premortem_lost'],
  client_voice: ['client_reason_verbatim'],
  need_confirmed: ['need_heard'],
  effects_unexpected: ['premortem_won_failed'],
  alliance_end: ['alliance_pre'],
  would_accept_again: ['walk_away'],
  ethics_kept: ['ethics_reserve', 'ethics_autonomy', 'ethics_parity'],
  experiment_done: ['experiment'],
};

/** Cannot be answered without what they look back at; to all others one writes first, and compares then. */
const NEEDS_IT: readonly FieldId[] = ['need_confirmed', 'experiment_done'];

export interface Recalled {
  readonly ids: readonly CoreFieldId[];
  /** Shown at once, not only to whoever asks. */
  readonly isNeeded: boolean;
}

/** What was answered before and belongs beside this question now. */
export function recalledFor({ answers }: Pick<BidEntry, 'answers'>, id: FieldId): Recalled {
  // What was feared of a loss explains no win.
  const isMoot = id === 'attribution' && answers.outcome === 'won';
  const ids = isMoot ? [] : (RECALLED[id] ?? []);
  return { ids: ids.filter((each) => !isEmpty(answers[each])), isNeeded: NEEDS_IT.includes(id) };
}
