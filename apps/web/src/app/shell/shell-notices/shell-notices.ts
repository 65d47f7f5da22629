import { afterNextRender, Component, computed, DOCUMENT, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Comeback } from '../comeback';
import { NewVersion } from '../new-version';
import { Reach } from '../reach';
import { Session } from '../session';

/** Above every page: that the server is away, and that a newer version waits. */
@Component({
  selector: 'visavis-shell-notices',
  imports: [MatButton],
  templateUrl: './shell-notices.html',
  styleUrl: './shell-notices.scss',
})
export class ShellNotices {
  readonly #version = inject(NewVersion);
  readonly #reach = inject(Reach);
  readonly #session = inject(Session);

  protected readonly isAway = computed(() => this.#reach.isAway() || this.#session.isCutOff());
  protected readonly isReady = this.#version.isReady;
  protected readonly problem = signal(false);

  constructor() {
    inject(Comeback);
    const page = inject(DOCUMENT).defaultView;
    afterNextRender(() => {
      const keep = () => void this.#version.keep();
      if (page && 'requestIdleCallback' in page) page.requestIdleCallback(keep);
      else setTimeout(keep, 2_000);
    });
  }

  protected async update(): Promise<void> {
    this.problem.set(false);
    await this.#version.take().catch(() => this.problem.set(true));
  }
}
