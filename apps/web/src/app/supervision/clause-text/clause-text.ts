import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, input } from '@angular/core';
import { parseClause } from '@visavis/supervision';

/** A clause as it reads, drawn from the same tree as the PDF: there is no HTML in it to let in. */
@Component({
  selector: 'visavis-clause-text',
  imports: [NgTemplateOutlet],
  templateUrl: './clause-text.html',
  styleUrl: './clause-text.scss',
})
export class ClauseText {
  readonly markdown = input.required<string>();
  protected readonly blocks = computed(() => parseClause(this.markdown()));
}
