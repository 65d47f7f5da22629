import { inject, Injectable } from '@angular/core';
import {
  passkeyAssertion,
  passkeyOptions,
  passkeyRegistration,
  type PasskeyAssertion,
  type PasskeyRegistration,
} from '@visavis/account';
import { ApiConnection } from '../shell/api-connection';
import { CredentialClient } from './credential-client';

type Library = typeof import('@simplewebauthn/browser');

/** Why the browser made or used no passkey. `dismissed`: the person closed its dialog, or let it run out. */
export type PasskeyTrouble = 'dismissed' | 'known-here' | 'not-possible';

export class PasskeyFailed extends Error {
  override readonly name = 'PasskeyFailed';

  constructor(readonly trouble: PasskeyTrouble) {
    super(trouble);
  }
}

/** The browser's keeper of passkeys. Methods throw `Refused` or `PasskeyFailed`; its library loads when needed. */
@Injectable({ providedIn: 'root' })
export class Passkeys {
  readonly #api = inject(ApiConnection);
  readonly #credentials = inject(CredentialClient);

  readonly supported = typeof PublicKeyCredential !== 'undefined';

  async create(): Promise<PasskeyRegistration> {
    const optionsJSON = await this.#credentials.passkeyOptions();
    const { startRegistration } = await load();
    type Options = Parameters<typeof startRegistration>[0]['optionsJSON'];
    return passkeyRegistration.parse(
      plain(await attempt(() => startRegistration({ optionsJSON: optionsJSON as unknown as Options }))),
    );
  }

  /** Asks the person for one of their passkeys. */
  use(): Promise<PasskeyAssertion> {
    return this.#ask(false);
  }

  /**
   * Offers passkeys among the browser's suggestions for the field marked `webauthn`. Null when the browser has no
   * such suggestions or the person went another way; then nothing has happened.
   */
  async offerAsSuggestion(): Promise<PasskeyAssertion | null> {
    if (!this.supported || !(await PublicKeyCredential.isConditionalMediationAvailable?.())) return null;
    try {
      return await this.#ask(true);
    } catch (error) {
      if (error instanceof PasskeyFailed) return null;
      throw error;
    }
  }

  /** Takes an offer back that nobody has taken up. */
  async withdrawOffer(): Promise<void> {
    if (this.supported) (await load()).WebAuthnAbortService.cancelCeremony();
  }

  async #ask(asSuggestion: boolean): Promise<PasskeyAssertion> {
    const { options } = await this.#api.enter('/api/session/passkey/options', undefined, passkeyOptions);
    const { startAuthentication } = await load();
    type Options = Parameters<typeof startAuthentication>[0]['optionsJSON'];
    return passkeyAssertion.parse(
      plain(
        await attempt(() =>
          startAuthentication({
            optionsJSON: options as unknown as Options,
            useBrowserAutofill: asSuggestion,
          }),
        ),
      ),
    );
  }
}

function load(): Promise<Library> {
  return import('@simplewebauthn/browser');
}

/** Without the fields that are there and undefined, which JSON does not know either. */
function plain(reply: object): unknown {
  return JSON.parse(JSON.stringify(reply));
}

async function attempt<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    throw new PasskeyFailed(troubleOf(error));
  }
}

/** By the names that the standard gives its errors. */
export function troubleOf(error: unknown): PasskeyTrouble {
  const name = error instanceof Error ? error.name : '';
  if (name === 'NotAllowedError' || name === 'AbortError') return 'dismissed';
  return name === 'InvalidStateError' ? 'known-here' : 'not-possible';
}
