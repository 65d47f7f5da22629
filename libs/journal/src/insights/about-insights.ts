/** What each insight is called, counts from and waits for, as in bid-entry.json. */
export const INSIGHTS = [
  {
    id: 'I1',
    name: { fr: 'Ma part d’offres retenues', en: 'My share of won bids' },
    formula:
      'k = won, n = won + lost (no_decision, withdrawn, declined shown apart). Wilson 95 %: (p̂ + z²/2n ± z√(p̂(1−p̂)/n + z²/4n²)) / (1 + z²/n), z = 1.96',
    min_n: { counts: 1, interval: 5, sentence: 10 },
    show: 'n<5: only “k sur n”. 5–9: interval bar, no percentage. ≥10: percentage with interval.',
    note: 'Width at p=.3: n=5 .12–.77; 10 .11–.60; 20 .15–.52; 30 .17–.48 (computed).',
    core: true,
  },
  {
    id: 'I2',
    name: { fr: 'De quoi vivre', en: 'Enough to live from' },
    formula:
      'K = ceil((target − secured fees) / median(fee of open bids)); m open bids. Beta-binomial predictive P(X ≥ K) = Σ_{x≥K} C(m,x)·B(a+x, b+m−x)/B(a,b), a = 1/2 + won, b = 1/2 + lost. Range reported over the Wilson bounds; the coach’s own p_win gives a second figure (Poisson-binomial).',
    min_n: { decided: 8, open: 1 },
    show: '“Entre 3 et 7 chances sur 10 d’atteindre…” never one number; target and secured fees stay on the device.',
    core: true,
  },
  {
    id: 'I3',
    name: {
      fr: 'Mes pronostics : trop confiants, trop prudents, justes ?',
      en: 'My forecasts: too confident, too cautious, right?',
    },
    formula:
      'D = mean(p − y); z = Σ(p_i − y_i) / √Σ p_i(1−p_i) on sealed p_win of won/lost bids. Verdict if |z| > 1.96.',
    min_n: { show_direction: 10, verdict: 20, curve: 40 },
    show: 'n<10: dots only. Calibration curve only at ≥40 with ≤4 bins of ≥10, Wilson bars.',
    note: 'Simulated power (one-sided 5 %): bias +.25 → 80 % at n=20; bias +.15 → 42 % at 20, 73 % at 50, 89 % at 80.',
    core: true,
  },
  {
    id: 'I4',
    name: {
      fr: 'Mes pronostics valent-ils mieux que ma moyenne ?',
      en: 'Do my forecasts beat my own average?',
    },
    formula:
      'BS = mean((p−y)²); BS_ref with leave-one-out base rate r_{−i}; skill = 1 − BS/BS_ref; 90 % percentile bootstrap (2000, seeded).',
    min_n: { any: 20 },
    show: 'Interval first; “on ne peut pas dire” when it contains 0. No decomposition into reliability/resolution below 100.',
    note: 'For a calibrated forecaster BS ranges .15–.27 (5–95 %) at n=20.',
    core: false,
  },
  {
    id: 'I5',
    name: { fr: 'Répondre à la lettre ou élargir : être choisi', en: 'As asked or widened: being chosen' },
    formula:
      'Two groups of stance (as_asked vs widened_*; questioned apart). θ_g ~ Beta(½+won_g, ½+lost_g); P(θ_a > θ_w) by seeded Monte-Carlo 20 000; difference with 90 % interval.',
    min_n: { each_group: 8 },
    show: 'P between .10 and .90: “rien ne permet de trancher”. Confounders (source, money_pressure) listed beside.',
    note: 'With n=8 per group and true .5 vs .2, detection is only ~51 %; equal rates still give P>.9 or <.1 in ~20 %.',
    core: true,
  },
  {
    id: 'I6',
    name: { fr: 'Le prix de l’élargissement', en: 'The price of widening' },
    formula:
      'Per stance g: V_g = P(win)_g × P(effects reached | won)_g, product of two Beta posteriors (Monte-Carlo); compared with the coach’s own sealed p_win·p_effect and p_win_other.',
    min_n: { decided_each: 8, followed_up_won_each: 4 },
    show: 'Two bars (chosen / mission reached) and their product with interval. Below the minimum: the coach’s own stated figures only, labelled “ce que vous croyez”.',
    core: true,
  },
  {
    id: 'I7',
    name: { fr: 'À qui j’attribue : pertes et gains', en: 'Where I put the cause: losses and wins' },
    formula:
      's_i = share of attribution on locus “self”. Index = mean(s | won) − mean(s | lost); >0 self-serving, <0 self-blaming. 90 % bootstrap. Also mean of “unknown”.',
    min_n: { lost: 6, won: 4 },
    show: 'Two stacked bars, one neutral sentence; reference: self-serving bias is general (meta-analytic d = .96), so a positive value is human, not a fault.',
    core: true,
  },
  {
    id: 'I8',
    name: { fr: 'Ma raison et la leur', en: 'My reason and theirs' },
    formula:
      'k = #(my_guess_reason = client_reason_code), n = entries with both and reason_source ∈ {spoken, written}; Wilson. Plus “je l’ai demandé dans x cas sur y”.',
    min_n: { any: 6 },
    show: 'Counts always; encourages asking, never grades.',
    core: true,
  },
  {
    id: 'I9',
    name: { fr: 'L’hypothèse de l’année', en: 'The hypothesis of the year' },
    formula:
      'ONE pre-declared signal X (ethics_*, alliance_pre, echo tag, source, proposal_skill…) split at its anchor; θ_hi, θ_lo Beta posteriors; P(θ_hi>θ_lo) on entries dated AFTER the declaration only.',
    min_n: { each_group: 8, after_declaration: true },
    show: 'All other signals: raw counts, no verdict, with the reason why.',
    note: 'Testing 8 signals at the 80 % level gives 83 % chance of at least one false “pattern” (1−.8⁸).',
    core: true,
  },
  {
    id: 'I10',
    name: { fr: 'Contradictions fertiles ou stériles', en: 'Fertile or sterile contradictions' },
    formula:
      'Counts by worst nature declared before outcome × (won, lost, no_decision) and, for won, share of effects at level ≥3. Counts; Wilson per row.',
    min_n: { each_row: 5 },
    show: 'Small table; bars from 5.',
    core: false,
  },
  {
    id: 'I11',
    name: { fr: 'Mes missions gagnées ont-elles tenu ?', en: 'Did my won missions hold?' },
    formula:
      'E_j = share of intended effects with level ≥3 in mission j; mean with cluster bootstrap over missions; split by seen_by (me only / others). Also calibration of p_effect: z as I3 with y = 1[E_j ≥ ½].',
    min_n: { missions: 5, calibration: 20 },
    show: '“Jugé par vous seul” hatched. A won bid without follow-up after 90 days is shown as unknown, never as success.',
    core: true,
  },
  {
    id: 'I11b',
    name: { fr: 'Accord plutôt que mérite', en: 'Fit rather than merit' },
    formula:
      'Mean attribution shares by locus (self, client, other, between, circumstances, unknown), Dirichlet posterior α = ½ + Σ shares/100; last 12 months vs before.',
    min_n: { any: 6, trend_each: 8 },
    show: 'One stacked bar with interval whiskers.',
    core: true,
  },
  {
    id: 'I12',
    name: { fr: 'Tenir sans s’accrocher', en: 'Focus without clinging' },
    formula:
      'Median attachment by number of open bids (0–1, 2–3, 4+); Kendall τ-b with permutation p (seeded). Open loops = entries closed ≠ “closed” 60 days after outcome.',
    min_n: { tau: 12, open_loops: 1 },
    show: 'Dots; list of open loops with “reprendre” / “poser”.',
    core: true,
  },
  {
    id: 'I13',
    name: { fr: 'Ce que coûte de répondre', en: 'What bidding costs' },
    formula: 'Median and quartiles of hours_bid for won / lost / no_decision; hours per won = Σ hours / won.',
    min_n: { each: 5 },
    show: 'Never converted into an hourly “loss”.',
    core: false,
  },
  {
    id: 'I14',
    name: { fr: 'Du chaud au froid', en: 'From hot to cold' },
    formula: 'Paired differences cold − hot per emotion; median; exact sign test.',
    min_n: { pairs: 6 },
    show: 'Private margin only; cannot be shared.',
    core: false,
  },
  {
    id: 'I15',
    name: { fr: 'Essais tenus', en: 'Trials kept' },
    formula: 'k done / n due experiments; Wilson; list of “done_useful”.',
    min_n: { any: 5 },
    show: 'No streak, no score.',
    core: true,
  },
] as const;

export type InsightId = (typeof INSIGHTS)[number]['id'];
