import fonts from 'pdfmake/build/fonts/Roboto';
import maker from 'pdfmake/build/pdfmake';
import type { Content } from 'pdfmake/interfaces';
import { LANGUAGE } from '../../ui/language';

maker.addFontContainer(fonts);

/** A document of A4 pages, made on this device. `title` stands in its properties: nothing a person wrote belongs there. */
export function makePdf(title: string, content: readonly Content[]): Promise<Blob> {
  return maker
    .createPdf({
      pageSize: 'A4',
      pageMargins: [56, 56, 56, 64],
      language: LANGUAGE,
      info: { title, creator: 'Visavis', producer: 'Visavis' },
      defaultStyle: { fontSize: 11, lineHeight: 1.35, color: '#191715' },
      styles: {
        title: { fontSize: 20, margin: [0, 0, 0, 8] },
        heading: { fontSize: 13, bold: true, margin: [0, 14, 0, 4] },
        code: { fontSize: 15, characterSpacing: 1, margin: [0, 4, 0, 4] },
        quiet: { color: '#57504a', fontSize: 9.5 },
      },
      content: [...content],
      footer: (page: number, pages: number) => ({
        text: `${page} / ${pages}`,
        alignment: 'center',
        fontSize: 8,
        margin: [0, 20, 0, 0],
      }),
    })
    .getBlob();
}
