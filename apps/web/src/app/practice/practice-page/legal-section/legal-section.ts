import { Component } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { LegalMentions } from '@visavis/practice';
import { PracticeSection } from '../practice-section';

/** Who a contract names. */
@Component({
  selector: 'visavis-legal-section',
  imports: [MatButton],
  templateUrl: './legal-section.html',
  styleUrl: '../practice-page.scss',
})
export class LegalSection extends PracticeSection {
  protected sirenWords(): string {
    return this.wrong()['legal.siren'] === 'invalid'
      ? $localize`Ces chiffres ne forment pas un SIREN. Il en a neuf, le dernier vérifie les autres.`
      : this.wordsFor('legal.siren');
  }

  protected type(change: Partial<LegalMentions>): void {
    this.changed.emit({ legal: { ...this.typed().legal, ...change } });
  }

  protected typeInsurance(change: Partial<NonNullable<LegalMentions['insurance']>>): void {
    const { insurance } = this.typed().legal;
    if (insurance) this.type({ insurance: { ...insurance, ...change } });
  }

  protected addInsurance(): void {
    if (!this.locked()) this.type({ insurance: { company: '', policy: '', validUntil: '' } });
  }
}
