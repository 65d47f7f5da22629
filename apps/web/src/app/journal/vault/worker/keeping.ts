import type { Answer, Ask, Given } from '../protocol';

/** An answer to everything the page may ask. */
export type Keeping = { readonly [A in Ask]: (given: Given<A>) => Promise<Answer<A>> };
