import type { SecondFactorMethod } from '@visavis/account';
import { Injectable } from '@nestjs/common';
import { randomUUIDv7 } from 'node:crypto';
import { Clock } from '../clock/clock';
import { Statements } from '../database/statements';
import type { Device } from './device-words';
import { newToken, SESSION_LIFE, tokenHash, WAITING_LIFE } from './session-token';

/** What a new session begins with. */
export interface NewSession {
  readonly accountId: string;
  readonly device: Device;
  /** A passkey is both factors, and the proof that it is the person. */
  readonly passkey: boolean;
}

export interface Opened {
  /** For the cookie. */
  readonly token: string;
  /** It opens nothing before the second factor is given. */
  readonly waits: boolean;
  readonly kinds: readonly SecondFactorMethod[];
}

// Nobody waits for the disk: a session that a crash of the database takes with it is opened again.
const OPEN = `
  SELECT open_session($1, $2, $3, $4, $5, $6, $7, $8, $9) AS opened, set_config('synchronous_commit', 'off', true)`;

/** A new session at every sign-in, in the practice that was joined first. */
@Injectable()
export class OpenSession {
  constructor(
    private readonly statements: Statements,
    private readonly clock: Clock,
  ) {}

  /** null for who is in no practice any more */
  async open({ accountId, device, passkey }: NewSession): Promise<Opened | null> {
    const token = newToken();
    const now = this.clock.now();
    const row = await this.statements.one<{ opened: Omit<Opened, 'token'> | null }>('open-session', OPEN, [
      randomUUIDv7(),
      accountId,
      tokenHash(token),
      device.browser,
      device.system,
      passkey,
      new Date(now),
      new Date(now + SESSION_LIFE),
      new Date(now + WAITING_LIFE),
    ]);
    return row?.opened ? { token, ...row.opened } : null;
  }
}
