import type { Language } from '@visavis/kernel';

export interface LetterBody {
  readonly language: Language;
  readonly subject: string;
  readonly paragraphs: readonly string[];
  /** A code to be typed, on a line of its own. */
  readonly code?: string;
  readonly link?: { readonly label: string; readonly address: string };
  readonly closing: readonly string[];
  readonly foot: string;
  readonly privacy: { readonly label: string; readonly address: string };
}

const INK = '#23302f';
const ACCENT = '#1c5a5e';
const BUTTON = `display:inline-block;padding:12px 18px;border-radius:6px;background:${ACCENT};color:#fff;text-decoration:none`;
const CODE = 'margin:24px 0;font:600 28px/1 monospace;letter-spacing:4px';

/** The HTML of a letter: one column, no picture, nothing fetched; everything given is escaped. */
export function letterHtml(body: LetterBody): string {
  const paragraph = (text: string) => `<p style="margin:0 0 16px">${escapeHtml(text)}</p>`;
  const anchor = (label: string, address: string, style: string) =>
    `<a href="${escapeHtml(address)}" style="${style}">${escapeHtml(label)}</a>`;
  return [
    `<!doctype html><html lang="${body.language}"><head><meta charset="utf-8">`,
    `<meta name="viewport" content="width=device-width"><title>${escapeHtml(body.subject)}</title></head>`,
    `<body style="margin:0;background:#f7f3ec;color:${INK};font:17px/1.5 Georgia,serif">`,
    '<div style="max-width:560px;margin:0 auto;padding:32px 20px">',
    ...body.paragraphs.map(paragraph),
    ...(body.code === undefined ? [] : [`<p style="${CODE}">${escapeHtml(body.code)}</p>`]),
    ...(body.link === undefined
      ? []
      : [`<p style="margin:24px 0">${anchor(body.link.label, body.link.address, BUTTON)}</p>`]),
    ...body.closing.map(paragraph),
    `<p style="margin:32px 0 0;font-size:14px;color:#5b6665">${escapeHtml(body.foot)} `,
    `${anchor(body.privacy.label, body.privacy.address, 'color:#5b6665')}</p></div></body></html>`,
  ].join('\n');
}

/** The same letter without markup; links on lines of their own. */
export function letterPlainText(body: LetterBody): string {
  return [
    ...body.paragraphs,
    ...(body.code === undefined ? [] : [body.code]),
    ...(body.link === undefined ? [] : [`${body.link.label}\n${body.link.address}`]),
    ...body.closing,
    `--\n${body.foot}\n${body.privacy.label}\n${body.privacy.address}`,
  ].join('\n\n');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}
