import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/** What is measured of the API's documents, with the contract its own tests use. */
interface Documents {
  aContract(): object;
  someEvidence(): object;
  renderContractPdf(contract: object): Promise<Uint8Array>;
  makeSealCertificate(name: string, now: number): Promise<{ certificate: Uint8Array; key: Uint8Array }>;
  openMade(made: { certificate: Uint8Array; key: Uint8Array }): Promise<object>;
  sealContractPdf(frozen: Uint8Array, evidence: object, key: object, stamp: null): Promise<{ state: string }>;
}

export interface DocumentFigures {
  readonly frozenMs: number;
  readonly sealedMs: number;
}

const FOLDER = 'apps/api/src/supervision/documents';
const ENTRY = `
  import { createPrivateKey, X509Certificate } from 'node:crypto';
  import { openSealKey } from './seal/seal-key';
  export { renderContractPdf } from './render-contract-pdf';
  export { sealContractPdf } from './seal-contract-pdf';
  export { makeSealCertificate } from './seal/make-seal-certificate';
  export { aContract, someEvidence } from './testing/a-contract';
  export const openMade = ({ certificate, key }) =>
    openSealKey([new X509Certificate(certificate)], createPrivateKey({ key, format: 'der', type: 'pkcs8' }));`;

/** Median milliseconds of a frozen contract of four pages and of its sealed file, once everything is warm. */
export async function benchDocuments(rounds: number): Promise<DocumentFigures> {
  const documents = await loadDocuments();
  const key = await documents.openMade(await documents.makeSealCertificate('Bench', Date.now()));
  const [frozenTimes, sealedTimes]: [number[], number[]] = [[], []];
  for (let round = -5; round < rounds; round++) {
    const started = performance.now();
    const frozen = await documents.renderContractPdf(documents.aContract());
    const between = performance.now();
    const { state } = await documents.sealContractPdf(frozen, documents.someEvidence(), key, null);
    if (state !== 'sealed') throw new Error(`the file is ${state}`);
    if (round < 0) continue;
    frozenTimes.push(between - started);
    sealedTimes.push(performance.now() - between);
  }
  return { frozenMs: median(frozenTimes), sealedMs: median(sealedTimes) };
}

async function loadDocuments(): Promise<Documents> {
  const root = join(import.meta.dirname, '../..');
  const outfile = join(root, 'dist/bench/documents.mjs');
  await mkdir(join(root, 'dist/bench'), { recursive: true });
  await build({
    stdin: { contents: ENTRY, resolveDir: join(root, FOLDER), loader: 'ts' },
    tsconfig: join(root, 'tsconfig.base.json'),
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    logLevel: 'error',
  });
  return (await import(pathToFileURL(outfile).href)) as Documents;
}

function median(times: number[]): number {
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}
