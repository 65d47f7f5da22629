import type { FieldWords } from '../journal-words';

export const CONTEXT_AND_BRIEF = {
  alias: {
    question: 'What code name do you give this opportunity?',
    hint: 'A code name, not the client’s name.',
  },
  source: {
    question: 'How did this request reach you?',
    options: {
      referral_client: 'Client referral',
      referral_peer: 'Peer referral',
      returning: 'Returning client',
      intermediary: 'Firm or platform',
      tender: 'Formal tender',
      inbound: 'Inbound',
      outbound: 'My own prospecting',
      other: 'Other',
    },
  },
  selection_mode: {
    question: 'How will the choice be made?',
    options: {
      single: 'I am the only one asked',
      few: 'A few coaches are met',
      tender: 'Scored tender',
      beneficiary_chooses: 'The beneficiary chooses',
      unknown: 'I do not know',
    },
  },
  competitors_n: { question: 'How many other offers, to your knowledge?' },
  fee: { question: 'What fee are you proposing (ex VAT)?' },
  hours_bid: { question: 'How many hours did this bid take?' },
  open_bids_now: { question: 'How many other opportunities are open today?' },
  brief_verbatim: { question: 'What did the prescriber ask for, in their own words?' },
  need_heard: { question: 'What need did you hear behind the request? On which fact do you rely?' },
  contradictions: {
    question:
      'Which contradictions did you see in the brief? For each: fertile, sterile, or too early to say?',
  },
  echo_tags: {
    question: 'In this exchange, how did you feel treated?',
    options: {
      rushed: 'Rushed',
      tested: 'Tested',
      seduced: 'Charmed',
      ignored: 'Ignored',
      controlled: 'Controlled',
      saviour: 'Cast as saviour',
      interchangeable: 'Interchangeable',
      accomplice: 'Enlisted as ally',
      met: 'Met',
      none: 'Nothing in particular',
    },
  },
  echo_text: { question: 'What did you live that may resemble what is lived inside?' },
  ethics_reserve: {
    question: 'Duty of reserve: how much room does the client’s culture leave for your confidentiality?',
    options: { 0: 'None', 1: 'Little', 2: 'Uncertain', 3: 'Enough', 4: 'Ample' },
  },
  ethics_autonomy: {
    question: 'Autonomy: can the beneficiary truly say yes, no, and choose the goal?',
    options: { 0: 'None', 1: 'Little', 2: 'Uncertain', 3: 'Enough', 4: 'Ample' },
  },
  ethics_parity: {
    question: 'Parity: can they speak with you as an equal?',
    options: { 0: 'None', 1: 'Little', 2: 'Uncertain', 3: 'Enough', 4: 'Ample' },
  },
  walk_away: { question: 'On what condition would you have declined?' },
} as const satisfies Readonly<Record<string, FieldWords>>;
