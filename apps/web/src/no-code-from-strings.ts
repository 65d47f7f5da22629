/**
 * Loaded before everything else, as a polyfill: Trusted Types forbid code made from strings, which zod would
 * try, for speed, when the first schema is built. Schemas are built while modules load, so `z.config()` in
 * `main.ts` comes too late.
 */
(globalThis as { __zod_globalConfig?: { jitless: boolean } }).__zod_globalConfig = { jitless: true };

export {};
