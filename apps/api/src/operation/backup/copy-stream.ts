import { Readable } from 'node:stream';
import type { Client, Connection, Submittable } from 'pg';

/** What node-postgres tells a query that copies, besides what its types say. */
interface Copying extends Submittable {
  handleError(error: Error): void;
  handleCommandComplete(): void;
  handleReadyForQuery(): void;
}

interface CopyConnection extends Connection {
  readonly stream: Connection['stream'] & { readonly writableNeedDrain: boolean };
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
  sendCopyFail(message: string): void;
}

/**
 * The rows of a `COPY … TO STDOUT` as the server writes them, one row a chunk. Whoever reads slowly slows the
 * server down.
 */
export function copyOut(client: Client, sql: string): Readable {
  let connection: Connection;
  const rows = new Readable({
    objectMode: true,
    highWaterMark: 256,
    read: () => connection?.stream.resume(),
  });
  const query: Copying & { handleCopyData(message: { chunk: Buffer }): void; handleCopyOutResponse(): void } =
    {
      submit: (given) => {
        connection = given;
        connection.query(sql);
      },
      handleCopyOutResponse: () => undefined,
      handleCopyData: ({ chunk }) => {
        // A copy: the connection moves what it has read about in one buffer, and rows wait here.
        if (!rows.push(Buffer.from(chunk))) connection.stream.pause();
      },
      handleCommandComplete: () => undefined,
      handleReadyForQuery: () => rows.push(null),
      handleError: (error) => rows.destroy(error),
    };
  client.query(query);
  return rows;
}

/** Hands chunks to a `COPY … FROM STDIN`; resolves when the server has taken all of them. */
export function copyIn(client: Client, sql: string, chunks: AsyncIterable<Buffer>): Promise<void> {
  return new Promise((resolve, reject) => {
    let failure: Error | null = null;
    const query: Copying & { handleCopyInResponse(connection: CopyConnection): void } = {
      submit: (connection) => connection.query(sql),
      handleCopyInResponse: (connection) => {
        hand(connection, chunks, () => failure !== null).then(
          () => connection.endCopyFrom(),
          (error: unknown) => {
            failure = error as Error;
            connection.sendCopyFail('the copy broke off');
          },
        );
      },
      handleCommandComplete: () => undefined,
      handleReadyForQuery: () => (failure === null ? resolve() : reject(failure)),
      handleError: (error) => {
        failure ??= error;
        reject(failure);
      },
    };
    client.query(query);
  });
}

async function hand(
  connection: CopyConnection,
  chunks: AsyncIterable<Buffer>,
  hasFailed: () => boolean,
): Promise<void> {
  for await (const chunk of chunks) {
    if (hasFailed()) continue; // the rest is read all the same, so that whoever hands it in gets to its end
    connection.sendCopyFromChunk(chunk);
    if (connection.stream.writableNeedDrain)
      await new Promise((resolve) => connection.stream.once('drain', resolve));
  }
}
