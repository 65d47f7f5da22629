import type { FieldWords } from '../journal-words';

export const DECISION_AND_HOT = {
  outcome: {
    question: 'What was decided?',
    options: {
      won: 'Won',
      lost: 'Lost',
      no_decision: 'Abandoned / no decision',
      withdrawn: 'I withdrew',
      declined: 'I declined before answering',
    },
  },
  outcome_date: { question: 'When did you learn it?' },
  my_guess_reason: {
    question: 'Before hearing their reason: in your view, which mattered most?',
    options: {
      price: 'Price',
      fit_person: 'Better-fit coach',
      better_offer: 'Better offer',
      understanding: 'Need not shared',
      timing_budget: 'Timing or budget',
      internal: 'Internal politics',
      network: 'Existing relationship',
      approach: 'Approach, method',
      trust_alliance: 'Alliance, trust',
      unknown: 'I do not know',
    },
  },
  client_reason_verbatim: { question: 'What did they say, in their own words?' },
  client_reason_code: { question: 'Which reason does it match?' },
  reason_source: {
    question: 'Where do you have this reason from?',
    options: {
      spoken: 'Conversation with the decider',
      written: 'Written message',
      third: 'A third party',
      none: 'Nothing received',
    },
  },
  chosen_kind: {
    question: 'If another offer was chosen, what do you know of it?',
    options: {
      cheaper: 'Cheaper',
      simpler: 'Simpler, closer to the request',
      known: 'Already known to them',
      bigger: 'Larger firm',
      internal: 'Internal resource',
      unknown: 'Nothing',
    },
  },
  hot_free: {
    question: 'Fifteen minutes, without re-reading: what you really feel and think about this decision.',
  },
  hot_sadness: { question: 'Sadness (hot)' },
  hot_anger: { question: 'Anger (hot)' },
  hot_contempt: { question: 'Contempt or spite (hot)' },
  hot_shame: { question: 'Shame (hot)' },
  hot_relief: { question: 'Relief (hot)' },
  hot_joy: { question: 'Joy (hot)' },
} as const satisfies Readonly<Record<string, FieldWords>>;
