import type { PageData } from '@visavis/booking';
import { Inject, Injectable } from '@nestjs/common';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CONFIGURATION, type Configuration } from '../../configuration/configuration';

interface BuiltPages {
  renderPage(page: PageData): Promise<string>;
}

/** The built Angular application of the public pages, loaded when the first page is asked for. */
@Injectable()
export class Renderer {
  private built: Promise<BuiltPages> | null = null;

  constructor(@Inject(CONFIGURATION) private readonly configuration: Configuration) {}

  /** The HTML of a page. It is given only what it shows, never the request. */
  async render(page: PageData): Promise<string> {
    const entry = pathToFileURL(resolve(this.configuration.WEB_FOLDER, 'public/server/server.mjs')).href;
    this.built ??= import(entry) as Promise<BuiltPages>;
    return (await this.built).renderPage(page);
  }
}
