import { Inject, Injectable } from '@nestjs/common';
import { CONFIGURATION, type Configuration } from '../../../configuration/configuration';
import { OutwardFetch } from '../../../http/outward/outward-fetch';
import type { SealStamp } from '../seal-contract-pdf';
import { askAuthority } from './ask-authority';

/** The configured time-stamp authority, if any. */
@Injectable()
export class TimestampAuthority {
  constructor(
    private readonly outward: OutwardFetch,
    @Inject(CONFIGURATION) private readonly configuration: Pick<Configuration, 'TIMESTAMP_AUTHORITY_URL'>,
  ) {}

  stamp(): SealStamp | null {
    const address = this.configuration.TIMESTAMP_AUTHORITY_URL;
    if (address === null) return null;
    return {
      host: new URL(address).host,
      ask: (digest) => askAuthority(this.outward, address, digest),
    };
  }
}
