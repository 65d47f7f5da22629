import { INTL_LOCALE } from '../../../ui/language';

/** « 12 000,50 », "12,000.50" and "12000.5" alike; null for what is no number. */
export function readNumber(text: string): number | null {
  const bare = text.replace(/[\s\u00a0\u202f€%’']/g, '');
  const last = Math.max(bare.lastIndexOf(','), bare.lastIndexOf('.'));
  const fraction = last < 0 ? '' : bare.slice(last + 1);
  // A separator before exactly three digits parts thousands, unless it is the decimal sign of the language.
  const parts = last >= 0 && fraction.length === 3 && bare[last] !== DECIMAL_SIGN;
  const whole = (last < 0 || parts ? bare : bare.slice(0, last)).replace(/[.,]/g, '');
  const plain = parts || fraction === '' ? whole : `${whole}.${fraction}`;
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null;
}

export function showNumber(value: number): string {
  return new Intl.NumberFormat(INTL_LOCALE, { maximumFractionDigits: 2 }).format(value);
}

const DECIMAL_SIGN = INTL_LOCALE === 'fr-FR' ? ',' : '.';
