import type { Content, CustomTableLayout } from 'pdfmake/interfaces';
import type { SealEvidence, ShownConsent, SignedParty } from './contract-document';
import { asciiTitle } from './render-contract-pdf';
import { qrCode } from './qr-code';
import { renderPdf, type WriteText } from './render-pdf';
import type { SealKey } from './seal/seal-key';
import { spellInstant } from './spell-instant';
import { DOCUMENT_TEXTS } from './texts';
import type { CertificateText } from './texts/document-text';

export interface SealStatement extends SealEvidence {
  readonly frozenBytes: number;
  readonly frozenSha256: string;
  readonly key: Pick<SealKey, 'subject' | 'issuer' | 'selfSigned' | 'fingerprint'>;
  /** Host of the time-stamp authority; null when none is configured. */
  readonly authority: string | null;
}

/** A thin line below every row; pdfmake's own layouts take the first row for a heading. */
const RULED: CustomTableLayout = {
  hLineWidth: (row) => (row === 0 ? 0 : 0.5),
  vLineWidth: () => 0,
  hLineColor: () => '#b9b2aa',
  paddingLeft: () => 0,
};

type Row = readonly [label: string, value: string];

/** The pages that are added to a signed contract: what was signed, by whom, how, and what that is worth. */
export function renderCertificatePdf(statement: SealStatement): Promise<Buffer> {
  const { language, number, version } = statement;
  const text = DOCUMENT_TEXTS[language];
  const words = text.certificate;
  const at = (instant: number) => spellInstant(instant, statement.timeZone, language);
  return renderPdf({
    title: asciiTitle(statement),
    language,
    createdAt: new Date(statement.sealedAt),
    files: [],
    footer: (page, pages) => words.footer(number, version, page, pages),
    content: (write) => [
      { ...node(write(words.title, 'heading')), fontSize: 20, margin: [0, 0, 0, 4] },
      { ...node(write(words.lead)), margin: [0, 0, 0, 10] },
      heading(write, words.document),
      table(write, [
        [words.contract, text.numberAndVersion(number, version)],
        [words.practice, statement.practiceName],
        [words.frozenFile, words.frozenBytes(statement.frozenBytes)],
        [words.frozenHash, statement.frozenSha256],
        [words.dataHash, statement.canonicalSha256],
        [words.frozenOn, at(statement.frozenAt)],
      ]),
      heading(write, words.signatories),
      ...statement.parties.map((party): Content => ({
        unbreakable: JSON.stringify(party).length < 2_000, // what is kept together must fit on a page
        stack: [
          { ...node(write(party.name, 'strong')), margin: [0, 4, 0, 2] } as Content,
          table(write, signatory(party, text.roles[party.role], words, at)),
        ],
      })),
      heading(write, words.agreements),
      { ...node(write(words.agreementsLead)), margin: [0, 0, 0, 4] },
      ...statement.consents.map((consent) => agreement(write, consent, words)),
      {
        unbreakable: true,
        stack: [heading(write, words.level), { ...node(write(words.levelSays)), margin: [0, 0, 0, 6] }],
      },
      heading(write, words.events),
      {
        table: {
          widths: [20, '*', 100, 196],
          dontBreakRows: true,
          body: statement.events.map((event) => [
            write(String(event.sequence)),
            write(words.eventNames[event.type]),
            write(event.by ?? words.system),
            write(at(event.at)),
          ]),
        },
        layout: RULED,
        fontSize: 8.5,
      },
      {
        margin: [0, 6, 0, 0],
        ...(table(write, [[words.chainHead, statement.chainHead]]) as object),
      } as Content,
      heading(write, words.seal),
      table(write, [
        [words.sealedAt, at(statement.sealedAt)],
        [words.subject, statement.key.subject],
        [words.fingerprint, statement.key.fingerprint],
        [
          words.timestamp,
          statement.authority === null ? words.noTimestamp : words.timestampWanted(statement.authority),
        ],
      ]),
      {
        ...node(write(statement.key.selfSigned ? words.selfSigned : words.issued(statement.key.issuer))),
        margin: [0, 4, 0, 6],
      },
      {
        unbreakable: true,
        stack: [
          heading(write, words.verify),
          {
            columns: [
              { width: '*', stack: [write(statement.verifyUrl, 'strong'), write(words.verifyHow)] },
              { width: 110, stack: [qrCode(statement.verifyUrl, 110)] },
            ],
            columnGap: 16,
          },
        ],
      },
    ],
  });
}

function signatory(
  party: SignedParty,
  role: string,
  words: CertificateText,
  at: (instant: number) => string,
): Row[] {
  const consents = party.consents.map((consent) => words.consentNames[consent]).join(', ');
  return [
    [words.role, role],
    [words.email, party.email],
    [words.viewedAt, party.viewedAt === null ? words.notViewed : at(party.viewedAt)],
    [words.recognised, words.methods[party.method](party.channel ?? '')],
    [words.recognisedAt, at(party.recognisedAt)],
    [words.signedAt, at(party.signedAt)],
    [words.consents, consents === '' ? words.noConsent : consents],
    [words.address, party.ip],
    [words.device, party.device === '' ? words.noDevice : party.device],
    [words.signatureHash, party.signatureSha256],
  ];
}

/** The words beside a box, whole: they are what was agreed to. */
function agreement(
  write: WriteText,
  { title, text, textSha256 }: ShownConsent,
  words: CertificateText,
): Content {
  return {
    unbreakable: text.length < 1_500,
    margin: [0, 0, 0, 6],
    fontSize: 9,
    stack: [
      write(title, 'strong'),
      write(text),
      { ...node(write(words.wordsHash(textSha256))), fontSize: 8 },
    ],
  };
}

function table(write: WriteText, rows: readonly Row[]): Content {
  return {
    table: {
      widths: [150, '*'],
      dontBreakRows: rows.every(([, value]) => value.length < 1_500), // a row that must not break must fit on a page
      body: rows.map(([label, value]) => [write(label), write(value)]),
    },
    layout: 'noBorders',
    fontSize: 9,
  };
}

function heading(write: WriteText, title: string): Content {
  return { ...node(write(title, 'heading')), fontSize: 13, margin: [0, 10, 0, 4] };
}

function node(content: Content): { text: Content[] } {
  return content as { text: Content[] };
}
