const ETHICS =
  'One of the three conditions of ethical coaching; rated before the outcome so that “they had no room for coaching” cannot be invented after a loss.';
const HOT =
  'Paired with the same item in the cold review; contempt and shame are the two guard-rails (disguising failure / self-blame).';
const COLD = 'Pair of the hot item.';

/** Why each question is asked, as in bid-entry.json. */
export const WHY_ASKED = {
  alias:
    'A pseudonym keeps the client’s name out even of the coach’s own screen, export and supervision room; the real name may go in the margin.',
  source: 'Base rates differ most by source; needed before any other comparison.',
  selection_mode: 'Separates a chemistry meeting from a price grid: different games, different base rates.',
  competitors_n:
    'Gives the naive reference 1/(n+1) to compare with the stated probability (base-rate neglect).',
  fee: 'Feeds “enough bids won to live from”, never a measure of worth.',
  hours_bid: 'Cost of bidding, and of bidding for a client one should have declined.',
  open_bids_now:
    'Context of clinging: a single open bid weighs differently from six. Pre-filled from the journal, editable.',
  brief_verbatim:
    'Verbatim first: separates what was said from what was inferred (ladder of inference, rung 1).',
  need_heard:
    'The real need is an inference; it must carry its evidence, to be confronted later with the mission.',
  contradictions:
    'A fertile contradiction can be worked on with the client; a sterile one makes any answer wrong. Judged before the outcome, so it can be tested.',
  echo_tags: 'Systemic echo: what the coach lives at the door often resembles what people live inside.',
  echo_text: 'Keeps the echo as a hypothesis, in the coach’s own words.',
  ethics_reserve: ETHICS,
  ethics_autonomy: ETHICS,
  ethics_parity: ETHICS,
  walk_away: 'A threshold written in advance; makes “cling to none” observable.',
  stance:
    'The central variable: answer as asked and perhaps fail the mission, or widen and perhaps not be chosen.',
  stance_why: 'Double-loop question: names the governing value instead of only the act.',
  alliance_pre: 'Alliance is the rival explanation to merit; three items, mean used.',
  proposal_skill: 'Bipolar on purpose: failing by excess is a distinct cause.',
  p_win:
    'Sealed before the outcome (revision hash + signature): the only cure for hindsight; basis of calibration.',
  p_win_other:
    'Makes the perceived price of widening explicit; compared later with observed rates, never scored individually.',
  p_effect: 'Second forecast: wins are judged too. Scored from the follow-up.',
  premortem_lost:
    'Premortem: reasons are written while they cost nothing; compared with reasons written after.',
  premortem_won_failed: 'Symmetric premortem: the second half of the dilemma.',
  attachment: '“Focus on each, cling to none”: observed, not graded.',
  money_pressure:
    'Names the economic constraint instead of moralising it; rival cause of answering as asked.',
  outcome: 'Five distinct endings; “no decision” and “withdrawn” must never be counted as losses.',
  outcome_date: 'Delays; triggers the cold review at +7 days.',
  my_guess_reason:
    'Asked BEFORE the client’s reason, then sealed: measures how well the coach reads the client.',
  client_reason_verbatim: 'The buyer’s own words; self-reported loss reasons are the least reliable source.',
  client_reason_code: 'Same list as my_guess_reason, so agreement can be counted.',
  reason_source: 'Evidence grade: a phone call is not a form e-mail is not a guess.',
  chosen_kind: '“Simply a better offer” must be a possible, unashamed answer.',
  hot_free:
    'Expressive writing works when uncensored; therefore stored in the private margin, which has no share route at all.',
  hot_sadness: HOT,
  hot_anger: HOT,
  hot_contempt: HOT,
  hot_shame: HOT,
  hot_relief: HOT,
  hot_joy: HOT,
  camera: 'Facts before meaning (ladder of inference; AAR “what happened”).',
  inference: 'Forces at least one rival explanation.',
  attribution:
    '“Who deserved whom” turned into shares of fit: prevents one-cause stories; measures self-serving AND self-blaming drift. Asked after wins too.',
  fit_reframe: 'Reframes merit into fit and alliance.',
  guard_spite: 'Guard against disguising failure as success.',
  guard_symmetry:
    'Symmetry test: cheap and effective against both biases; also asked, mirrored, after a win.',
  guard_selfblame: 'Guard against self-blame.',
  client_voice: 'Perspective-taking; compared with client_reason_verbatim when it comes.',
  well_done: 'Separates decision quality from outcome; AAR on successes as well as failures.',
  rule_held: 'Double loop: question the governing variable, not only the action.',
  experiment:
    'Implementation intention; makes learning checkable (Kolb active experimentation; Driscoll Now what).',
  keep: 'Protects practice from over-correction after one case (n = 1).',
  closed: 'Letting go is a state, not a mood: open loops are counted.',
  supervision_q: 'Turns the entry into material; proposes (never triggers) sharing of this entry only.',
  cold_sadness: COLD,
  cold_anger: COLD,
  cold_contempt: COLD,
  cold_shame: COLD,
  cold_relief: COLD,
  cold_joy: COLD,
  effects_intended: 'Fixed at kick-off, before results; otherwise any result becomes a success.',
  effects_observed: 'Outcome of the mission, with its evidence source; self-judged only is flagged.',
  effects_unexpected: 'Harm and by-products; missing from contract-only evaluation.',
  need_confirmed: 'Tests need_heard: was the coach right, or only early?',
  brief_moved: 'Was widening possible after the signature? Middle way of the dilemma.',
  alliance_end: 'Pair of alliance_pre.',
  would_accept_again: 'Decision quality after the fact; a won bid can be one too many.',
  ethics_kept: 'Checks the ethical room rated beforehand.',
  second_look: 'Look-back dated by outcome, not by calendar anniversary; hindsight is labelled as such.',
  experiment_done: 'Closes the loop.',
} as const;
