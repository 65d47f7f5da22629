import { ChangeDetectionStrategy, Component, computed, input, output, signal } from '@angular/core';
import type { Language } from '@visavis/kernel';
import { allZones, COMMON_ZONES, zoneWords } from '../times/zones';
import { LIST_WORDS } from '../words/times-words';

/**
 * Says in whose time the list is, and lets it be changed. Without scripts the choice belongs to a small form of
 * its own (`formId`), which asks the server for the page again.
 */
@Component({
  selector: 'vv-zone-choice',
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './zone-choice.html',
})
export class ZoneChoice {
  protected readonly words = LIST_WORDS;

  readonly language = input.required<Language>();
  readonly zone = input.required<string>();
  readonly supervisorZone = input.required<string>();
  /** False while both clocks show the same. */
  readonly differs = input.required<boolean>();
  readonly formId = input.required<string>();
  readonly awake = input.required<boolean>();
  readonly zoneChange = output<string>();

  private readonly opened = signal(false);
  protected readonly zones = computed(() => {
    const always = [this.zone(), this.supervisorZone()];
    return this.opened() ? allZones(...always) : [...new Set([...COMMON_ZONES, ...always])].sort();
  });
  protected readonly here = computed(() => zoneWords(this.language(), this.zone()));
  protected readonly there = computed(() => zoneWords(this.language(), this.supervisorZone()));

  /** The long list is made only for who asks for it. */
  protected listAllZones(): void {
    this.opened.set(true);
  }

  protected changeZone(event: Event): void {
    this.zoneChange.emit((event.target as HTMLSelectElement).value);
  }

  protected readonly readable = (zone: string) => zone.replaceAll('_', ' ').replaceAll('/', ' – ');
}
