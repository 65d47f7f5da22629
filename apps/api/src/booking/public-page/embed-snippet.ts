import type { Language } from '@visavis/kernel';

export interface EmbedWish {
  /** Origin from configuration, without a slash at the end. */
  readonly publicUrl: string;
  readonly practice: string;
  /** Left out: whoever is free first. */
  readonly supervisor?: string;
  readonly language: Language;
}

/** The one line for the practice's own web site. */
export function embedSnippet({ publicUrl, practice, supervisor, language }: EmbedWish): string {
  const attributes = Object.entries({ practice, supervisor, lang: language }).filter(
    ([, value]) => value !== undefined,
  );
  const written = attributes.map(([name, value]) => `${name}="${quoted(value ?? '')}"`).join(' ');
  return `<script async src="${quoted(publicUrl)}/embed.js"></script><visavis-booking ${written}></visavis-booking>`;
}

function quoted(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
