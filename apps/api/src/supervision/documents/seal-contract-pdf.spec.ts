import { inspectSealedPdf, type SealedPdf } from '@visavis/sealed-pdf';
import { ContentInfo, SignedData } from 'pkijs';
import { createPrivateKey, X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OutwardFetch } from '../../http/outward/outward-fetch';
import { sha256 } from './sha256';
import { renderContractPdf } from './render-contract-pdf';
import { sealContractPdf, type SealResult, type SealStamp } from './seal-contract-pdf';
import { makeSealCertificate } from './seal/make-seal-certificate';
import { openConfiguredSealKey, openSealKey, type SealKey } from './seal/seal-key';
import { aContract, FROZEN_AT, someEvidence } from './testing/a-contract';
import { LocalAuthority } from './testing/local-authority';
import { openSsl } from './testing/open-ssl';
import { flat, readPdf } from './testing/read-pdf';
import { TimestampAuthority } from './timestamp/timestamp-authority';

const NAME = 'Lumière, Fils + "Œuvre" #1 = 日本';
const TIMESTAMP_TOKEN = '1.2.840.113549.1.9.16.2.14';

describe('the sealed contract', () => {
  let folder: string;
  let frozen: Buffer;
  let key: SealKey;
  let authority: LocalAuthority;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'visavis-seal-'));
    frozen = await renderContractPdf(aContract());
    const made = await makeSealCertificate(NAME, FROZEN_AT - 1000);
    const certificate = new X509Certificate(made.certificate);
    writeFileSync(join(folder, 'seal.pem'), certificate.toString());
    key = await openSealKey([certificate], createPrivateKey({ key: made.key, format: 'der', type: 'pkcs8' }));
    authority = await LocalAuthority.start();
  });

  afterAll(() => {
    authority.stop();
    rmSync(folder, { recursive: true });
  });

  function sealed(result: SealResult): Extract<SealResult, { state: 'sealed' }> {
    if (result.state !== 'sealed') throw new Error(`not sealed: ${result.because}`);
    return result;
  }
  function inspected(file: Uint8Array): SealedPdf {
    const found = inspectSealedPdf(file);
    if (found === null) throw new Error('no signature found');
    return found;
  }
  const signedBytes = (file: Uint8Array, { signed }: SealedPdf) =>
    Buffer.concat(signed.map(([from, end]) => file.subarray(from, end)));

  /** `openssl cms` over what ByteRange names, trusting the given certificate alone. */
  function verify(file: Uint8Array, trusted = join(folder, 'seal.pem')): { ok: boolean; said: string } {
    const found = inspected(file);
    writeFileSync(join(folder, 'content'), signedBytes(file, found));
    writeFileSync(join(folder, 'signature.der'), found.signature);
    return openSsl(
      ...['cms', '-verify', '-binary', '-inform', 'DER', '-in', join(folder, 'signature.der')],
      ...[
        '-content',
        join(folder, 'content'),
        '-CAfile',
        trusted,
        '-purpose',
        'any',
        '-no_check_time',
        '-out',
        '/dev/null',
      ],
    );
  }

  const stampOf = (address: string, internal: readonly string[]): SealStamp => {
    const stamp = new TimestampAuthority(new OutwardFetch({ OUTWARD_INTERNAL_HOSTS: [...internal] }), {
      TIMESTAMP_AUTHORITY_URL: address,
    }).stamp();
    if (stamp === null) throw new Error('no authority');
    return stamp;
  };

  it('begins with the frozen file, and says how long that is', async () => {
    const {
      file,
      sha256: hash,
      timestamp,
    } = sealed(await sealContractPdf(frozen, someEvidence(), key, null));

    expect(Buffer.from(file.subarray(0, frozen.length)).equals(frozen)).toBe(true);
    expect(inspected(file).frozenBytes).toBe(frozen.length);
    expect(hash).toBe(sha256(file));
    expect(timestamp).toBeNull();
    const { text } = await readPdf(file);
    expect(flat(text)).toContain(flat(`les ${frozen.length} premiers octets`));
    expect(flat(text)).toContain(sha256(frozen));
  });

  it('keeps the attachment, the pages and the archive format of the frozen one', async () => {
    const before = await readPdf(frozen);
    const { file } = sealed(await sealContractPdf(frozen, someEvidence(), key, null));
    const after = await readPdf(file);

    expect(after.pages).toBeGreaterThan(before.pages);
    expect(after.attachments).toEqual(before.attachments);
    expect(after.text.startsWith(before.text)).toBe(true);
    expect(Buffer.from(file).toString('latin1')).toContain('<pdfaid:part>3<');
  });

  it('certifies who signed, how, when and where, what they agreed to, and what that is worth', async () => {
    const { file } = sealed(await sealContractPdf(frozen, someEvidence(), key, null));
    const text = flat((await readPdf(file)).text);

    for (const words of [
      'Camille Dupont',
      'un code à usage unique envoyé à c•••@coach.example',
      'une clé d’accès (passkey)',
      'camille@coach.example',
      '192.0.2.41',
      'Mozilla/5.0 (iPhone; CPU iPhone OS 26_1 like Mac OS X)',
      'Texte affiché le 27 novembre 2026, 12:28:45',
      'Reconnu le 27 novembre 2026, 12:31:55',
      'Texte arrêté et envoyé le 27 novembre 2026, 10:32:05',
      'J’accepte la clause « confidentiality-limits »',
      `SHA-256 de ces mots : ${sha256('evidence')}`,
      'ef'.repeat(32),
      '27 novembre 2026, 12:32:05 (Europe/Paris, UTC+01:00)',
      'honoraires, annulation, limites de la confidentialité, données, preuve',
      'Texte arrêté et envoyé pour lecture',
      'Signé par toutes les parties',
      someEvidence().chainHead,
      someEvidence().canonicalSha256,
      someEvidence().verifyUrl,
      key.fingerprint,
      'Ce certificat est auto-signé',
      'signature électronique simple',
      'Elle n’est ni avancée ni qualifiée',
      'aucune autorité d’horodatage n’est configurée',
    ]) {
      expect(text).toContain(flat(words));
    }
    const english = sealed(await sealContractPdf(frozen, someEvidence({ language: 'en' }), key, null));
    expect(flat((await readPdf(english.file)).text)).toContain(flat('It is neither advanced nor qualified'));
  });

  it('is signed over everything but the signature, which openssl finds to be right', async () => {
    const { file } = sealed(await sealContractPdf(frozen, someEvidence(), key, null));
    const found = inspected(file);

    expect(found.coversAll).toBe(true);
    const [[from, end], [second, secondEnd]] = found.signed;
    expect([from, secondEnd]).toEqual([0, file.length]);
    expect(Buffer.from(file.subarray(end, second)).toString()).toMatch(/^<[0-9A-F]+>$/);
    expect(verify(file)).toMatchObject({ ok: true });
  });

  it('is found to be wrong when one byte changes, wherever that is', async () => {
    const { file } = sealed(await sealContractPdf(frozen, someEvidence(), key, null));
    const [[, end], [second]] = inspected(file).signed;

    for (const at of [
      9,
      2000,
      frozen.length - 3,
      frozen.length + 100,
      end - 40,
      second + 30,
      file.length - 8,
    ]) {
      const changed = Uint8Array.from(file);
      changed[at] = (changed[at] ?? 0) ^ 1;
      const found = inspectSealedPdf(changed);
      expect([at, found === null || !found.coversAll || !verify(changed).ok]).toEqual([at, true]);
    }
  });

  it('has a certificate in the practice’s name, whatever characters that has', () => {
    const { said } = openSsl(
      'x509',
      '-in',
      join(folder, 'seal.pem'),
      '-noout',
      '-subject',
      '-nameopt',
      'RFC2253,utf8,-esc_msb',
    );

    expect(said.trim()).toBe(
      String.raw`subject=O=Lumière\, Fils \+ \"Œuvre\" #1 = 日本,CN=Lumière\, Fils \+ \"Œuvre\" #1 = 日本`,
    );
    expect(key).toMatchObject({ selfSigned: true });
  });

  it('takes a configured RSA certificate with its issuer, and then does not call it self-signed', async () => {
    const at = (name: string) => join(folder, name);
    openSsl(
      'req',
      '-x509',
      '-newkey',
      'rsa:2048',
      '-nodes',
      '-keyout',
      at('ca.key'),
      '-subj',
      '/CN=Some CA',
      '-out',
      at('ca.pem'),
    );
    openSsl(
      'req',
      '-new',
      '-newkey',
      'rsa:2048',
      '-nodes',
      '-keyout',
      at('own.key'),
      '-subj',
      '/CN=Some practice',
      '-out',
      at('own.csr'),
    );
    openSsl(
      'x509',
      '-req',
      '-in',
      at('own.csr'),
      '-CA',
      at('ca.pem'),
      '-CAkey',
      at('ca.key'),
      '-CAcreateserial',
      '-out',
      at('own.pem'),
    );
    const configured = await openConfiguredSealKey(
      readFileSync(at('own.pem'), 'utf8') + readFileSync(at('ca.pem'), 'utf8'),
      readFileSync(at('own.key'), 'utf8'),
    );
    const { file } = sealed(await sealContractPdf(frozen, someEvidence(), configured, null));

    expect(verify(file, at('ca.pem'))).toMatchObject({ ok: true });
    const text = flat((await readPdf(file)).text);
    expect(text).toContain(flat('Ce certificat a été délivré par : CN=Some CA.'));
    expect(text).not.toContain(flat('auto-signé'));
    const foreign = readFileSync(at('ca.key'), 'utf8');
    await expect(openConfiguredSealKey(readFileSync(at('own.pem'), 'utf8'), foreign)).rejects.toThrow(
      'does not belong',
    );
  });

  describe('with a time-stamp authority', () => {
    it('carries a token of RFC 3161 over its signature, which openssl finds to be right', async () => {
      const result = sealed(
        await sealContractPdf(frozen, someEvidence(), key, stampOf(authority.address, [authority.host])),
      );
      const { signature } = inspected(result.file);
      const signed = new SignedData({ schema: ContentInfo.fromBER(signature.buffer).content });
      const signer = signed.signerInfos[0];
      const token = signer?.unsignedAttrs?.attributes.find(({ type }) => type === TIMESTAMP_TOKEN)?.values[0];
      writeFileSync(join(folder, 'token.der'), Buffer.from((token as { toBER(): ArrayBuffer }).toBER()));
      writeFileSync(
        join(folder, 'signature-value'),
        Buffer.from(signer?.signature.valueBlock.valueHexView ?? []),
      );
      const check = (data: string) =>
        openSsl(
          'ts',
          '-verify',
          '-token_in',
          '-in',
          join(folder, 'token.der'),
          '-data',
          data,
          '-CAfile',
          authority.file('root.pem'),
        );

      expect(result.timestamp).toEqual({
        at: expect.any(Number),
        serial: expect.stringMatching(/^[0-9a-f]+$/),
        authority: authority.host,
      });
      expect(Math.abs((result.timestamp?.at ?? 0) - Date.now())).toBeLessThan(60_000);
      expect(check(join(folder, 'signature-value'))).toMatchObject({ ok: true });
      expect(check(join(folder, 'seal.pem'))).toMatchObject({ ok: false });
      expect(verify(result.file)).toMatchObject({ ok: true });
      expect(flat((await readPdf(result.file)).text)).toContain(
        flat(`jeton RFC 3161 demandé à ${authority.host}`),
      );
    });

    it.each<[string, string, LocalAuthority['mischief']]>([
      ['refuses', 'refused with status 2', () => Buffer.from('30053003020102', 'hex')],
      ['answers with something else', 'not an answer of RFC 3161', () => Buffer.from('<html>busy</html>')],
      [
        'repeats the answer to another question',
        'stamped another hash',
        (_question, answer) => answer(anotherQuestion('00'.repeat(32))),
      ],
      [
        'stamps the right hash for another question',
        'answered another question',
        (question, answer) => answer(anotherQuestion(hashIn(question))),
      ],
      [
        'changes a byte of its token',
        'not signed by its certificate',
        (question, answer) => {
          const right = Buffer.from(answer(question));
          const at = right.length - 20; // in the signature of the token
          right[at] = (right[at] ?? 0) ^ 1;
          return right;
        },
      ],
    ])(
      'waits, and never states a time of its own, when the authority %s',
      async (_case, because, mischief) => {
        authority.mischief = mischief;
        const result = await sealContractPdf(
          frozen,
          someEvidence(),
          key,
          stampOf(authority.address, [authority.host]),
        );
        authority.mischief = null;

        expect(result).toEqual({ state: 'timestamp-pending', because });
      },
    );

    it('waits when the authority cannot be reached, is not reachable from here by rule, or is gone', async () => {
      const { asked } = authority;
      for (const stamp of [
        stampOf('http://127.0.0.1:1/tsr', ['127.0.0.1:1']),
        stampOf(authority.address, []),
        stampOf('http://localhost/tsr', []),
      ]) {
        expect(await sealContractPdf(frozen, someEvidence(), key, stamp)).toEqual({
          state: 'timestamp-pending',
          because: 'the address could not be read',
        });
      }
      expect(authority.asked).toBe(asked);
    });

    function anotherQuestion(digest: string): Buffer {
      const file = join(folder, 'other.tsq');
      openSsl('ts', '-query', '-digest', digest, '-sha256', '-cert', '-out', file);
      return readFileSync(file);
    }
  });
});

/** The hash in a question: OCTET STRING of 32 bytes. */
function hashIn(question: Buffer): string {
  const at = question.indexOf(Buffer.from([0x04, 0x20]));
  return question.subarray(at + 2, at + 34).toString('hex');
}
