/** Of an nx run: how many of its tasks came out of nx's cache, in words; nothing when none did. */
export function cachedTasks(output: string): { cached?: string } {
  const all = output.match(/^> nx run [\w-]+:[\w-]+/gm)?.length ?? 0;
  const cached =
    output.match(/^> nx run [\w-]+:[\w-]+.* \[(local cache|existing outputs match the cache)/gm)?.length ?? 0;
  return cached === 0
    ? {}
    : { cached: `${cached} of ${all} projects did not change and come from nx's cache` };
}
