import { BID_FIELDS, type FieldId, fieldOf, suitsOutcome } from '../fields/all-fields';
import type { Field } from '../fields/field';
import type { BidEntry } from '../entry/entry-document';

/** Of the time before its decision, a bid entered from memory is asked nothing but these. */
const REMEMBERED: readonly string[] = ['brief_verbatim', 'stance'];
/** What a bid that was declined was never given. */
const NOT_WHEN_DECLINED: readonly string[] = ['p_win', 'p_win_other', 'p_effect'];
const THEIR_REASON: readonly string[] = ['client_reason_verbatim', 'client_reason_code', 'reason_source'];

/** Whether a question has its place in this entry as it stands; what was answered before stays stored. */
export function isAsked(entry: BidEntry, id: FieldId): boolean {
  const field = fieldOf(id);
  const { outcome, stance } = entry.answers;
  if (entry.fromMemory && isOfTheTimeBefore(field)) return REMEMBERED.includes(id);
  if (NOT_WHEN_DECLINED.includes(id) && (outcome === 'declined' || stance === 'declined')) return false;
  if (THEIR_REASON.includes(id) && outcome === 'declined') return false;
  return suitsOutcome(field, outcome);
}

export function fieldsAsked(entry: BidEntry): readonly Field[] {
  return BID_FIELDS.filter(({ id }) => isAsked(entry, id));
}

function isOfTheTimeBefore({ id, stage }: Field): boolean {
  return stage === 'B_brief' || stage === 'C_stance' || id === 'open_bids_now';
}

/** Reasons of theirs wait for one's own. */
export function isTheirReason(id: FieldId): boolean {
  return THEIR_REASON.includes(id);
}
