import type { Language } from '@visavis/kernel';
import { drawPage } from '../documents/testing/draw-page';
import { LocalAuthority } from '../documents/testing/local-authority';
import { flat, readPdf } from '../documents/testing/read-pdf';
import { ContractWorker } from '../testing/contract-worker';
import { ContractsApp, signature } from '../testing/contracts-app';

const PHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 26_1 like Mac OS X) AppleWebKit/605.1.15 Version/26.1 Safari/604.1';

describe('the certificate of a contract that was signed', () => {
  let people: ContractsApp;
  let worker: ContractWorker;
  let authority: LocalAuthority;

  beforeAll(async () => {
    people = await ContractsApp.start('certificate');
    authority = await LocalAuthority.start();
    worker = await ContractWorker.start(people.app, authority.address);
  });
  afterAll(async () => {
    authority.stop();
    await worker.stop();
    await people.stop();
  });

  /** Proposed, read by the coach a minute later, signed by both after another, and sealed. */
  async function sealed(language: Language): Promise<{ id: string; email: string; file: Buffer }> {
    const coach = await people.newCoach();
    const { id, proposed } = await people.proposed(coach.id, { language });
    people.app.now += 60_000;
    const viewed = { number: 1, pdfSha256: proposed?.pdfSha256 };
    expect((await people.act(coach.session, id, 'viewed', viewed)).status).toBe(204);
    people.app.now += 60_000;
    await people.app.post(
      `/api/contracts/${id}/sign`,
      signature((await people.show(coach.session, id)).contract),
      {
        session: coach.session,
        address: '203.0.113.9',
        headers: { 'user-agent': PHONE },
      },
    );
    await people.sign(people.lea, id);
    expect(await worker.seal()).toBe(1);
    const { rawPayload } = await people.app.nest.inject({
      url: `/api/contracts/${id}/versions/1/sealed.pdf`,
      headers: { cookie: `__Host-session=${coach.session}` },
    });
    return { id, email: coach.email, file: rawPayload };
  }

  it.each<[Language, readonly string[]]>([
    [
      'fr',
      [
        'Texte arrêté et envoyé le 11 janvier 2027, 08:00:00 (Europe/Paris, UTC+01:00)',
        'Texte affiché le 11 janvier 2027, 08:01:00',
        'Accords donnés et signé le 11 janvier 2027, 08:02:00',
        'son compte et un code à usage unique envoyé à c•••@coach.example',
        'jeton RFC 3161 demandé à',
        'Elle n’est ni avancée ni qualifiée',
      ],
    ],
    [
      'en',
      [
        'Text fixed and sent on 11 January 2027, 08:02:00 (Europe/Paris, UTC+01:00)',
        'Text shown on 11 January 2027, 08:03:00',
        'Agreements given and signed on 11 January 2027, 08:04:00',
        'their account and a one-time code sent to c•••@coach.example',
        'RFC 3161 token asked of',
        'It is neither advanced nor qualified',
      ],
    ],
  ])('says in %s who signed, how, from where and when, in which words', async (language, words) => {
    const { id, email, file } = await sealed(language);
    const text = flat((await readPdf(file)).text);
    const [signed] = await people.app.rows<{ hash: string }>(
      `SELECT payload ->> 'signatureSha256' AS hash FROM contract_event WHERE contract_id = $1 AND type = 'signed' AND actor = 'coach'`,
      [id],
    );
    const asked = await people.app.rows<{ text: string }>(
      `SELECT jsonb_path_query(canonical_json::jsonb, '$.consents.asked[*].text') #>> '{}' AS text FROM contract_text WHERE contract_id = $1`,
      [id],
    );
    expect(asked).toHaveLength(5);
    const shown = [
      ...words,
      email,
      'lea@demo.example',
      '203.0.113.9',
      '192.0.2.1',
      PHONE,
      signed?.hash ?? 'none',
    ];
    for (const part of [...shown, ...asked.map((consent) => consent.text)])
      expect(text).toContain(flat(part));
    expect(text).not.toContain('undefined');
  });

  it('leads whoever photographs it to the page where a file is verified', async () => {
    const { file } = await sealed('fr');
    const { default: decodeQR } = await import('qr/decode.js');
    expect(decodeQR(await drawPage(file, -1))).toBe('https://visavis.example/fr/verify');
  });
});
