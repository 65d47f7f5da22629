import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';

/** The parts of the server's options that an authenticator reads. */
interface Options {
  readonly challenge: string;
  readonly user?: { readonly id: string };
}

interface Deviation {
  /** Flag UV: the person showed a finger, a face or a PIN. */
  readonly verified?: boolean;
  /** The counter that is signed, instead of one more than before. */
  readonly counter?: number;
  readonly origin?: string;
  readonly rpId?: string;
  readonly challenge?: string;
}

const FLAGS = { present: 0x01, verified: 0x04, attested: 0x40 };

/** A passkey in software: attestation "none", ES256, real signatures. It does what a browser and a key do together. */
export class SoftwareAuthenticator {
  readonly credentialId: Buffer;
  readonly #keys: { readonly publicKey: KeyObject; readonly privateKey: KeyObject };
  #counter = 0;
  #userHandle = '';

  constructor(
    private readonly origin: string,
    credentialId: Buffer = randomBytes(32),
  ) {
    this.credentialId = credentialId;
    this.#keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  }

  /** What the browser sends after `navigator.credentials.create`. */
  register(options: Options, deviation: Deviation = {}) {
    this.#userHandle = options.user?.id ?? '';
    const length = Buffer.alloc(2);
    length.writeUInt16BE(this.credentialId.length);
    const attested = Buffer.concat([Buffer.alloc(16), length, this.credentialId, this.coseKey()]);
    const authenticatorData = Buffer.concat([this.head(FLAGS.attested, 0, deviation), attested]);
    return this.credential({
      clientDataJSON: this.clientData('webauthn.create', options, deviation).toString('base64url'),
      attestationObject: Buffer.concat([
        Buffer.from([0xa3]),
        text('fmt'),
        text('none'),
        text('attStmt'),
        Buffer.from([0xa0]),
        text('authData'),
        bytes(authenticatorData),
      ]).toString('base64url'),
      transports: ['internal'],
    });
  }

  /** What the browser sends after `navigator.credentials.get`. */
  answer(options: Options, deviation: Deviation = {}) {
    this.#counter = deviation.counter ?? this.#counter + 1;
    const authenticatorData = this.head(0, this.#counter, deviation);
    const clientDataJSON = this.clientData('webauthn.get', options, deviation);
    const signed = Buffer.concat([authenticatorData, createHash('sha256').update(clientDataJSON).digest()]);
    return this.credential({
      clientDataJSON: clientDataJSON.toString('base64url'),
      authenticatorData: authenticatorData.toString('base64url'),
      signature: sign('sha256', signed, this.#keys.privateKey).toString('base64url'),
      ...(this.#userHandle !== '' && { userHandle: this.#userHandle }),
    });
  }

  private credential<Response>(response: Response) {
    const id = this.credentialId.toString('base64url');
    return { id, rawId: id, type: 'public-key', clientExtensionResults: {}, response };
  }

  private head(flags: number, counter: number, { verified = true, rpId }: Deviation): Buffer {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(counter);
    const hash = createHash('sha256')
      .update(rpId ?? new URL(this.origin).hostname)
      .digest();
    const all = flags | FLAGS.present | (verified ? FLAGS.verified : 0);
    return Buffer.concat([hash, Buffer.from([all]), count]);
  }

  private clientData(type: string, options: Options, { origin, challenge }: Deviation): Buffer {
    return Buffer.from(
      JSON.stringify({
        type,
        challenge: challenge ?? options.challenge,
        origin: origin ?? this.origin,
        crossOrigin: false,
      }),
    );
  }

  /** COSE: {1: 2 (EC2), 3: -7 (ES256), -1: 1 (P-256), -2: x, -3: y} */
  private coseKey(): Buffer {
    const { x = '', y = '' } = this.#keys.publicKey.export({ format: 'jwk' });
    return Buffer.concat([
      Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21]),
      bytes(Buffer.from(x, 'base64url')),
      Buffer.from([0x22]),
      bytes(Buffer.from(y, 'base64url')),
    ]);
  }
}

/** CBOR: a byte string, up to 64 KiB. */
function bytes(content: Buffer): Buffer {
  const head =
    content.length < 24
      ? [0x40 | content.length]
      : content.length < 256
        ? [0x58, content.length]
        : [0x59, content.length >> 8, content.length & 255];
  return Buffer.concat([Buffer.from(head), content]);
}

/** CBOR: a text of fewer than 24 bytes. */
function text(content: string): Buffer {
  return Buffer.concat([Buffer.from([0x60 | content.length]), Buffer.from(content)]);
}
