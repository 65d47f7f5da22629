/** The words of a subject stand in plain constants, not in templates: Angular's i18n blocks would cost the browser 8 kB. */
export const FRAME_WORDS = {
  skip: $localize`:@@frame.skip:Aller au contenu`,
  privacy: $localize`:@@frame.privacy:Confidentialité et mentions légales`,
};
