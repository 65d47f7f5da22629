import type { Words } from './field';

/** Words for parts, values and turns that bid-entry.json names without wording them. */
export const PART_WORDS = {
  'contradictions.nature': { fr: 'Nature', en: 'Nature' },
  'contradictions.nature.fertile': { fr: 'Fertile', en: 'Fertile' },
  'contradictions.nature.sterile': { fr: 'Stérile', en: 'Sterile' },
  'contradictions.nature.unknown': { fr: 'Trop tôt pour le dire', en: 'Too early to say' },
  'alliance_pre.goal': { fr: 'Accord sur le but', en: 'Agreement on the goal' },
  'alliance_pre.way': { fr: 'Accord sur la manière', en: 'Agreement on the way' },
  'alliance_pre.trust': { fr: 'Confiance', en: 'Trust' },
  'alliance_end.goal': { fr: 'Accord sur le but', en: 'Agreement on the goal' },
  'alliance_end.way': { fr: 'Accord sur la manière', en: 'Agreement on the way' },
  'alliance_end.trust': { fr: 'Confiance', en: 'Trust' },
  'experiment.when': { fr: 'Quand…', en: 'When…' },
  'experiment.then': { fr: '…alors je…', en: '…then I will…' },
  'experiment.check_date': { fr: 'J’y reviens le', en: 'I come back to it on' },
  'effects_intended.effect': { fr: 'Effet', en: 'Effect' },
  'effects_intended.sign': { fr: 'À quoi on le verra', en: 'How it will be seen' },
  'effects_intended.asked_or_widened': { fr: 'Demandé ou élargi', en: 'Asked or widened' },
  'effects_intended.asked_or_widened.asked': { fr: 'Demandé', en: 'Asked' },
  'effects_intended.asked_or_widened.widened': { fr: 'Élargi', en: 'Widened' },
  'effects_observed.effect_ref': { fr: 'Effet', en: 'Effect' },
  'effects_observed.level': { fr: 'Observé', en: 'Observed' },
  'effects_observed.seen_by': { fr: 'Vu par', en: 'Seen by' },
  'effects_observed.seen_by.me': { fr: 'Moi', en: 'Me' },
  'effects_observed.seen_by.beneficiary': { fr: 'Le bénéficiaire', en: 'The beneficiary' },
  'effects_observed.seen_by.prescriber': { fr: 'Le prescripteur', en: 'The prescriber' },
  'effects_observed.seen_by.third': { fr: 'Un tiers', en: 'A third party' },
  'effects_observed.when': { fr: 'Quand', en: 'When' },
  'effects_observed.when.end': { fr: 'À la fin', en: 'At the end' },
  'effects_observed.when.plus_6_months': { fr: 'Six mois après', en: 'Six months later' },
  'guard_symmetry.after-win': {
    fr: 'Auriez-vous écrit la même chose si vous aviez perdu ?',
    en: 'Would you have written the same had you lost?',
  },
  'guard_symmetry.yes': { fr: 'Oui', en: 'Yes' },
  'guard_symmetry.no': { fr: 'Non', en: 'No' },
  'competitors_n.unknown': { fr: 'Je ne sais pas', en: 'I do not know' },
  'loci.self': { fr: 'Moi', en: 'Me' },
  'loci.client': { fr: 'Eux', en: 'Them' },
  'loci.other': { fr: 'Les autres', en: 'Others' },
  'loci.between': { fr: 'Entre nous', en: 'Between us' },
  'loci.circumstances': { fr: 'Les circonstances', en: 'Circumstances' },
  'loci.unknown': { fr: 'Je ne sais pas', en: 'I do not know' },
} as const satisfies Readonly<Record<string, Words>>;

/** Words of `field.part` or `field.part.value`. */
export function partWords(path: string): Words | undefined {
  return (PART_WORDS as Readonly<Record<string, Words>>)[path];
}
