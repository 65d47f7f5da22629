import { Component, computed, input } from '@angular/core';
import { encode } from 'uqr';

/** A QR code, drawn as one path: dark on light in both themes, as cameras expect. */
@Component({
  selector: 'visavis-qr-code',
  template: `
    <svg role="img" [attr.aria-label]="label()" [attr.viewBox]="drawn().box" shape-rendering="crispEdges">
      <path [attr.d]="drawn().path" />
    </svg>
  `,
  styles: `
    :host { display: block; inline-size: 13rem; max-inline-size: 100%; }
    svg { display: block; border-radius: var(--radius-small); background: #fff; fill: #000; }
  `,
})
export class QrCode {
  readonly text = input.required<string>();
  readonly label = input.required<string>();
  protected readonly drawn = computed(() => drawQrCode(this.text()));
}

/** @returns `box` for `viewBox`, one unit per module, with the quiet border of four that readers need. */
export function drawQrCode(text: string): { readonly box: string; readonly path: string } {
  const { size, data } = encode(text, { ecc: 'M', border: 4 });
  const path = data
    .flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')))
    .filter(Boolean)
    .join('');
  return { box: `0 0 ${size} ${size}`, path };
}
