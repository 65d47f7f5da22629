import { canonicalJson, CONSENTS } from '@visavis/supervision';
import { sha256 } from '../sha256';
import type { Block, ContractDocument, SealEvidence } from '../contract-document';

export const FROZEN_AT = Date.parse('2026-11-27T09:32:05Z');

export function aParagraph(text: string): Block {
  return { kind: 'paragraph', spans: [{ text }] };
}

/** As long as a contract of this product is: four pages. */
export function aContract(over: Partial<ContractDocument> = {}): ContractDocument {
  return {
    language: 'fr',
    title: 'Contrat de supervision',
    number: '2026-014',
    version: 1,
    practiceName: 'Cabinet Lumière',
    parties: [
      {
        role: 'supervisor',
        name: 'Léa Martin',
        lines: ['EI, SIREN 732 829 320', '1 rue du Pont, 75001 Paris'],
      },
      { role: 'coach', name: 'Camille Dupont', lines: ['camille@coach.example'] },
    ],
    clauses: Array.from({ length: 17 }, (_, i) => ({
      id: `clause-${i + 1}`,
      title: `Article ${i + 1}`,
      blocks: [
        aParagraph('La supervision est un espace de réflexion sur la pratique. '.repeat(9).trim()),
        {
          kind: 'list',
          start: i % 2 === 0 ? 1 : null,
          items: [[aParagraph('un cadre')], [aParagraph('un temps')]],
        },
        {
          kind: 'paragraph',
          spans: [
            { text: 'Le code ' },
            { text: 'EMCC (https://emcc.example/code)', strong: true },
            { text: ' s’applique.', emphasis: true },
          ],
        },
      ],
    })),
    canonicalJson: canonicalJson({ version: 1, title: 'Contrat de supervision' }),
    frozenAt: FROZEN_AT,
    ...over,
  };
}

export function someEvidence(over: Partial<SealEvidence> = {}): SealEvidence {
  return {
    language: 'fr',
    number: '2026-014',
    version: 1,
    practiceName: 'Cabinet Lumière',
    timeZone: 'Europe/Paris',
    canonicalSha256: sha256(aContract().canonicalJson),
    frozenAt: FROZEN_AT,
    parties: [
      {
        role: 'supervisor',
        name: 'Léa Martin',
        email: 'lea@lumiere.example',
        method: 'passkey',
        channel: null,
        recognisedAt: FROZEN_AT + 3_590_000,
        viewedAt: FROZEN_AT + 3_000_000,
        signedAt: FROZEN_AT + 3_600_000,
        ip: '2001:db8::17',
        device: 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0',
        consents: CONSENTS,
        signatureSha256: 'cd'.repeat(32),
      },
      {
        role: 'coach',
        name: 'Camille Dupont',
        email: 'camille@coach.example',
        method: 'email-code',
        channel: 'c•••@coach.example',
        recognisedAt: FROZEN_AT + 7_190_000,
        viewedAt: FROZEN_AT + 7_000_000,
        signedAt: FROZEN_AT + 7_200_000,
        ip: '192.0.2.41',
        device: 'Mozilla/5.0 (iPhone; CPU iPhone OS 26_1 like Mac OS X) AppleWebKit/605.1.15',
        consents: CONSENTS,
        signatureSha256: 'ef'.repeat(32),
      },
    ],
    consents: CONSENTS.map((clause) => ({
      title: clause,
      text: `J’accepte la clause « ${clause} » : ${'ce qui est écrit plus haut vaut entre nous. '.repeat(4).trim()}`,
      textSha256: sha256(clause),
    })),
    events: [
      { sequence: 1, at: FROZEN_AT, type: 'frozen', by: 'Léa Martin' },
      { sequence: 2, at: FROZEN_AT + 7_000_000, type: 'viewed', by: 'Camille Dupont' },
      { sequence: 3, at: FROZEN_AT + 7_200_000, type: 'signed', by: 'Camille Dupont' },
      { sequence: 4, at: FROZEN_AT + 7_200_000, type: 'fully-signed', by: null },
    ],
    chainHead: 'ab'.repeat(32),
    verifyUrl: 'https://visavis.example/fr/verify',
    sealedAt: FROZEN_AT + 7_201_000,
    ...over,
  };
}
