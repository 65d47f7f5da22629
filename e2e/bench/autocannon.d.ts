/** The few parts of autocannon (which ships no types) that the bench uses. */
declare module 'autocannon' {
  interface Result {
    readonly duration: number;
    readonly errors: number;
    readonly statusCodeStats: Readonly<Record<string, { readonly count: number }>>;
  }
  interface Options {
    readonly url: string;
    readonly connections: number;
    readonly duration: number;
    readonly requests: readonly {
      readonly method: string;
      readonly setupRequest: (request: object) => object;
    }[];
  }
  export default function autocannon(options: Options): Promise<Result>;
}
