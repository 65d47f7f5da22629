import type { Content } from 'pdfmake/interfaces';
import { sha256 } from './sha256';
import type { Block, ContractDocument, Span } from './contract-document';
import { renderPdf, type WriteText } from './render-pdf';
import { spellInstant } from './spell-instant';
import { DOCUMENT_TEXTS } from './texts';

export const ATTACHMENT_NAME = 'contract.json';

/** The frozen file of a version: PDF/A-3b with its data attached. The same document gives the same bytes. */
export function renderContractPdf(document: ContractDocument): Promise<Buffer> {
  const text = DOCUMENT_TEXTS[document.language];
  return renderPdf({
    title: asciiTitle(document),
    language: document.language,
    createdAt: new Date(document.frozenAt),
    files: [
      {
        name: ATTACHMENT_NAME,
        type: 'application/json',
        description: text.attachment.description,
        content: document.canonicalJson,
      },
    ],
    footer: (page, pages) => text.footer(document.number, document.version, page, pages),
    content: (write) => [
      { ...inline(write(document.title, 'heading')), fontSize: 20, margin: [0, 0, 0, 4] },
      { ...inline(write(document.practiceName)), margin: [0, 0, 0, 2] },
      { ...inline(write(text.numberAndVersion(document.number, document.version))), margin: [0, 0, 0, 18] },
      heading(write, text.parties),
      ...document.parties.map(({ role, name, lines }): Content => ({
        // What is kept together must fit on a page, or it would be cut off.
        unbreakable: [name, ...lines].join('').length < 1_500,
        margin: [0, 0, 0, 10],
        stack: [
          write(name, 'strong'),
          write(text.roles[role], 'emphasis'),
          ...lines.map((line) => write(line)),
        ],
      })),
      ...document.clauses.flatMap(({ title, blocks }, i) => [
        heading(write, `${i + 1}. ${title}`),
        ...blocks.map((block) => setBlock(write, block)),
      ]),
      {
        margin: [0, 18, 0, 0],
        fontSize: 8.5,
        stack: [
          write(text.frozenAt(spellInstant(document.frozenAt, 'UTC', document.language))),
          write(text.attachment.note(sha256(document.canonicalJson))),
        ],
      },
    ],
  });
}

/** The title stands in the file's metadata, which pdfkit writes without escaping. */
export function asciiTitle({
  number,
  version,
}: {
  readonly number: string;
  readonly version: number;
}): string {
  return `Visavis ${number.replaceAll(/[^A-Za-z0-9./-]/g, '-')} v${version}`;
}

function heading(write: WriteText, title: string): Content {
  return { ...inline(write(title, 'heading')), fontSize: 13, margin: [0, 10, 0, 4], headlineLevel: 1 };
}

function setBlock(write: WriteText, block: Block): Content {
  if (block.kind === 'paragraph') return { ...setSpans(write, block.spans), margin: [0, 0, 0, 6] };
  const items = block.items.map((item) => item.map((part) => setBlock(write, part)));
  const { start } = block;
  return { ...(start === null ? { ul: items } : { ol: items, start }), margin: [0, 0, 0, 4] };
}

function setSpans(write: WriteText, spans: readonly Span[]): { text: Content[] } {
  return {
    text: spans.flatMap(({ text, strong, emphasis }) => {
      const style = strong ? 'strong' : emphasis ? 'emphasis' : 'text';
      return inline(write(text, style)).text;
    }),
  };
}

function inline(content: Content): { text: Content[] } {
  return content as { text: Content[] };
}
