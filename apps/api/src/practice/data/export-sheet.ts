import { stringify } from 'csv-stringify';
import { pipeline, Readable } from 'node:stream';
import { csvCell } from './csv-cell';

/** Rows of one table as they are handed out: the columns are named here, nothing else leaves. */
export interface Sheet {
  /** Of the two files, without ending. */
  readonly name: string;
  readonly columns: readonly string[];
  readonly query: string;
  /** How many of (practice, member, address) the query asks for. */
  readonly asks: 0 | 1 | 2 | 3;
}

export type Row = Readonly<Record<string, unknown>>;

/** RFC 4180, UTF-8 with its mark so that spreadsheets know. */
export function csvOf(columns: readonly string[], rows: AsyncIterable<Row>): Readable {
  const cells = async function* () {
    for await (const row of rows) yield columns.map((column) => csvCell(row[column]));
  };
  const writer = stringify({ header: true, columns: [...columns], record_delimiter: '\r\n', bom: true });
  // An error of either side reaches the reader through the writer, which pipeline destroys.
  return pipeline(Readable.from(cells()), writer, () => undefined);
}

/** One list of objects. */
export function jsonOf(rows: AsyncIterable<Row>): Readable {
  const lines = async function* () {
    let separator = '[\n';
    for await (const row of rows) {
      yield separator + JSON.stringify(row);
      separator = ',\n';
    }
    yield separator === '[\n' ? '[]\n' : '\n]\n';
  };
  return Readable.from(lines());
}
