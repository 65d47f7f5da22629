import { Component, computed } from '@angular/core';
import type { Language } from '@visavis/kernel';
import { ACCENTS, type Accent, type PracticeWish } from '@visavis/practice';
import { LANGUAGE } from '../../../ui/language';
import { PracticeSection } from '../practice-section';

const ACCENT_WORDS: Record<Accent, string> = {
  lagoon: $localize`Lagune`,
  forest: $localize`Forêt`,
  plum: $localize`Prune`,
  indigo: $localize`Indigo`,
  brick: $localize`Brique`,
  slate: $localize`Ardoise`,
};

/** Colour, motto and languages, with what visitors will see while one chooses. */
@Component({
  selector: 'visavis-branding-section',
  templateUrl: './branding-section.html',
  styleUrl: './branding-section.scss',
})
export class BrandingSection extends PracticeSection {
  protected readonly accents = ACCENTS.map((value) => ({ value, words: ACCENT_WORDS[value] }));
  protected readonly languages = [
    { code: 'fr', name: $localize`en français` },
    { code: 'en', name: $localize`en anglais` },
  ] as const;
  protected readonly languageChoices = [
    { value: 'fr,en', words: $localize`Français, puis anglais` },
    { value: 'en,fr', words: $localize`Anglais, puis français` },
    { value: 'fr', words: $localize`Français seulement` },
    { value: 'en', words: $localize`Anglais seulement` },
  ];
  protected readonly motto = computed(() => this.typed().motto[LANGUAGE]);
  protected readonly previewLabel = computed(
    () => $localize`Aperçu de la page en ${ACCENT_WORDS[this.typed().accent]}:colour:`,
  );

  protected typeMotto(language: Language, event: Event): void {
    this.changed.emit({ motto: { ...this.typed().motto, [language]: this.valueOf(event) } });
  }

  protected chooseLanguages(event: Event): void {
    this.changed.emit({ languages: this.valueOf(event).split(',') as PracticeWish['languages'] });
  }
}
