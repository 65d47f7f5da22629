import {
  canonicalJson,
  chainEvents,
  FIRST_LINK,
  PARTIES,
  signatureHash,
  type Actor,
  type ContractEvent,
  type EventType,
  type Party,
  type SignatureFacts,
} from '@visavis/supervision';
import { createHash, createPrivateKey, randomUUIDv7, X509Certificate } from 'node:crypto';
import { renderContractPdf } from '../render-contract-pdf';
import { sealContractPdf } from '../seal-contract-pdf';
import { makeSealCertificate } from '../seal/make-seal-certificate';
import { openSealKey } from '../seal/seal-key';
import { sha256 } from '../sha256';
import { aContract, FROZEN_AT, someEvidence } from './a-contract';

/** Runs SQL past the policies. */
export type Ask = (text: string, values: unknown[]) => Promise<unknown[]>;

export interface StoredContract {
  readonly practiceId: string;
  readonly id: string;
  readonly json: string;
  readonly frozen: Buffer;
  readonly sealed: Uint8Array;
}

/** Stores a signed and sealed contract of practice `demo`, as it would have come to be; `ask` sees past the policies. */
export async function storeContract(ask: Ask, number: number): Promise<StoredContract> {
  const [lea] = (await ask(
    `SELECT s.practice_id, s.id, s.member_id,
       (SELECT m.id FROM member m WHERE m.practice_id = s.practice_id AND m.id <> s.member_id LIMIT 1) AS coach
     FROM supervisor s JOIN practice_address d ON d.practice_id = s.practice_id WHERE d.slug = 'demo' AND s.slug = 'lea'`,
    [],
  )) as { practice_id: string; id: string; member_id: string; coach: string }[];
  if (lea === undefined) throw new Error('no supervisor');
  const json = canonicalJson({ number, text: 'Le texte' });
  const frozen = await renderContractPdf(aContract({ canonicalJson: json, number: String(number) }));
  const made = await makeSealCertificate('Cabinet demo', FROZEN_AT);
  const key = await openSealKey(
    [new X509Certificate(made.certificate)],
    createPrivateKey({ key: made.key, format: 'der', type: 'pkcs8' }),
  );
  const result = await sealContractPdf(frozen, someEvidence({ number: String(number) }), key, null);
  if (result.state !== 'sealed') throw new Error(result.because);
  const [practice, id, at] = [lea.practice_id, randomUUIDv7(), new Date(FROZEN_AT)];
  const [jsonHash, pdfHash] = [sha256(json), sha256(frozen)].map((hash) => Buffer.from(hash, 'hex'));
  const insert = (text: string, values: readonly unknown[]) => ask(text, [practice, id, ...values]);
  await insert(
    `INSERT INTO contract (practice_id, id, supervisor_id, number, coach_member_id, state, last_number, open_number, asked,
       waits_for, waits_since, created_at, updated_at)
     VALUES ($1, $2, $3, $4, $5, 'draft', 1, 1, '{}', 'supervisor', $6, $6, $6)`,
    [lea.id, number, lea.coach, at],
  );
  await insert(
    `INSERT INTO contract_version (practice_id, contract_id, number, state, revision, draft, seal_state, seal_attempts,
       created_at, updated_at) VALUES ($1, $2, 1, 'draft', 0, '{}', 'none', 0, $3, $3)`,
    [at],
  );
  await insert(
    `INSERT INTO contract_text (practice_id, contract_id, number, attempt, content, canonical_json, canonical_sha256, pdf,
       pdf_sha256, frozen_at, lapses_at) VALUES ($1, $2, 1, 1, '{}', $3, $4, $5, $6, $7, $7)`,
    [json, jsonHash, frozen, pdfHash, at],
  );
  await insert(
    `UPDATE contract_version SET state = 'signed', attempt = 1, seal_state = 'sealed' WHERE practice_id = $1 AND contract_id = $2`,
    [],
  );
  const facts = (party: Party): SignatureFacts => ({
    contractId: id,
    number: 1,
    party,
    fullName: 'Somebody',
    email: 'a@demo.example',
    canonicalSha256: sha256(json),
    pdfSha256: sha256(frozen),
    consents: [],
    method: 'email-code',
    authenticatedAt: FROZEN_AT,
    signedAt: FROZEN_AT,
    ip: '192.0.2.1',
    userAgent: '',
  });
  for (const party of PARTIES) {
    await insert(
      `INSERT INTO contract_signature (practice_id, id, contract_id, version, attempt, party, member_id, canonical_sha256,
         pdf_sha256, consents, full_name, email, auth_method, authenticated_at, signed_at, ip, user_agent)
       VALUES ($1, gen_random_uuid(), $2, 1, 1, $3, $4, $5, $6, '[]', 'Somebody', 'a@demo.example', 'email-code', $7, $7, '192.0.2.1', '')`,
      [party, party === 'coach' ? lea.coach : lea.member_id, jsonHash, pdfHash, at],
    );
  }
  await insert(
    `INSERT INTO contract_seal (practice_id, contract_id, number, file, sha256, level, sealed_at)
     VALUES ($1, $2, 1, $3, $4, 'B-B', $5)`,
    [result.file, Buffer.from(result.sha256, 'hex'), at],
  );
  const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest();
  const event = (type: EventType, by: Actor, payload: ContractEvent['payload']): ContractEvent => ({
    type,
    by,
    at: FROZEN_AT,
    versionNumber: 1,
    payload,
  });
  const events = [
    event('created', 'supervisor', {}),
    event('frozen', 'supervisor', { pdfSha256: sha256(frozen) }),
    ...PARTIES.map((party) =>
      event('signed', party, { signatureSha256: signatureHash(facts(party), hashOf) }),
    ),
    event('sealed', 'clock', { sealedSha256: result.sha256 }),
  ];
  for (const link of chainEvents(id, FIRST_LINK, events, hashOf)) {
    await insert(
      `INSERT INTO contract_event (practice_id, contract_id, seq, at, type, actor, version, payload, previous_hash, hash)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        link.seq,
        new Date(link.at),
        link.type,
        link.by,
        link.versionNumber,
        JSON.stringify(link.payload),
        Buffer.from(link.previousHash, 'hex'),
        Buffer.from(link.hash, 'hex'),
      ],
    );
  }
  return { practiceId: practice, id, json, frozen, sealed: result.file };
}
