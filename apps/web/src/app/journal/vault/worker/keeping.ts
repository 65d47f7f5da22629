import type { Answer, Ask, Asks } from '../protocol';

/** An answer to everything the page may ask. */
export type Keeping = { readonly [A in Ask]: (...given: Parameters<Asks[A]>) => Promise<Answer<A>> };
