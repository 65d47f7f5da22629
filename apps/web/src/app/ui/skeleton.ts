import { Component, computed, input } from '@angular/core';

/** The place of something that is on its way, so that nothing jumps when it arrives. */
@Component({
  selector: 'visavis-skeleton',
  template: `
    <span class="visually-hidden" role="status" i18n>Ouverture…</span>
    @for (line of lengths(); track $index) {
      <span class="line" aria-hidden="true" [style.inline-size.%]="line"></span>
    }
  `,
  styles: `
    :host { display: grid; gap: var(--space-3); padding-block: var(--space-3); }
    .line {
      block-size: 1rem;
      border-radius: var(--radius-small);
      background: var(--color-line);
      animation: breathe 1.6s ease-in-out infinite alternate;
    }
    @keyframes breathe { to { opacity: 0.45; } }
    @media (prefers-reduced-motion: reduce) { .line { animation: none; } }
  `,
})
export class Skeleton {
  readonly lines = input(3);
  protected readonly lengths = computed(() =>
    Array.from({ length: this.lines() }, (_, index) => [92, 78, 85, 64][index % 4]),
  );
}
