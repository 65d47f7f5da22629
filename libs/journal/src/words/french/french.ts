import type { JournalWords } from '../journal-words';
import { COLD } from './cold';
import { CONTEXT_AND_BRIEF } from './context-and-brief';
import { DECISION_AND_HOT } from './decision-and-hot';
import { FREE } from './free';
import { MISSION } from './mission';
import { PARTS } from './parts';
import { INSIGHT_NAMES, SIGNAL_NAMES, STAGE_NAMES } from './stages-and-insights';
import { STANCE } from './stance';
import { WHY_ASKED } from './why-asked';

export const FRENCH: JournalWords = {
  language: 'fr',
  fields: { ...CONTEXT_AND_BRIEF, ...STANCE, ...DECISION_AND_HOT, ...COLD, ...MISSION, ...FREE },
  why: WHY_ASKED,
  parts: PARTS,
  stages: STAGE_NAMES,
  insights: INSIGHT_NAMES,
  signals: SIGNAL_NAMES,
};
