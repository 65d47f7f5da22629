import { Inject, Injectable } from '@nestjs/common';
import { CONFIGURATION, type Configuration } from '../../configuration/configuration';

/** Who passkeys are for: the configured public address, whatever a request says. */
@Injectable()
export class RelyingParty {
  readonly name = 'Visavis';
  readonly id: string;
  readonly origin: string;
  readonly secretKey: Buffer;

  constructor(@Inject(CONFIGURATION) { PUBLIC_URL, SECRET_KEY }: Configuration) {
    this.id = new URL(PUBLIC_URL).hostname;
    this.origin = PUBLIC_URL;
    this.secretKey = SECRET_KEY;
  }
}

/** What a passkey keeps of a person: the bytes of the account's id, which say nothing about them. */
export function userHandleOf(accountId: string): Buffer {
  return Buffer.from(accountId.replaceAll('-', ''), 'hex');
}
