import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { build } from 'esbuild';

jest.setTimeout(30_000);

/** A program with a request under way when it is asked to end, or when something in it goes wrong. */
const PROGRAM = `
  import { createServer } from 'node:http';
  import { endWhenAsked } from './end-process';
  const server = createServer((request, response) => {
    setTimeout(() => response.end('finished'), 700);
    if (request.url === '/thrown') setTimeout(() => { throw new TypeError('Camille Martin <camille@visitor.example>'); }, 50);
    if (request.url === '/rejected') void Promise.reject(new RangeError('Camille Martin'));
    if (request.url === '/asked') process.kill(process.pid, 'SIGTERM');
  });
  endWhenAsked({
    finish: () => new Promise((resolve) => server.close(resolve)),
    hearFault: (fault) => console.error(JSON.stringify(fault)),
  });
  server.listen(0, '127.0.0.1', () => console.log(server.address().port));`;

describe('a process', () => {
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'visavis-ending-'));
    await build({
      stdin: { contents: PROGRAM, resolveDir: __dirname, loader: 'ts' },
      outfile: join(folder, 'program.mjs'),
      bundle: true,
      platform: 'node',
      format: 'esm',
    });
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const run = async (path: string) => {
    const child = spawn(process.execPath, [join(folder, 'program.mjs')], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const said = text(child.stderr);
    const [port] = (await once(child.stdout, 'data')) as [Buffer];
    const exit = once(child, 'exit');
    const reply = await fetch(`http://127.0.0.1:${String(port).trim()}${path}`, {
      headers: { connection: 'close' },
    });
    const body = await reply.text();
    const [code] = (await exit) as [number];
    return { body, code, said: await said };
  };

  it.each([
    ['thrown', 'uncaughtException', 'TypeError'],
    ['rejected', 'unhandledRejection', 'RangeError'],
  ])(
    'in which something was %s finishes what is under way, says where and no word of it, and ends with 1',
    async (path, fault, error) => {
      const { body, code, said } = await run(`/${path}`);
      expect({ body, code }).toEqual({ body: 'finished', code: 1 });
      expect(JSON.parse(said)).toEqual({
        fault,
        error,
        at: expect.arrayContaining([expect.stringMatching(/program/)]),
      });
      expect(said).not.toMatch(/Camille|@visitor/);
    },
  );

  it('that is asked to end finishes what is under way and ends with 0', async () => {
    expect(await run('/asked')).toEqual({ body: 'finished', code: 0, said: '' });
  });
});
