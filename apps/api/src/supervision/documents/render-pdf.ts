import type { Content, ContentText, TDocumentDefinitions } from 'pdfmake/interfaces';
import { createRequire } from 'node:module';
import { documentFonts, type Style } from './fonts/document-fonts';
import { FIRST_PLACE, missingGlyphFont } from './fonts/missing-glyph-font';
import { MISSING_FONT, MissingGlyphs, splitRuns } from './fonts/split-runs';

export interface AttachedFile {
  readonly name: string;
  readonly type: string;
  readonly description: string;
  readonly content: string;
}

export interface PdfWish {
  /** Plain ASCII: it stands in metadata that are written without escaping. */
  readonly title: string;
  readonly language: 'fr' | 'en';
  /** Time of creation that the file states; nothing else in it depends on when it is made. */
  readonly createdAt: Date;
  readonly files: readonly AttachedFile[];
  readonly footer: (page: number, pages: number) => string;
  readonly content: (write: WriteText) => Content[];
}

/** Text of a style, in fonts that can draw it. Everything a person typed goes through it. */
export type WriteText = (text: string, style?: Style) => Content;

/** What pdfkit gives us of its own (0.19): the text layer of a font is a list of code points per glyph. */
interface KitFont {
  readonly unicode: (number[] | undefined)[];
}
interface KitDocument extends NodeJS.ReadableStream {
  readonly fontCache: Readonly<Record<string, { readonly normal?: KitFont }>>;
  end(): void;
}
interface Printer {
  createPdfKitDocument(definition: TDocumentDefinitions): Promise<KitDocument>;
}
interface PrinterClass {
  new (fonts: object, files: object, urls: object, mayRead: (path: string) => boolean): Printer;
}

/**
 * pdfmake's printer without its global state: fonts come from memory, and no address is ever asked. Loaded with the
 * first document, since a process that makes none does without it.
 */
function loadPrinter(): PrinterClass {
  const printer = createRequire(import.meta.url)('pdfmake/js/Printer') as { default: PrinterClass };
  return printer.default;
}

/** A PDF/A-3b; the same wish gives the same bytes. */
export async function renderPdf(wish: PdfWish): Promise<Buffer> {
  const missing = new MissingGlyphs();
  const write: WriteText = (text, style = 'text') => ({
    text: splitRuns(text, style, missing).map((run) => ({ text: run.text, font: run.font })),
  });
  const content = wish.content(write);
  write(wish.footer(1, 1)); // it is written later, when the font of missing characters is made already

  const files = new Map<string, Buffer>();
  for (const fonts of documentFonts().values()) for (const { name, ttf } of fonts) files.set(name, ttf);
  files.set(MISSING_FONT, missingGlyphFont(missing.codePoints));
  const Printer = loadPrinter();
  const printer = new Printer(
    Object.fromEntries([...files.keys()].map((name) => [name, { normal: name }])),
    {
      existsSync: (name: unknown) => typeof name === 'string' && files.has(name),
      readFileSync: (name: string) => files.get(name),
    },
    { resolve: () => undefined, resolved: () => Promise.resolve() },
    () => false,
  );
  const document = await printer.createPdfKitDocument({
    version: '1.7',
    subset: 'PDF/A-3b',
    tagged: false,
    displayTitle: true,
    language: wish.language,
    pageSize: 'A4',
    pageMargins: [64, 64, 64, 72],
    info: {
      title: wish.title,
      creator: 'Visavis',
      producer: 'Visavis',
      creationDate: wish.createdAt,
      modDate: wish.createdAt,
    },
    files: Object.fromEntries(wish.files.map((file) => [file.name, attach(file, wish.createdAt)])),
    defaultStyle: { font: 'text/latin', fontSize: 10.5, lineHeight: 1.25, color: '#191715' },
    content,
    footer: (page: number, pages: number) => ({
      margin: [64, 24, 64, 0],
      fontSize: 8,
      color: '#57504a',
      ...(write(wish.footer(page, pages)) as ContentText),
    }),
  });
  const unicode = document.fontCache[MISSING_FONT]?.normal?.unicode ?? [];
  unicode.forEach((codePoints, glyph) => {
    const place = (codePoints?.[0] ?? 0) - FIRST_PLACE;
    const code = missing.codePoints[place];
    if (code !== undefined) unicode[glyph] = [code];
  });
  return collect(document);
}

function attach(file: AttachedFile, at: Date) {
  return {
    src: `data:${file.type};base64,${Buffer.from(file.content).toString('base64')}`,
    name: file.name,
    type: file.type,
    description: file.description,
    relationship: 'Data',
    creationDate: at,
    modifiedDate: at,
  };
}

async function collect(document: KitDocument): Promise<Buffer> {
  const chunks: Buffer[] = [];
  const done = new Promise<void>((resolve, reject) => {
    document.on('data', (chunk: Buffer) => chunks.push(chunk));
    document.on('end', () => resolve());
    document.on('error', reject);
  });
  document.end();
  await done;
  return Buffer.concat(chunks);
}
