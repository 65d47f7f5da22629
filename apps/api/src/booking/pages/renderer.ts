import type { PageData } from '@visavis/booking';
import { Inject, Injectable } from '@nestjs/common';
import { resolve } from 'node:path';
import { CONFIGURATION, type Configuration } from '../../configuration/configuration';
import { createPublicRenderer, type PublicRenderer } from '../public-page';

/** The built Angular application of the public pages. It is given only what it shows, never the request. */
@Injectable()
export class Renderer {
  private readonly pages: PublicRenderer;

  constructor(@Inject(CONFIGURATION) configuration: Configuration) {
    this.pages = createPublicRenderer({ distFolder: resolve(configuration.WEB_FOLDER, 'public') });
  }

  render(page: PageData): Promise<string> {
    return this.pages.render(page);
  }
}
