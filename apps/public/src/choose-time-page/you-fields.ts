import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { FormState } from '@visavis/booking';
import type { Language } from '@visavis/kernel';
import { phoneCountries } from '../phone/countries';
import { FIELD_MESSAGES, FIELD_NAMES, type FieldErrors } from '../words/field-messages';
import { INTAKE_CHOICES } from '../words/intake-words';
import { YOU_WORDS } from '../words/you-words';

/**
 * Who is calling. Native inputs that nobody writes to: what was typed before the page woke up, or before an
 * error, is still there. `typed` only fills a page that the server renders again.
 */
@Component({
  selector: 'vv-you-fields',
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './you-fields.html',
})
export class YouFields {
  readonly language = input.required<Language>();
  readonly country = input.required<string>();
  readonly practice = input.required<string>();
  readonly privacyPath = input.required<string>();
  /** Who calls, and reads the answers. */
  readonly caller = input.required<string>();
  readonly typed = input.required<FormState['typed']>();
  readonly errors = input.required<FieldErrors>();
  /** The number as far as it is typed, ready to be dialled; empty before. */
  readonly number = input.required<string>();

  protected readonly words = YOU_WORDS;
  protected readonly names = FIELD_NAMES;
  protected readonly errorWords = FIELD_MESSAGES;
  protected readonly intakeChoices = INTAKE_CHOICES;
  protected readonly countries = computed(() => phoneCountries(this.language(), this.country()));
  protected readonly chosenCountry = computed(() => this.typed().phoneCountry ?? this.country());
}
