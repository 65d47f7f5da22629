/** What a reader of PDF other than the one that wrote it finds in a file. */
export interface ReadPdf {
  readonly pages: number;
  /** The text layer, stretches as they stand, line ends as such. */
  readonly text: string;
  readonly attachments: Readonly<Record<string, string>>;
  readonly metadata: Readonly<Record<string, unknown>>;
}

/** Reads with pdf.js. */
export async function readPdf(file: Uint8Array): Promise<ReadPdf> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const document = await getDocument({ data: Uint8Array.from(file), verbosity: 0 }).promise;
  let text = '';
  for (let page = 1; page <= document.numPages; page++) {
    const { items } = await (await document.getPage(page)).getTextContent();
    for (const item of items) if ('str' in item) text += item.str + (item.hasEOL ? '\n' : '');
    text += '\n';
  }
  const attachments: Record<string, string> = {};
  for (const id of (await document.getAttachments())?.keys() ?? []) {
    const content = (await document.getAttachmentContent(id)) as Uint8Array | null;
    attachments[id] = Buffer.from(content ?? []).toString();
  }
  const { info } = await document.getMetadata();
  const read = { pages: document.numPages, text, attachments, metadata: info as Record<string, unknown> };
  await document.loadingTask.destroy();
  return read;
}

/** Line ends come from setting the text; formatting characters are left out by pdf.js, and by it alone. */
export function flat(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(/\p{Cf}/gu, '')
    .replaceAll(/\s+/g, '');
}
