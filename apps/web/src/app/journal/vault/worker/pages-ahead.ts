import { ComingPages } from './coming-pages';
import type { World } from './world';

/** What changed later is asked for after opening anyway; so old it is better asked for at once. */
const FRESH_MILLISECONDS = 5 * 60_000;

/** Entries, sealed as they are, that set out while somebody types their key: seven words take longer than they do. */
export class PagesAhead {
  readonly #world: World;
  #ahead: { readonly vaultId: string; readonly since: number; readonly pages: ComingPages } | null = null;

  constructor(world: World) {
    this.#world = world;
  }

  setOut(vaultId: string): void {
    if (this.of(vaultId)) return;
    this.forget();
    const pages = new ComingPages(this.#world.server, null);
    this.#ahead = { vaultId, since: this.#world.now(), pages };
  }

  /** Null when none set out, when they failed, or when it is too long ago. */
  of(vaultId: string): ComingPages | null {
    if (this.#ahead?.vaultId !== vaultId || this.#ahead.pages.hasFailed) return null;
    return this.#world.now() - this.#ahead.since < FRESH_MILLISECONDS ? this.#ahead.pages : null;
  }

  forget(): void {
    this.#ahead?.pages.stop();
    this.#ahead = null;
  }
}
