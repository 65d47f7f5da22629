import { DOCUMENT } from '@angular/common';
import { Component, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatCheckbox } from '@angular/material/checkbox';
import { Session } from '../../shell/session';
import { Icon } from '../../ui/icon';

/** Ten codes, shown once: one goes on only after saying that they are kept. */
@Component({
  selector: 'visavis-recovery-codes',
  imports: [Icon, MatButton, MatCheckbox],
  templateUrl: './recovery-codes.html',
  styleUrl: './recovery-codes.scss',
})
export class RecoveryCodes {
  readonly #document = inject(DOCUMENT);
  readonly #session = inject(Session);

  readonly codes = input.required<readonly string[]>();
  readonly kept = output();

  protected readonly keptThem = signal(false);
  protected readonly done = signal('');

  protected async copy(): Promise<void> {
    await navigator.clipboard.writeText(this.#sheet());
    this.done.set($localize`Copiés dans le presse-papiers`);
  }

  /** Only the codes go to paper: the page around them stays out of it. */
  protected print(): void {
    const paper = this.#document.createElement('pre');
    paper.className = 'paper';
    paper.textContent = this.#sheet();
    this.#document.body.append(paper);
    window.print();
    paper.remove();
  }

  protected download(): void {
    const address = URL.createObjectURL(new Blob([this.#sheet()], { type: 'text/plain;charset=utf-8' }));
    const link = this.#document.createElement('a');
    link.href = address;
    link.download = 'visavis-codes.txt';
    link.click();
    URL.revokeObjectURL(address);
    this.done.set($localize`Téléchargés`);
  }

  protected goOn(): void {
    if (this.keptThem()) this.kept.emit();
  }

  #sheet(): string {
    const of = this.#session.who()?.email ?? '';
    return [$localize`Visavis, codes de secours de ${of}:address:`, '', ...this.codes(), ''].join('\n');
  }
}
