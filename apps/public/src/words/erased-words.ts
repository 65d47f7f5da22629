export const ERASED_WORDS = {
  title: $localize`:@@erased.title:Vos données sont effacées`,
  lead: $localize`:@@erased.lead:Votre nom, votre adresse, votre numéro et vos réponses ne sont plus chez nous. S’il restait un rendez-vous, il est annulé.`,
  again: $localize`:@@erased.again:Voir les horaires`,
};
