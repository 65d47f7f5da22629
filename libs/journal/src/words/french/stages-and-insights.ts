export const STAGE_NAMES = {
  A_context: 'Le contexte',
  B_brief: 'La demande',
  C_stance: 'Ma posture et mon pronostic',
  D_outcome: 'La décision',
  E_hot: 'À chaud',
  F_cold: 'À froid',
  G_won: 'La mission',
  H_second: 'Relecture',
} as const;

export const INSIGHT_NAMES = {
  I1: 'Ma part d’offres retenues',
  I2: 'De quoi vivre',
  I3: 'Mes pronostics : trop confiants, trop prudents, justes ?',
  I4: 'Mes pronostics valent-ils mieux que ma moyenne ?',
  I5: 'Répondre à la lettre ou élargir : être choisi',
  I6: 'Le prix de l’élargissement',
  I7: 'À qui j’attribue : pertes et gains',
  I8: 'Ma raison et la leur',
  I9: 'L’hypothèse de l’année',
  I10: 'Contradictions fertiles ou stériles',
  I11: 'Mes missions gagnées ont-elles tenu ?',
  I11b: 'Accord plutôt que mérite',
  I12: 'Tenir sans s’accrocher',
  I13: 'Ce que coûte de répondre',
  I14: 'Du chaud au froid',
  I15: 'Essais tenus',
} as const;

export const SIGNAL_NAMES = {
  ethics_reserve: 'Devoir de réserve',
  ethics_autonomy: 'Autonomie du bénéficiaire',
  ethics_parity: 'Parité',
  alliance_pre: 'Alliance avec le prescripteur',
  proposal_skill: 'Habileté de la proposition',
  source: 'Source de la demande',
  selection_mode: 'Mode de choix',
  echo_tags: 'Comment j’ai été traité',
} as const;
