import { Refusal, type GeneralRefusal } from '@visavis/kernel';
import { Injectable, Logger } from '@nestjs/common';
import { DataSource, type QueryRunner } from 'typeorm';
import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { csvOf, jsonOf, type Sheet } from './export-sheet';
import { rowsByCursor } from './rows-by-cursor';

/** Exports under way in one process: each holds a connection for as long as its reader takes. */
const AT_ONCE = 2;

/** Milliseconds a reader may pause without the transaction being given up. */
const PATIENCE = 60_000;

/** What goes into a file of one practice: sheets, and documents that are read one at a time. */
export interface ExportPart {
  readonly practiceId: string;
  readonly personId: string;
  /** Whose sealed rows are read; null where none are. */
  readonly memberId: string | null;
  /** Before every name: '' or `slug/`. */
  readonly folder: string;
  readonly sheets: readonly Sheet[];
  /** For `$1`, `$2` and `$3` of the sheets. */
  readonly values: readonly [string, string, string];
  readonly documents: DocumentQueries | null;
}

export interface DocumentQueries {
  /** Columns name and key, without the documents themselves. */
  readonly list: string;
  /** `$1` the practice, `$2` the key; column content. */
  readonly read: string;
  readonly asks: 1 | 2;
}

/** Writes one ZIP while it is read: neither the file nor a table is ever whole in memory. */
@Injectable()
export class ExportDesk {
  private readonly log = new Logger(ExportDesk.name);
  private underWay = 0;

  constructor(private readonly dataSource: DataSource) {}

  /** @throws Refusal unavailable when too many exports are under way */
  async open(readMe: string, parts: readonly ExportPart[]): Promise<Readable> {
    if (this.underWay >= AT_ONCE) throw new Refusal<GeneralRefusal>('unavailable', { retryAfterSeconds: 10 });
    this.underWay += 1;
    const runner = this.dataSource.createQueryRunner();
    const zip = new ZipFile();
    const output = zip.outputStream as Readable;
    let over = false;
    const end = async () => {
      if (over) return;
      over = true;
      this.underWay -= 1;
      // The transaction only read: rolling back is ending it. A broken connection is not given back.
      await runner.query('ROLLBACK').catch(() => undefined);
      await runner.release().catch(() => undefined);
    };
    zip.on('error', (error: Error) => {
      this.log.error({ event: 'export broke off', error: error.name });
      output.destroy(error);
    });
    output.once('close', () => void end());
    try {
      await runner.connect();
      await runner.query('START TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY');
      await runner.query(`SELECT set_config('idle_in_transaction_session_timeout', $1, true)`, [
        String(PATIENCE),
      ]);
      zip.addBuffer(Buffer.from(readMe), 'READ-ME.txt');
      for (const part of parts) await this.add(zip, runner, part);
      zip.end();
    } catch (error) {
      output.destroy();
      await end();
      throw error;
    }
    return output;
  }

  private async add(zip: ZipFile, runner: QueryRunner, part: ExportPart): Promise<void> {
    const { folder, values, sheets, documents } = part;
    const whom = [part.practiceId, part.personId, part.memberId];
    const enter = () => runner.query('SELECT enter_vault($1, $2, $3)', whom);
    for (const { name, query, columns, asks } of sheets) {
      const rows = async function* () {
        await enter(); // entries are written one after the other, perhaps of another practice before
        yield* rowsByCursor(runner, query, values.slice(0, asks));
      };
      lazily(zip, `${folder}${name}.csv`, () => csvOf(columns, rows()));
      lazily(zip, `${folder}${name}.json`, () => jsonOf(rows()));
    }
    if (documents === null) return;
    await enter();
    const found: { name: string; key: string }[] = await runner.query(
      documents.list,
      values.slice(0, documents.asks),
    );
    for (const { name, key } of found) {
      const content = async function* () {
        await enter();
        const rows: { content: Buffer }[] = await runner.query(documents.read, [part.practiceId, key]);
        yield rows[0]?.content ?? Buffer.alloc(0);
      };
      lazily(zip, `${folder}${name}`, () => Readable.from(content(), { objectMode: false }));
    }
  }
}

/** Read when its turn comes, and errors reach the file that is being written. */
function lazily(zip: ZipFile, name: string, open: () => Readable): void {
  zip.addReadStreamLazy(name, { compress: true }, (take) => {
    const stream = open();
    stream.once('error', (error) => zip.emit('error', error));
    take(null, stream);
  });
}
