import type { Content } from 'pdfmake/interfaces';
import { encode } from 'uqr';

/** Modules of white around a code, as ISO/IEC 18004 wants them. */
const QUIET = 4;

/** A QR code of one shape, since between the single squares of pdfmake's own some readers see gaps; `width` in points. */
export function qrCode(text: string, width: number): Content {
  const { data, size } = encode(text, { ecc: 'M', border: QUIET });
  const runs = data.flatMap((row, y) => {
    const line = row.map((dark) => (dark ? '1' : '0')).join('');
    return [...line.matchAll(/1+/g)].map(
      ({ index, 0: run }) => `M${index} ${y}h${run.length}v1h-${run.length}z`,
    );
  });
  return {
    svg: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><path d="${runs.join('')}"/></svg>`,
    width,
  };
}
