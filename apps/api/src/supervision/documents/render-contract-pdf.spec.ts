import { sha256 } from './sha256';
import { renderContractPdf } from './render-contract-pdf';
import { aContract, aParagraph } from './testing/a-contract';
import { drawPage } from './testing/draw-page';
import { flat, readPdf } from './testing/read-pdf';

const latin1 = (file: Buffer) => file.toString('latin1');

describe('the frozen contract', () => {
  it('holds parties, clauses and links written out, and the data it was made from', async () => {
    const contract = aContract();
    const { text, attachments, metadata, pages } = await readPdf(await renderContractPdf(contract));

    expect(pages).toBeGreaterThan(2);
    for (const words of [
      'Contrat n° 2026-014, version 1',
      'Léa Martin',
      'SIREN 732 829 320',
      '17. Article 17',
      'EMCC (https://emcc.example/code)',
      'page 1 sur ',
      'Texte arrêté le 27 novembre 2026, 09:32:05 (UTC, UTC+00:00)',
    ]) {
      expect(flat(text)).toContain(flat(words));
    }
    expect(attachments['contract.json']).toBe(contract.canonicalJson);
    expect(flat(text)).toContain(sha256(contract.canonicalJson));
    expect(metadata).toMatchObject({ Title: 'Visavis 2026-014 v1', CreationDate: 'D:20261127093205Z' });
  });

  it('speaks English in an English contract', async () => {
    const { text } = await readPdf(await renderContractPdf(aContract({ language: 'en' })));

    expect(flat(text)).toContain(flat('Contract no. 2026-014, version 1'));
    expect(flat(text)).toContain(flat('The parties'));
    expect(text).not.toContain('Les parties');
  });

  it('counts a list on from the number it starts with, as the screen does', async () => {
    const blocks = [
      { kind: 'list', start: 3, items: [[aParagraph('trois')], [aParagraph('quatre')]] },
    ] as const;
    const contract = aContract({ clauses: [{ id: 'a', title: 'Article', blocks }] });
    const { text } = await readPdf(await renderContractPdf(contract));

    expect(flat(text)).toMatch(/trois3\.quatre4\./);
  });

  it('is the same to the last byte when made again, and another when a letter changes', async () => {
    const [first, again, other] = await Promise.all([
      renderContractPdf(aContract()),
      renderContractPdf(aContract()),
      renderContractPdf(aContract({ title: 'Contrat de supervisiom' })),
    ]);

    expect(sha256(again)).toBe(sha256(first));
    expect(sha256(other)).not.toBe(sha256(first));
  });

  it('says that it is PDF/A-3b, embeds every font and marks its attachment as data', async () => {
    const file = latin1(await renderContractPdf(aContract({ title: 'Суперви́зия 日本' })));

    expect(file).toMatch(/<pdfaid:part>3<\/pdfaid:part>\s*<pdfaid:conformance>B</);
    expect(file).toContain('/OutputIntents');
    expect(file).toContain('/AFRelationship /Data');
    expect(file.match(/\/Type \/FontDescriptor/g)?.length).toBe(file.match(/\/FontFile2 /g)?.length);
    expect(file).not.toMatch(/\/Subtype \/Type1|\/Encrypt|\/JavaScript|\/StructTreeRoot/);
  });

  describe('PDF injection', () => {
    const names = {
      parentheses: 'O(’)Hara) (x ) Tj ET ((',
      backslashes: 'a\\b\\\\c \\) \\( \\n \\101',
      'line ends': 'Ann\nMarie\r\nde la\rTour',
      'right to left': 'שלום עולם مرحبا بالعالم',
      'mixed directions': 'Léa \u202eevil\u202c שלום Dupont',
      emoji: '👩‍💻 Zoé 🇫🇷 🎯',
      'other scripts': 'Łódź Ñandú Ελλάδα Дом 日本語 한국어 ไทย',
      markup: '<b>&amp;</b> {{x}} ${y} endstream endobj %%EOF /ByteRange [0 1 2 3]',
      'combining marks': 'e\u0301a\u0308 Vie\u0302\u0323t',
      '10,000 characters': 'Camille-'.repeat(1250),
      '10,000 characters without a place to break': '日'.repeat(9_000) + 'x'.repeat(1_000),
    };

    it.each(Object.entries(names))('%s: the text layer is what was written', async (_case, name) => {
      const file = await renderContractPdf(
        aContract({
          parties: [{ role: 'coach', name, lines: [] }],
          clauses: [{ id: 'a', title: name, blocks: [aParagraph(name)] }],
        }),
      );
      const { text } = await readPdf(file);
      const wanted = flat(name);
      const written = flat(text.replaceAll(/^.* · page \d+ sur \d+$/gm, '')); // a long one goes on behind the footer

      expect(written.split(wanted).length - 1).toBe(3);
      expect(latin1(file).match(/%%EOF/g)?.length).toBe(1);
    });
  });

  it('leaves a space blank whatever its width: the amount of a French contract holds a narrow one', async () => {
    const dark = async (title: string) => {
      const file = await renderContractPdf(aContract({ clauses: [], parties: [], title }));
      return (await drawPage(file, 1, 4)).data.reduce((sum, value) => sum + 255 - value, 0);
    };
    const [narrow, wide, framed] = [
      await dark('1\u202f500'),
      await dark('1\u00a0500'),
      await dark('1\u200b500'),
    ];
    expect(Math.abs(narrow / wide - 1)).toBeLessThan(0.001);
    expect(framed / wide - 1).toBeGreaterThan(0.005);
    const { text } = await readPdf(await renderContractPdf(aContract({ title: '1\u202f500,00\u00a0€' })));
    expect(text).toMatch(/1\s500,00\s€/);
  });

  it('draws a frame with its number for a character without a glyph, also for one that would be invisible', async () => {
    const widths = async (text: string) => {
      const { getDocument, OPS } = await import('pdfjs-dist/legacy/build/pdf.mjs');
      const file = await renderContractPdf(aContract({ clauses: [], parties: [], title: text }));
      const document = await getDocument({ data: Uint8Array.from(file), verbosity: 0 }).promise;
      const operators = await (await document.getPage(1)).getOperatorList();
      await document.loadingTask.destroy();
      return operators.argsArray
        .filter((_, i) => operators.fnArray[i] === OPS.showText)
        .flatMap(([glyphs]: [unknown[]]) => glyphs.filter((glyph) => typeof glyph === 'object'))
        .map((glyph) => glyph as { unicode: string; width: number });
    };
    for (const character of ['日', '🎯', '\u202e', '\u200b', '\u2066']) {
      const drawn = (await widths(`x${character}y`)).find(({ unicode }) => unicode === character);
      expect([character, (drawn?.width ?? 0) > 400]).toEqual([character, true]);
    }
  });
});
