import type { VerifyPage } from '@visavis/booking';
import type { Language } from '@visavis/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIGURATION, type Configuration } from '../../configuration/configuration';
import { LookUpDocument, readHash } from '../../supervision/documents/look-up-document';
import { PLAIN } from './practice-face';
import { Renderer } from './renderer';

/** Longest text that is shown again when it is no hash. */
const MOST = 80;

@Injectable()
export class ShowVerifyPage {
  constructor(
    private readonly documents: LookUpDocument,
    private readonly renderer: Renderer,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  /** @param written a hash from the query, as it was written; null when nothing is asked */
  async show(language: Language, written: string | null, caller: string): Promise<string> {
    return this.renderer.render({
      kind: 'verify',
      asked: written === null ? null : await this.ask(written, caller),
      language,
      path: `/${language}/verify`,
      publicUrl: this.configuration.PUBLIC_URL,
      embedOrigins: null,
      ...PLAIN,
    });
  }

  private async ask(written: string, caller: string): Promise<VerifyPage['asked']> {
    const sha256 = readHash(written);
    return {
      sha256: sha256 ?? written.slice(0, MOST),
      known: sha256 === null ? null : await this.documents.lookUp({ sha256 }, caller),
    };
  }
}
