import type { Instant } from '@visavis/kernel';
import type { FrozenDocument, FrozenVersion, Party, SealState, VersionState } from '@visavis/supervision';
import { createHash } from 'node:crypto';
import type { Transaction } from '../../database/transactions';

/** A version as it was frozen last, with what was done to it. */
export interface StoredVersion {
  readonly number: number;
  readonly state: VersionState;
  readonly document: FrozenDocument;
  readonly canonicalSha256: string;
  readonly pdfSha256: string;
  readonly frozenAt: Instant;
  readonly lapsesAt: Instant;
  readonly signatures: FrozenVersion['signatures'];
  readonly seal: SealState;
  readonly sealedSha256: string | null;
}

interface Row {
  readonly number: number;
  readonly state: VersionState;
  readonly canonical_json: string;
  readonly canonical_sha256: Buffer;
  readonly pdf_sha256: Buffer;
  readonly frozen_at: Date;
  readonly lapses_at: Date;
  readonly signatures: FrozenVersion['signatures'];
  readonly seal_state: SealState;
  readonly sealed_sha256: Buffer | null;
}

/** $1 practice, $2 contract, $3 numbers. */
const READ = `
  SELECT v.number, v.state, v.seal_state, t.canonical_json, t.canonical_sha256, t.pdf_sha256, t.frozen_at, t.lapses_at,
    z.sha256 AS sealed_sha256,
    coalesce((SELECT json_agg(json_build_object('party', g.party, 'fullName', g.full_name, 'method', g.auth_method,
        'signedAt', (extract(epoch FROM g.signed_at) * 1000)::bigint) ORDER BY g.signed_at, g.id)
      FROM contract_signature g WHERE g.practice_id = $1 AND g.contract_id = $2 AND g.version = v.number), '[]') AS signatures
  FROM contract_version v
  JOIN contract_text t ON t.practice_id = $1 AND t.contract_id = $2 AND t.number = v.number AND t.attempt = v.attempt
  LEFT JOIN contract_seal z ON z.practice_id = $1 AND z.contract_id = $2 AND z.number = v.number
  WHERE v.practice_id = $1 AND v.contract_id = $2 AND v.number = ANY ($3::int[])`;

export async function readFrozenVersions(
  transaction: Transaction,
  practiceId: string,
  contractId: string,
  numbers: readonly number[],
): Promise<Map<number, StoredVersion>> {
  const rows: Row[] = await transaction.query(READ, [practiceId, contractId, numbers]);
  return new Map(rows.map((row) => [row.number, storedVersion(row)]));
}

function storedVersion(row: Row): StoredVersion {
  return {
    number: row.number,
    state: row.state,
    document: JSON.parse(row.canonical_json) as FrozenDocument,
    canonicalSha256: row.canonical_sha256.toString('hex'),
    pdfSha256: row.pdf_sha256.toString('hex'),
    frozenAt: row.frozen_at.getTime(),
    lapsesAt: row.lapses_at.getTime(),
    signatures: row.signatures,
    seal: row.seal_state,
    sealedSha256: row.sealed_sha256?.toString('hex') ?? null,
  };
}

/** The boxes beside a frozen text, with the hash of the very words that were frozen with it. */
export function consentsOf({ consents }: FrozenDocument): FrozenVersion['consents'] {
  return consents.asked.map(({ clause, title, text }) => ({
    clause,
    title,
    text,
    textSha256: createHash('sha256').update(text).digest('hex'),
  }));
}

/** When a signed version takes or took its place; null while it is not signed. */
export function effectiveOn({ state, document }: Pick<StoredVersion, 'state' | 'document'>): string | null {
  if (state !== 'signed' && state !== 'in-force' && state !== 'superseded') return null;
  const { amendment, format } = document.content;
  return amendment?.effectiveOn ?? format.startsOn;
}

/** @param signing the party who asks and could sign now; null when nobody could */
export function frozenVersionOf(version: StoredVersion, signing: Party | null): FrozenVersion {
  const { document } = version;
  return {
    number: version.number,
    state: version.state,
    content: document.content,
    clauses: [...document.clauses],
    canonicalSha256: version.canonicalSha256,
    pdfSha256: version.pdfSha256,
    proposedAt: version.frozenAt,
    lapsesAt: version.lapsesAt,
    effectiveOn: effectiveOn(version),
    signatures: version.signatures,
    consents: signing === null ? [] : consentsOf(document),
    seal: version.seal,
    sealedSha256: version.sealedSha256,
  };
}
