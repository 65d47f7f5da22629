import type { Field } from './field';

/** Values and places (`loci`) are the same after a loss and after a win; only the words turn. */
export const ATTRIBUTION = {
  id: 'attribution',
  stage: 'F_cold',
  type: 'allocation',
  required: true,
  share: 'core',
  question: {
    fr: 'Répartissez 100 points entre ces explications. Au moins deux, et « je ne sais pas » compte.',
    en: 'Spread 100 points over these explanations. At least two, and “I do not know” counts.',
  },
  why: '“Who deserved whom” turned into shares of fit: prevents one-cause stories; measures self-serving AND self-blaming drift. Asked after wins too.',
  feeds: ['I7', 'I11b'],
  options: [
    {
      value: 'too_early',
      fr: 'Juste trop tôt, ou pas assez pédagogue (moi)',
      en: 'Right too early, or not pedagogical enough (me)',
    },
    {
      value: 'not_skilful',
      fr: 'Proposition pas assez habile (moi)',
      en: 'Proposal not skilful enough (me)',
    },
    {
      value: 'too_skilful',
      fr: 'Proposition trop habile, effrayante (moi)',
      en: 'Proposal too skilful, frightening (me)',
    },
    {
      value: 'not_seeing',
      fr: 'Le client n’a pas vu le changement proposé (eux)',
      en: 'Client could not see the change on offer (them)',
    },
    {
      value: 'not_ready',
      fr: 'Pas prêts à se remettre en question (eux)',
      en: 'Not ready to question themselves (them)',
    },
    {
      value: 'better_fit',
      fr: 'Simplement une meilleure offre, ou un coach mieux accordé (autre)',
      en: 'Simply a better offer or a better-fit coach (other)',
    },
    {
      value: 'cultures',
      fr: 'Des cultures qui ne s’accordent pas (entre nous)',
      en: 'Cultures that do not match (between us)',
    },
    {
      value: 'alliance',
      fr: 'L’alliance avec le prescripteur (entre nous)',
      en: 'The alliance with the prescriber (between us)',
    },
    {
      value: 'circumstances',
      fr: 'Budget, calendrier, décision interne (circonstances)',
      en: 'Budget, timing, internal decision (circumstances)',
    },
    { value: 'unknown', fr: 'Je ne sais pas', en: 'I do not know' },
  ],
  models: ['Weiner attribution', 'Article: qui méritait qui'],
  winOptions: [
    {
      value: 'too_early',
      fr: 'J’ai su être pédagogue, au bon moment (moi)',
      en: 'I was pedagogical, at the right time (me)',
    },
    { value: 'not_skilful', fr: 'Une proposition habile (moi)', en: 'A skilful proposal (me)' },
    {
      value: 'too_skilful',
      fr: 'Une audace qui n’a pas effrayé (moi)',
      en: 'A boldness that did not frighten (me)',
    },
    {
      value: 'not_seeing',
      fr: 'Le client a vu le changement proposé (eux)',
      en: 'The client saw the change on offer (them)',
    },
    {
      value: 'not_ready',
      fr: 'Ils étaient prêts à se remettre en question (eux)',
      en: 'They were ready to question themselves (them)',
    },
    {
      value: 'better_fit',
      fr: 'Peu ou pas d’autre offre accordée (autres)',
      en: 'Few or no better-fit offers (others)',
    },
    {
      value: 'cultures',
      fr: 'Des cultures qui s’accordent (entre nous)',
      en: 'Cultures that match (between us)',
    },
    {
      value: 'alliance',
      fr: 'L’alliance avec le prescripteur (entre nous)',
      en: 'The alliance with the prescriber (between us)',
    },
    {
      value: 'circumstances',
      fr: 'Le moment, le budget, la chance (circonstances)',
      en: 'Timing, budget, luck (circumstances)',
    },
    { value: 'unknown', fr: 'Je ne sais pas', en: 'I do not know' },
  ],
  loci: {
    self: ['too_early', 'not_skilful', 'too_skilful'],
    client: ['not_seeing', 'not_ready'],
    other: ['better_fit'],
    between: ['cultures', 'alliance'],
    circumstances: ['circumstances'],
    unknown: ['unknown'],
  },
  rules: [
    'sum = 100',
    'at least 2 options > 0',
    'for a win, winOptions replace options (same values and loci)',
  ],
} as const satisfies Field;
