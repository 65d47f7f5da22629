import { Component, computed, inject } from '@angular/core';
import {
  BLOCK_PLACEHOLDERS,
  CLAUSES,
  CONTRACT_WORDS,
  EXCEPTIONS,
  FORMATS,
  LEGAL_STATUSES,
  PARTIES,
  PLACEHOLDERS,
  PLACES,
  RELATIONSHIPS,
  type Party,
} from '@visavis/supervision';
import { LANGUAGE } from '../../../ui/language';
import { namedCountries } from '../../../practice/practice-page/countries';
import { DraftEditing } from '../draft-editing';
import { DraftField } from '../draft-field/draft-field';
import { RowsField } from '../rows-field/rows-field';
import { TicksField } from '../ticks-field/ticks-field';

const words = CONTRACT_WORDS[LANGUAGE];

function named<Value extends string>(values: readonly Value[], said: Readonly<Record<Value, string>>) {
  return values.map((value) => ({ value, words: sentence(said[value]) }));
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Everything a contract says, section by section, in the order of the document. */
@Component({
  selector: 'visavis-contract-form',
  imports: [DraftField, RowsField, TicksField],
  templateUrl: './contract-form.html',
  styleUrl: './contract-form.scss',
})
export class ContractForm {
  protected readonly editing = inject(DraftEditing);

  protected readonly parties = PARTIES.map((party) => ({
    party,
    title: party === 'supervisor' ? $localize`La partie qui supervise` : $localize`Le ou la coach`,
  }));
  protected readonly legalStatuses = named(LEGAL_STATUSES, words.legalStatus);
  protected readonly capacities = named(['professional', 'consumer'] as const, words.capacity);
  protected readonly formats = named(FORMATS, words.format);
  protected readonly places = named(PLACES, words.place);
  protected readonly exceptions = named(EXCEPTIONS, words.exceptions);
  protected readonly relationships = named(RELATIONSHIPS, words.relationships);
  protected readonly frequencyUnits = [
    { value: 'week', words: $localize`semaine(s)` },
    { value: 'month', words: $localize`mois` },
  ];
  protected readonly terms = [
    { value: 'fixed', words: $localize`Jusqu’à une date` },
    { value: 'package', words: $localize`Un forfait de minutes` },
  ];
  protected readonly feeUnits = [
    { value: 'session', words: $localize`par séance` },
    { value: 'package', words: $localize`pour le forfait` },
  ];
  protected readonly currencies = ['EUR', 'CHF', 'GBP', 'USD'].map((value) => ({ value, words: value }));
  protected readonly vatModes = [
    { value: 'franchise-293b', words: $localize`TVA non applicable, art. 293 B` },
    { value: 'charged', words: $localize`TVA en sus` },
    { value: 'reverse-charge', words: $localize`Autoliquidation` },
    { value: 'not-applicable', words: $localize`Hors du champ de la TVA` },
  ];
  protected readonly declarations = [
    { value: 'none', words: $localize`Aucune autre relation` },
    { value: 'some', words: $localize`Il y en a` },
  ];
  protected readonly sponsorViews = [
    { value: 'nothing', words: $localize`Rien` },
    { value: 'attendance', words: $localize`La présence` },
    { value: 'attendance-and-agreed-themes', words: $localize`La présence et les thèmes convenus` },
  ];
  protected readonly recordings = [
    { value: 'never', words: $localize`Jamais` },
    { value: 'consent-per-session', words: $localize`Avec l’accord des deux, séance par séance` },
  ];
  protected readonly unused = [
    { value: 'refund-pro-rata', words: $localize`Remboursées en proportion` },
    { value: 'forfeit-after-expiry', words: $localize`Perdues à la fin de la validité` },
  ];
  protected readonly countries = namedCountries().map(({ code, name }) => ({ value: code, words: name }));
  protected readonly codeColumns = [
    { name: 'title', label: $localize`Titre du code` },
    { name: 'version', label: $localize`Version` },
    { name: 'link', label: $localize`Adresse (https)` },
  ];
  protected readonly bodyColumns = [
    { name: 'body', label: $localize`Fédération ou organisme` },
    { name: 'level', label: $localize`Niveau (facultatif)` },
  ];
  protected readonly clauses = computed(() =>
    CLAUSES.filter((clause) => clause !== 'amendment' || this.editing.draft().amendment).map((clause) => ({
      path: `clauses.${clause}`,
      title: CONTRACT_WORDS[this.editing.draft().language ?? LANGUAGE].titles[clause],
    })),
  );
  protected readonly variables = [...PLACEHOLDERS, ...BLOCK_PLACEHOLDERS].map((name) => `{{${name}}}`);
  protected readonly termKind = computed(() => this.editing.draft().format?.term?.kind ?? null);
  protected readonly vatCharged = computed(() => this.editing.draft().fees?.vat?.mode === 'charged');
  protected readonly consumer = computed(() => this.editing.draft().parties?.coach?.capacity === 'consumer');
  protected readonly sponsored = computed(() => Boolean(this.editing.draft().confidentiality?.sponsor));

  protected declares(party: Party): boolean {
    return this.editing.draft().relationships?.[party]?.declares === 'some';
  }

  protected chooseTerm(kind: string): void {
    this.editing.set('format.term', kind ? { kind } : null);
  }

  protected chooseVat(mode: string): void {
    const rateBp = mode === 'charged' ? (this.editing.draft().fees?.vat?.rateBp ?? 2000) : null;
    this.editing.set('fees.vat', { mode: mode || null, rateBp });
  }

  protected chooseCapacity(capacity: string): void {
    this.editing.set('parties.coach.capacity', capacity || null);
    this.editing.set('consumer', capacity === 'consumer' ? (this.editing.draft().consumer ?? {}) : null);
  }

  protected declare(party: Party, declares: string): void {
    const items = declares === 'some' ? (this.editing.draft().relationships?.[party]?.items ?? []) : [];
    this.editing.set(`relationships.${party}`, { declares: declares || null, items });
  }

  protected toggleSponsor(event: Event): void {
    this.editing.set('confidentiality.sponsor', (event.target as HTMLInputElement).checked ? {} : null);
  }
}
