import type { LetterWriter } from './letter-writer';

/** Who writes which kind of letter. */
export class LetterWriters {
  private readonly byKind = new Map<string, LetterWriter>();

  /** @throws Error when two write the same kind */
  constructor(writers: readonly LetterWriter[]) {
    for (const writer of writers)
      for (const kind of writer.kinds) {
        if (this.byKind.has(kind)) throw new Error(`two writers for letters of the kind ${kind}`);
        this.byKind.set(kind, writer);
      }
  }

  /** @throws Error for a kind that nobody writes */
  for(kind: string): LetterWriter {
    const writer = this.byKind.get(kind);
    if (writer === undefined) throw new Error(`nobody writes letters of the kind ${kind}`);
    return writer;
  }
}
