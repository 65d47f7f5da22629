import { Injectable } from '@nestjs/common';
import { SealKeys } from '../documents/seal/seal-keys';
import { TimestampAuthority } from '../documents/timestamp/timestamp-authority';

/** A practice's key, and a time. */
@Injectable()
export class SealTools {
  constructor(
    readonly keys: SealKeys,
    readonly authority: TimestampAuthority,
  ) {}
}
