const LINE_END = 0x0a;

/** A stream of bytes as lines, each with its end; a last one without an end counts as well. */
export async function* readLines(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer, void, undefined> {
  let held: Buffer[] = [];
  for await (const chunk of chunks) {
    let from = 0;
    for (let end = chunk.indexOf(LINE_END); end !== -1; end = chunk.indexOf(LINE_END, from)) {
      held.push(chunk.subarray(from, end + 1));
      yield held.length === 1 ? (held[0] as Buffer) : Buffer.concat(held);
      held = [];
      from = end + 1;
    }
    if (from < chunk.length) held.push(chunk.subarray(from));
  }
  if (held.length > 0) yield Buffer.concat(held);
}
